import { createRequire } from 'node:module';
import { platformOfProcess } from '../abi/platform.js';
import { type Prototype, type Prototypes, prototypes } from './prototypes.js';

type Koffi = typeof import('koffi');
type SignatureOf<Row> = Row extends Prototype<infer Signature> ? Signature : never;

/** Every function of the table under its row's name, with C's own results: -1 and errno. Most callers want results.ts. */
export type Libc = { [Name in keyof Prototypes]: SignatureOf<Prototypes[Name]> };

let loaded: Koffi | undefined;
let library: ReturnType<Koffi['load']> | undefined;

/**
 * koffi, loaded at first use: it takes 6 ms that a program without system calls should not pay. Throws where it would call
 * another system than a Linux whose structs we know.
 */
export function koffi(): Koffi {
  if (loaded === undefined) platformOfProcess();
  loaded ??= addonAt(koffiPlace.read()) ?? viaPackage();
  return loaded;
}

/** koffi's package takes 5 ms to find its addon, the addon 1 ms to load: who can, keeps the place from run to run. */
export const koffiPlace = {
  read: (): string | null => null,
  keep: (_file: string): void => {},
};

function addonAt(file: string | null): Koffi | undefined {
  if (file === null) return undefined;
  const module = { exports: {} };
  try {
    process.dlopen(module, file);
  } catch {
    return undefined;
  }
  return module.exports as Koffi;
}

function viaPackage(): Koffi {
  const require = createRequire(import.meta.url);
  const koffi = require('koffi') as Koffi;
  const file = Object.keys(require.cache).find((path) => path.endsWith('koffi.node'));
  if (file !== undefined) koffiPlace.keep(file);
  return koffi;
}

/** The C library this process runs on already; no file name is needed. */
function systemLibrary(): ReturnType<Koffi['load']> {
  library ??= koffi().load(null);
  return library;
}

/** Has any function been called yet? */
export function libcInUse(): boolean {
  return library !== undefined;
}

type AnyFunction = (...operands: unknown[]) => unknown;

/** koffi's function for a row of the table, declared now if it wasn't before. */
export function bind<Name extends keyof Libc>(name: Name): Libc[Name] {
  const functions = libc as unknown as Record<string, unknown>;
  if (!bound.has(name)) {
    functions[name] = systemLibrary().func(prototypes[name].c);
    bound.add(name);
  }
  return libc[name];
}

const bound = new Set<string>();

/**
 * Functions that bind themselves: the first call declares the function (5 us) and puts koffi's own function in place.
 * Call them as `libc.name(...)`: a copy of the property would stay the binding stub.
 */
export const libc = stubs();

function stubs(): Libc {
  const functions: Record<string, AnyFunction> = {};
  for (const name of Object.keys(prototypes) as (keyof Libc)[]) {
    functions[name] = (...operands) => (bind(name) as AnyFunction)(...operands);
  }
  return functions as unknown as Libc;
}

/** The address of a function of the C library, as a signal handler for instance. */
export function symbolAddress(name: string): bigint {
  return systemLibrary().symbol(name) as bigint;
}
