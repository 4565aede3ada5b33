/** From a Perl value to the file handle it means (perlfunc open, perldata). */
import { GlobValue, PerlGlob } from '../../runtime/glob.js';
import { str } from '../../runtime/convert.js';
import { NO, ScalarRef } from '../../runtime/value.js';
import type { PerlValue, Referent } from '../../runtime/value.js';
import { FileHandle } from './file-handle.js';
import { perl } from './perl.js';

/** The glob a value means, or null for undef. Names make their glob, as symbolic references do. */
export function globOf(v: PerlValue): PerlGlob | null {
  if (v instanceof PerlGlob) return v;
  if (v instanceof GlobValue) return v.globValue;
  if (v === undefined) return null;
  if (v instanceof ScalarRef) {
    const inner = v.target.v;
    return inner instanceof GlobValue ? inner.globValue : null;
  }
  if ((v as unknown) instanceof FileHandle) return globAround(v as unknown as FileHandle);
  if (typeof v === 'object' && 'blessed' in v && v.blessed) return overloadedGlob(v);
  return globNamed(str(v, 'open'));
}

/** A handle given by name. */
function globNamed(name: string): PerlGlob {
  const { packages } = perl();
  return perl().glob(packages.qualify(name.replace(/^\*/, ''), perl().currentPackage()));
}

/** An object that has a handle inside: `use overload '*{}'`. */
function overloadedGlob(v: PerlValue & Referent): PerlGlob | null {
  const method = v.blessed ? perl().findMethod(v.blessed, '(*{}') : null;
  if (method === null) return perl().die('Bad filehandle: ' + str(v, 'open'));
  const found = perl().callScalar(method, [v, undefined, NO]);
  return found === v ? null : globOf(found);
}

const wrapped = new WeakMap<FileHandle, PerlGlob>();

/** A glob for a bare IO slot (*STDOUT{IO}). */
function globAround(handle: FileHandle): PerlGlob {
  let glob = wrapped.get(handle);
  if (glob === undefined) {
    glob = new PerlGlob(perl().glob('main::STDIN').stash, '__ANONIO__');
    glob.io = handle;
    handle.pinned = true;
    wrapped.set(handle, glob);
  }
  return glob;
}

/** The handle in a glob, or null. */
export function handleIn(glob: PerlGlob | null): FileHandle | null {
  return glob === null ? null : (glob.io as FileHandle | null);
}

/** The handle a value means, or null. */
export function handleOf(v: PerlValue): FileHandle | null {
  return v instanceof PerlGlob ? (v.io as FileHandle | null) : handleIn(globOf(v));
}

/** The handle in a glob, made if the glob has none. */
export function makeHandle(glob: PerlGlob): FileHandle {
  if (glob.io === null) {
    const handle = new FileHandle();
    handle.name = glob.fullName === 'main::ARGV' ? '' : glob.name;
    glob.io = handle;
  }
  return glob.io as FileHandle;
}

function strictRefs(): boolean {
  return perl().cops[perl().cop]!.hints.strictRefs;
}

/** The glob for an operand that should be a handle: undef dies under strict refs, else it is a handle never opened. */
export function requiredGlob(v: PerlValue): PerlGlob {
  const glob = globOf(v);
  if (glob !== null) return glob;
  if (strictRefs()) perl().die("Can't use an undefined value as a symbol reference");
  perl().uninitialized('ref-to-glob cast');
  return new PerlGlob(perl().stash('main'), '__ANONIO__');
}

/** The glob for the operand of open or print, where a name is a symbolic reference. */
export function symbolGlob(v: PerlValue): PerlGlob {
  if (v instanceof PerlGlob) return v;
  if (typeof v === 'string' && strictRefs()) {
    const shown = v.length > 32 ? `"${v.slice(0, 32)}"...` : `"${v}"`;
    perl().die(`Can't use string (${shown}) as a symbol ref while "strict refs" in use`);
  }
  return globOf(v) ?? perl().die("Can't use an undefined value as a symbol reference");
}
