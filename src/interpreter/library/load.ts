/** require, do FILE and eval STRING (perlfunc). */
import { readFileSync, statSync } from 'node:fs';
import { ENOENT } from '../../abi/linux-errno.js';
import { PerlArray } from '../../runtime/array.js';
import { PerlCode, type SubFunction } from '../../runtime/code.js';
import { looksLikeReference, str, toNumber, truthy } from '../../runtime/convert.js';
import { PerlDie } from '../../runtime/exceptions.js';
import { LIST, type PerlValue, SCALAR, type Want } from '../../runtime/value.js';
import { fileFunction } from '../cache/program-cache.js';
import { registerCategory } from '../core/warning-categories.js';
import { countEvals } from '../compile/eval-count.js';
import { runEvalString } from '../compile/program.js';
import type { Interp } from '../core/interp.js';
import { errnoAfterLoading, evalsOfLoading } from '../modules/traces-of-loading.js';
import { nativeModules } from '../modules/registry.js';
import { isReplaceable, isShortForm } from '../modules/system-modules.js';
import { guarded } from './errors.js';

type Result = PerlValue | PerlValue[] | void;

export function evalString(
  perl: Interp,
  source: PerlValue,
  site: number,
  args: PerlArray,
  want: Want,
  run: (js: string) => unknown,
): Result {
  const text = str(source, 'eval "string"');
  return guarded(perl, 'evalstr', text, () => runEvalString(perl, text, site, args, want, run), want);
}
/** Named subs of an evaluated text: `index` finds what the compiler wants done with the function. */
export function defineInline(perl: Interp, index: number, fn: SubFunction): void {
  (perl.pendingSubs[index] as (fn: SubFunction) => void)(fn);
}

const fileOfModule = (name: string): string => `${name.replace(/::|'/g, '/')}.pm`;
const moduleOf = (path: string): string => path.replace(/\.pm$/, '').replaceAll('/', '::');

/** Where the modules written in Perl are that stand in for perl's own. */
const OWN_LIBRARY = /[/\\]interpreter[/\\]lib[/\\]|[/\\]ipc-sysv[/\\]perl[/\\]/;

/** Is a module of this project passed over in favour of a file? */
const preferred = (perl: Interp, path: string): boolean =>
  perl.preferFiles.has(path) || (perl.systemModules && isReplaceable(path));

/** Modules that are warning categories of their own (perldoc warnings::register). */
const withCategory = new Set(['Socket', 'constant', 'overload', 'Hash::Util', 'vars']);

export function requireModule(perl: Interp, name: string): PerlValue {
  return requireFile(perl, fileOfModule(name));
}

export function requireFile(perl: Interp, given: PerlValue): PerlValue {
  if (typeof given === 'number') return requireVersion(perl, given);
  const path = str(given, 'require');
  const inc = perl.glob('main::INC').hv;
  if (inc.exists(path)) {
    if (inc.get(path) !== undefined) return 1;
    return perl.die(`Attempt to reload ${path} aborted.\nCompilation failed in require`);
  }
  if (path === '') return perl.die('Missing or undefined argument to require');
  const native = path.endsWith('.pm') ? nativeModules[path.slice(0, -3).replace(/\//g, '::')] : undefined;
  if (native !== undefined && !preferred(perl, path)) {
    const name = path.slice(0, -3).replace(/\//g, '::');
    inc.set(path, `(built in)/${path}`);
    perl.packages.declared.add(name);
    perl.scalar(`${name}::VERSION`).v = native.version;
    countEvals(evalsOfLoading(name, perl.countedModules));
    native.install(perl);
    if (withCategory.has(name)) registerCategory(name);
    perl.errno = errnoAfterLoading(name);
    return 1;
  }
  const found = findInInc(perl, path);
  if (found === null) return cannotLocate(perl, path);
  inc.set(path, found.name);
  const isOwn = OWN_LIBRARY.test(found.name);
  if (isOwn) countEvals(evalsOfLoading(moduleOf(path), perl.countedModules));
  perl.errno = 0;
  const result = runRequired(perl, path, found.name, found.source);
  if (isOwn) perl.errno = errnoAfterLoading(moduleOf(path));
  return result;
}

function runRequired(perl: Interp, path: string, file: string, source: string): PerlValue {
  const inc = perl.glob('main::INC').hv;
  const depth = perl.frames.push('require', perl.cop, null, null, SCALAR, file);
  const cop = perl.cop;
  try {
    const fn = fileFunction(perl, source, file);
    const result = fn(new PerlArray(), SCALAR) as PerlValue;
    perl.cop = cop;
    perl.frames.depth = depth;
    if (!truthy(result)) {
      inc.delete(path);
      perl.die(`${path} did not return a true value`);
    }
    return result;
  } catch (e) {
    perl.frames.depth = depth;
    perl.cop = cop;
    if (!(e instanceof PerlDie)) throw e;
    inc.set(path, undefined);
    if (looksLikeReference(e.value)) throw e;
    const text = str(e.value);
    throw new PerlDie(
      text.endsWith('did not return a true value' + perl.place())
        ? text
        : `${text}Compilation failed in require${perl.place()}`,
    );
  }
}

interface Found {
  readonly name: string;
  readonly source: string;
}

function readSource(path: string): string | null {
  try {
    if (!statSync(path).isFile()) return null;
    return readFileSync(path, 'latin1');
  } catch {
    return null;
  }
}

function findInInc(perl: Interp, path: string): Found | null {
  if (/^(?:\/|\.\.?\/)/.test(path)) {
    const source = readSource(path);
    return source === null ? null : { name: path, source };
  }
  const found = searchInc(perl, path, preferred(perl, path) || isShortForm(path));
  return found === null && isShortForm(path) ? searchInc(perl, path, false) : found;
}

/** The first file in @INC; `others`: not one of this project's own. */
function searchInc(perl: Interp, path: string, others: boolean): Found | null {
  for (const dir of perl.glob('main::INC').av.list()) {
    if (looksLikeReference(dir)) {
      const hooked = fromHook(perl, dir, path);
      if (hooked !== null) return hooked;
      continue;
    }
    const name = `${str(dir)}/${path}`.replace(/^\.\/+/, '');
    if (others && OWN_LIBRARY.test(name)) continue;
    const source = readSource(name);
    if (source !== null) return { name, source };
  }
  return null;
}
/** A code reference (or object with INC method) in @INC (perlfunc require). */
function fromHook(perl: Interp, hook: PerlValue, path: string): Found | null {
  const code = hook instanceof PerlCode ? hook : null;
  const answer = (
    code !== null
      ? perl.call(code, [hook, path], LIST)
      : hook instanceof PerlArray && hook.blessed === null
        ? perl.call(hook.get(0) as PerlCode, [hook, path], LIST)
        : perl.callMethod(hook, 'INC', [path], LIST)
  ) as PerlValue[];
  const source = sourceFromHook(perl, answer);
  return source === null ? null : { name: `/loader/${path}`, source };
}
function sourceFromHook(perl: Interp, answer: PerlValue[]): string | null {
  let text = '';
  let any = false;
  for (const v of answer) {
    if (v === undefined) continue;
    const target = (v as { target?: { v: PerlValue } }).target;
    if (target !== undefined) text += str(target.v);
    else if (v instanceof PerlCode) {
      const line = perl.underscore.s;
      while (truthy(perl.call(v, [], SCALAR) as PerlValue)) text += str(line.v);
    } else text += perl.slurp(v);
    any = true;
  }
  return any ? text : null;
}

function cannotLocate(perl: Interp, path: string): never {
  perl.errno = ENOENT;
  if (/^(?:\/|\.\.?\/)/.test(path)) return perl.die(`Can't locate ${path}`);
  const dirs = perl
    .glob('main::INC')
    .av.list()
    .map((v) => str(v))
    .join(' ');
  const module = path.endsWith('.pm') ? path.slice(0, -3).replace(/\//g, '::') : null;
  const hint =
    module === null
      ? path.endsWith('.h')
        ? ' (change .h to .ph maybe?)'
        : path.endsWith('.ph')
          ? ' (did you run h2ph?)'
          : ''
      : ` (you may need to install the ${module} module)`;
  return perl.die(`Can't locate ${path} in @INC${hint} (@INC contains: ${dirs})`);
}

/** require VERSION */
export function requireVersion(perl: Interp, v: PerlValue): PerlValue {
  const text =
    typeof v === 'string' && /^[\0-\x1f]/.test(v)
      ? [...v].reduce((sum, ch, i) => sum + ch.charCodeAt(0) / 1000 ** i, 0)
      : toNumber(v);
  if (text <= 5.042) return 1;
  const [major, rest = ''] = text.toFixed(6).split('.');
  return perl.die(
    `Perl v${major}.${Number(rest.slice(0, 3))}.${Number(rest.slice(3))} required--this is only v5.42.0, stopped`,
  );
}

/** do FILE: undef with $! if it can't be read, with $@ if it can't be compiled */
export function doFile(perl: Interp, given: PerlValue, want: Want): Result {
  const path = str(given, 'do "file"');
  const found = findInInc(perl, path);
  if (found === null) {
    perl.errno = 2;
    return want === LIST ? [] : undefined;
  }
  perl.glob('main::INC').hv.set(path, found.name);
  return guarded(
    perl,
    'require',
    found.name,
    () => fileFunction(perl, found.source, found.name)(new PerlArray(), want),
    want,
  );
}
