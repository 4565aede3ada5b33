/** Method calls (perlobj): finding the class, the method, AUTOLOAD, and perl's complaints. */
import type { PerlArray } from '../../runtime/array.js';
import { PerlCode } from '../../runtime/code.js';
import { looksLikeReference, str } from '../../runtime/convert.js';
import { GlobValue, PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import type { Stash } from '../../runtime/stash.js';
import { type PerlValue, referentOf, type Want } from '../../runtime/value.js';
import type { Interp } from './interp.js';

type Result = PerlValue | PerlValue[] | void;

/** `invocant->method(args)`; args[0] is the invocant already. */
export function callMethod(perl: Interp, invocant: PerlValue, method: string, args: PerlArray, want: Want): Result {
  const stash =
    invocant instanceof PerlHash && invocant.blessed !== null
      ? invocant.blessed
      : classOf(perl, invocant, method, args);
  const code = perl.packages.findMethod(stash, method);
  if (code !== null) return perl.callSub(code, args, want);
  return missingMethod(perl, stash, invocant, method, args, want);
}

/** The class of an invocant: blessed reference, class name, or file handle (IO::File). */
function classOf(perl: Interp, invocant: PerlValue, method: string, args: PerlArray): Stash {
  const referent = referentOf(invocant);
  if (referent !== null) {
    if (referent.blessed) return referent.blessed;
    if (referent instanceof PerlGlob && referent.io !== null) return handleClass(perl);
    return perl.die(`Can't call method "${method}" on unblessed reference`);
  }
  if (invocant instanceof GlobValue) return handleClass(perl);
  if (invocant === undefined) return perl.die(`Can't call method "${method}" on an undefined value`);
  const name = str(invocant);
  if (name === '') return perl.die(`Can't call method "${method}" without a package or object reference`);
  const known = perl.packages.stashes.get(name);
  if (known !== undefined && known.globs.size > 0) return known;
  const handle = perl.packages.find(perl.packages.qualify(name, perl.currentPackage()));
  if (handle !== undefined && handle.io !== null) {
    args.set(0, handle);
    return handleClass(perl);
  }
  return perl.stash(
    name
      .replace(/^(?:::)?(?:main::)?(?=.)/, '')
      .replace(/'/g, '::')
      .replace(/::$/, '') || 'main',
  );
}

function handleClass(perl: Interp): Stash {
  perl.compiler.requireModule('IO::File');
  return perl.stash('IO::File');
}

const withVersion = new WeakSet<Interp>();

/** The class version is part of perl: it is loaded when it is first needed. True if it had not been. */
export function versionIsMissing(perl: Interp): boolean {
  if (withVersion.has(perl)) return false;
  withVersion.add(perl);
  perl.compiler.requireModule('version');
  return true;
}

function missingMethod(
  perl: Interp,
  stash: Stash,
  invocant: PerlValue,
  method: string,
  args: PerlArray,
  want: Want,
): Result {
  if (stash.name === 'version' && versionIsMissing(perl)) return callMethod(perl, invocant, method, args, want);
  if (method === 'import' || method === 'unimport') return (want & 3) === 2 ? [] : undefined;
  const auto = perl.packages.findMethod(stash, 'AUTOLOAD');
  if (auto !== null && auto.fn !== null) {
    perl.scalar(`${auto.stash.name}::AUTOLOAD`).v = `${stash.name}::${method}`;
    return perl.callSub(auto, args, want);
  }
  const known = looksLikeReference(invocant) || packageSeen(perl, stash);
  const hint = known ? '' : ` (perhaps you forgot to load "${stash.name}"?)`;
  return perl.die(`Can't locate object method "${method}" via package "${stash.name}"${hint}`);
}

function packageSeen(perl: Interp, stash: Stash): boolean {
  if (stash.globs.size > 0) return true;
  const prefix = `${stash.name}::`;
  for (const name of perl.packages.stashes.keys()) if (name.startsWith(prefix)) return false;
  return false;
}

/** `invocant->$method(...)` where $method is a code reference or a (possibly qualified) name. */
export function callDynamicMethod(
  perl: Interp,
  invocant: PerlValue,
  method: PerlValue,
  args: PerlArray,
  want: Want,
): Result {
  if (method instanceof PerlCode) return perl.callSub(method, args, want);
  const name = str(method);
  const at = name.lastIndexOf('::');
  if (at < 0) return callMethod(perl, invocant, name, args, want);
  return callQualified(perl, invocant, name.slice(0, at), name.slice(at + 2), args, want);
}

/** `$o->Other::Class::method` and `$o->SUPER::method` (pkg: where it was compiled). */
export function callQualified(
  perl: Interp,
  invocant: PerlValue,
  cls: string,
  method: string,
  args: PerlArray,
  want: Want,
): Result {
  const inSuper = cls === 'SUPER' || cls.endsWith('::SUPER');
  const pkg = inSuper ? (cls === 'SUPER' ? perl.currentPackage() : cls.slice(0, -7)) : cls;
  const code = inSuper ? perl.packages.findSuper(pkg, method) : perl.packages.findMethod(perl.stash(pkg), method);
  if (code !== null) return perl.callSub(code, args, want);
  if (method === 'import' || method === 'unimport') return (want & 3) === 2 ? [] : undefined;
  if (inSuper) {
    const auto = perl.packages.findSuper(pkg, 'AUTOLOAD');
    if (auto !== null && auto.fn !== null) {
      perl.scalar(`${auto.stash.name}::AUTOLOAD`).v = `${pkg}::${method}`;
      return perl.callSub(auto, args, want);
    }
    return perl.die(`Can't locate object method "${method}" via package "${pkg}::SUPER"`);
  }
  return missingMethod(perl, perl.stash(pkg), invocant, method, args, want);
}
