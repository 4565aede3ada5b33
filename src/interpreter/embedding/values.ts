/** Values both ways between JavaScript and Perl. Arrays and hashes are copied; code and objects stay what they are. */
import { PerlArray } from '../../runtime/array.js';
import { noteAstral } from '../../runtime/astral.js';
import { PerlCode } from '../../runtime/code.js';
import { counting } from '../../runtime/counting.js';
import { PerlHash } from '../../runtime/hash.js';
import { bool, Dual, FlaggedString, FloatInteger, type PerlValue, referentOf } from '../../runtime/value.js';
import { hold } from '../lifetime/counts.js';

/** What a program in JavaScript may hand to Perl. */
export type ToPerl =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PerlReference
  | PerlSub
  | readonly ToPerl[]
  | ReadonlyMap<string, ToPerl>
  | { readonly [key: string]: ToPerl };

/** What it gets back: undef, numbers, strings, arrays, plain objects, functions, and references that stay opaque. */
export type FromPerl =
  | undefined
  | number
  | bigint
  | string
  | PerlReference
  | PerlSub
  | FromPerl[]
  | { [key: string]: FromPerl };

/** A sub of Perl, or a function for Perl. A list as the result: answer an array. */
export type PerlSub = (...args: ToPerl[]) => FromPerl | ToPerl | void;

/** A reference that JavaScript only passes on: a blessed object, a glob, a reference to a scalar or a regexp. */
export class PerlReference {
  /** The class it is blessed into; undefined for other references. */
  readonly className: string | undefined;
  /** @internal */
  readonly value: PerlValue;
  constructor(value: PerlValue) {
    this.value = value;
    this.className = referentOf(value)?.blessed?.name;
  }
}

/** What turns functions into the other language's. */
export interface Functions {
  /** A sub for Perl that calls the function. */
  wrap(call: PerlSub): PerlCode;
  /** A function for JavaScript that calls the sub. */
  unwrap(code: PerlCode): PerlSub;
}

export function toPerl(value: ToPerl, functions: Functions): PerlValue {
  switch (typeof value) {
    case 'string':
      return noteAstral(value);
    case 'boolean':
      return bool(value);
    case 'function':
      return functions.wrap(value);
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    case 'number':
    case 'undefined':
      return value;
    default:
      return value === null ? undefined : objectToPerl(value, functions);
  }
}

type Structure = Exclude<Extract<ToPerl, object>, PerlSub>;

function objectToPerl(value: Structure, functions: Functions): PerlValue {
  if (value instanceof PerlReference) return value.value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  if (Array.isArray(value)) return new PerlArray(value.map((element: ToPerl) => toPerl(element, functions)));
  const entries: Iterable<[string, ToPerl]> = value instanceof Map ? value : Object.entries(value as object);
  const hash = new PerlHash();
  for (const [key, element] of entries) hash.set(key, toPerl(element, functions));
  return hash;
}

export function fromPerl(value: PerlValue, functions: Functions, seen = new Map<object, FromPerl>()): FromPerl {
  if (typeof value !== 'object') return value;
  if (value instanceof Dual || value instanceof FlaggedString) return value.s;
  if (value instanceof FloatInteger) return value.n;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (referentOf(value)?.blessed) return passedOn(value);
  if (value instanceof PerlCode) return functions.unwrap(value);
  if (value instanceof PerlArray) return arrayFromPerl(value, functions, seen);
  return value instanceof PerlHash ? hashFromPerl(value, functions, seen) : passedOn(value);
}

function arrayFromPerl(array: PerlArray, functions: Functions, seen: Map<object, FromPerl>): FromPerl[] {
  const copy: FromPerl[] = [];
  seen.set(array, copy);
  for (let index = 0; index < array.length; index++) copy.push(fromPerl(array.get(index), functions, seen));
  return copy;
}

function hashFromPerl(hash: PerlHash, functions: Functions, seen: Map<object, FromPerl>): { [key: string]: FromPerl } {
  const copy: { [key: string]: FromPerl } = {};
  seen.set(hash, copy);
  for (const key of hash.keys()) copy[key] = fromPerl(hash.get(key), functions, seen);
  return copy;
}

/** JavaScript holds it from now on, and tells nobody when it no longer does: DESTROY comes at the end of a program that is run. */
function passedOn(value: PerlValue): PerlReference {
  if (counting.on) hold(value);
  return new PerlReference(value);
}
