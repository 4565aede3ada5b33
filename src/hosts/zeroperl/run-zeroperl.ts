import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { WASI } from 'node:wasi';
import { Bridge, type BridgeOptions } from './bridge.js';
import { guestFolders } from './guest-library.js';
import { type WasiFunction, type WasiImport, withDevice, withoutFastCalls } from './wasi-device.js';
import { type GuestText, openingNames, relativeNames } from './working-folder.js';
import { WasmInstance, type WasmMemory, WasmModule } from './web-assembly.js';

/** The options of `runZeroPerl`: a command line, and what the program sees of the world. */
export interface RunOptions extends BridgeOptions {
  /** perl's command line after its name: switches, a script's path, arguments. Relative paths need `cwd`. */
  readonly args: readonly string[];
  /** `%ENV`; empty where absent. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The folders that the guest sees, by the names it sees them under; all of the file system where absent. */
  readonly preopens?: Readonly<Record<string, string>>;
  /** Folders of the guest for `@INC`. */
  readonly include?: readonly string[];
  /** The folder that the program begins in; the root where absent. */
  readonly cwd?: string;
  /** `$!`, `%!` and Errno speak in the kernel's numbers and in glibc's words instead of WASI's. */
  readonly linuxErrno?: boolean;
  /** The file descriptor of this process that STDIN reads; 0 where absent. */
  readonly stdin?: number;
  /** The descriptor that STDOUT writes to; 1 where absent. */
  readonly stdout?: number;
  /** The descriptor that STDERR writes to; 2 where absent. */
  readonly stderr?: number;
  /** Remove what the program has made and left. */
  readonly removeObjects?: boolean;
  /** The module of `@6over3/zeroperl-ts`, compiled before. */
  readonly module?: WasmModule;
}

interface ZeroPerlExports {
  readonly memory: WasmMemory;
  readonly _initialize: () => void;
  readonly malloc: (size: number) => number;
  readonly zeroperl_init_with_args: (count: number, args: number) => number;
  readonly zeroperl_free_interpreter: () => void;
}

/** How `proc_exit` leaves the guest. */
class ExitSignal extends Error {
  readonly status: number;
  constructor(status: number) {
    super();
    this.status = status;
  }
}

/** Runs a program as the command `perl` would: files, END blocks and an exit status. Blocks until it is done. */
export function runZeroPerl(options: RunOptions): number {
  const bridge = new Bridge(options);
  const started: Started = { names: new Map() };
  const guest = instantiate(options, bridge, started);
  if (options.cwd !== undefined)
    started.names = relativeNames(options.args, options.cwd, (text) => cString(guest, text));
  try {
    return run(guest, commandLine(options));
  } finally {
    if (options.removeObjects) bridge.removeObjects();
  }
}

/** What perl opens by a relative name before it is in the working folder. */
interface Started {
  names: ReadonlyMap<string, GuestText>;
}

function instantiate(options: RunOptions, bridge: Bridge, started: Started): ZeroPerlExports {
  const { env, preopens, stdin = 0, stdout = 1, stderr = 2 } = options;
  const settings = {
    env: { ...env } as NodeJS.Dict<string>,
    preopens: { ...(preopens ?? { '/': '/' }) },
    stdin,
    stdout,
    stderr,
  };
  const wasi = new (wasiClass())({ version: 'preview1', args: ['perl'], ...settings });
  const memory = (): ArrayBuffer => exports.memory.buffer;
  const own = withoutFastCalls(wasi.wasiImport as WasiImport);
  const path_open = openingNames(own['path_open'] as WasiFunction, () => started.names, memory);
  const ready = (): void => {
    started.names = new Map();
  };
  const functions = withDevice({ ...own, path_open }, bridge, memory, ready);
  const proc_exit = (status: number): never => {
    throw new ExitSignal(status);
  };
  const instance = new WasmInstance(options.module ?? zeroPerlModule(), {
    wasi_snapshot_preview1: { ...functions, proc_exit },
    env: { call_host_function: () => 0 },
  });
  const exports = instance.exports as ZeroPerlExports;
  initialize(wasi, instance);
  return exports;
}

/** Bun's WASI lacks `initialize`, which does this. */
function initialize(wasi: WASI | BunWasi, instance: WasmInstance): void {
  if ('initialize' in wasi) return wasi.initialize(instance);
  const { memory, _initialize } = instance.exports as ZeroPerlExports;
  wasi.setMemory(memory);
  _initialize();
}

interface BunWasi {
  setMemory(memory: WasmMemory): void;
}

/** Loaded at first use, because Node warns that it is experimental. */
function wasiClass(): typeof WASI {
  return (createRequire(import.meta.url)('node:wasi') as typeof import('node:wasi')).WASI;
}

let compiled: WasmModule | undefined;

/** perl, as the optional package `@6over3/zeroperl-ts` brings it. */
function zeroPerlModule(): WasmModule {
  const path = createRequire(import.meta.url).resolve('@6over3/zeroperl-ts/zeroperl.wasm');
  compiled ??= new WasmModule(readFileSync(path));
  return compiled;
}

function commandLine({ args, include = [], cwd, linuxErrno }: RunOptions): string[] {
  const folders = [...guestFolders, ...include].map((folder) => `-I${folder}`);
  const settings = [...(cwd === undefined ? [] : ['cwd', cwd]), ...(linuxErrno ? ['linux_errno', '1'] : [])];
  return ['perl', ...folders, `-MSysV::Guest=${settings.join(',')}`, ...args];
}

function run(guest: ZeroPerlExports, words: readonly string[]): number {
  const addresses = words.map((word) => cString(guest, word).address);
  const list = guest.malloc((addresses.length + 1) * 4);
  new Uint32Array(guest.memory.buffer, list, addresses.length + 1).set([...addresses, 0]);
  try {
    const status = guest.zeroperl_init_with_args(addresses.length, list);
    // Only this writes what is left in buffers when the status is not 0.
    guest.zeroperl_free_interpreter();
    return status;
  } catch (error) {
    if (error instanceof ExitSignal) return error.status;
    throw error;
  }
}

function cString({ malloc, memory }: ZeroPerlExports, text: string): GuestText {
  const bytes = Buffer.from(`${text}\0`);
  const address = malloc(bytes.length);
  new Uint8Array(memory.buffer).set(bytes, address);
  return { address, length: bytes.length - 1 };
}
