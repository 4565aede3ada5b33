/** zip and mesh of List::Util: several arrays side by side. */
import { PerlArray } from '../../../runtime/array.js';
import type { PerlValue, Want } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import type { ListFunction } from './list-util.js';

type Length = (lengths: number[]) => number;
const longest: Length = (lengths) => Math.max(0, ...lengths);
const shortest: Length = (lengths) => (lengths.length === 0 ? 0 : Math.min(...lengths));

function arraysOf(perl: Interp, args: PerlArray, name: string): PerlArray[] {
  return args.list().map((v) => (v instanceof PerlArray ? v : perl.die(`Expected an ARRAY reference to ${name}`)));
}

function rows(perl: Interp, args: PerlArray, name: string, length: Length): PerlValue[][] {
  const arrays = arraysOf(perl, args, name);
  const n = length(arrays.map((array) => array.length));
  return Array.from({ length: n }, (_, i) => arrays.map((array) => array.get(i)));
}

const zip = (name: string, length: Length): ListFunction => ({
  prototype: null,
  fn(perl, args, want: Want) {
    const out = rows(perl, args, name, length).map((row) => new PerlArray(row));
    return want === 2 ? out : out.length;
  },
});

const mesh = (name: string, length: Length): ListFunction => ({
  prototype: null,
  fn(perl, args, want: Want) {
    const out = rows(perl, args, name, length).flat();
    return want === 2 ? out : out.length;
  },
});

const zips: Record<string, ListFunction> = {
  zip: zip('zip', longest),
  zip_longest: zip('zip_longest', longest),
  zip_shortest: zip('zip_shortest', shortest),
  mesh: mesh('mesh', longest),
  mesh_longest: mesh('mesh_longest', longest),
  mesh_shortest: mesh('mesh_shortest', shortest),
};

export const zipFunctions: Readonly<Record<string, ListFunction>> = zips;
