/** The pragmas that are compiled in: strict, warnings, integer, feature, utf8 ... (perldoc of each). */
import { str } from '../../runtime/convert.js';
import type { PerlValue } from '../../runtime/value.js';
import { changeWarnings, type Hints } from '../core/hints.js';
import { allCategories, isCategory, registerCategory } from '../core/warning-categories.js';
import type { Interp } from '../core/interp.js';
import { declareSub } from './install-sub.js';

/** What pragmas change: a compilation, or the repetition of one. */
export interface CompileScope {
  readonly perl: Interp;
  hints: Hints;
  pkg: string;
}

type Pragma = (env: CompileScope, no: boolean, args: PerlValue[]) => void;

const bundles: readonly (readonly [number, readonly string[]])[] = [
  [5.01, ['say', 'state', 'switch']],
  [5.011, ['unicode_strings']],
  [5.015, ['current_sub', 'evalbytes', 'fc', 'unicode_eval']],
  [5.023, ['postderef_qq']],
  [5.027, ['bitwise']],
  [5.035, ['isa', 'signatures']],
  [5.039, ['try']],
];
const everyFeature = [
  'indirect',
  'multidimensional',
  'bareword_filehandles',
  ...bundles.flatMap(([, names]) => names),
  'refaliasing',
  'declared_refs',
  'defer',
  'lexical_subs',
  'postderef',
  'array_base',
  'module_true',
  'extra_paired_delimiters',
  'class',
];

/** The features that `use VERSION` turns on. */
export function featuresOf(version: number): Set<string> {
  const found = new Set(bundles.filter(([from]) => version >= from).flatMap(([, names]) => names));
  if (version >= 5.035) found.delete('switch');
  else found.add('indirect').add('multidimensional');
  return version >= 5.037 ? found : found.add('bareword_filehandles');
}

function change(env: CompileScope, part: Partial<Hints>): void {
  env.hints = { ...env.hints, ...part };
}

function strict(env: CompileScope, no: boolean, args: PerlValue[]): void {
  const words = args.map((v) => str(v));
  const bad = words.filter((w) => !['refs', 'subs', 'vars'].includes(w));
  if (bad.length > 0) {
    env.perl.die(`Unknown 'strict' tag(s) '${bad.join(' ')}'`);
  }
  const all = words.length === 0;
  change(env, {
    ...(all || words.includes('refs') ? { strictRefs: !no } : {}),
    ...(all || words.includes('subs') ? { strictSubs: !no } : {}),
    ...(all || words.includes('vars') ? { strictVars: !no } : {}),
  });
}

function warnings(env: CompileScope, no: boolean, args: PerlValue[]): void {
  const words = args.map((v) => str(v));
  for (const word of words) {
    if (word === 'FATAL' || word === 'NONFATAL' || isCategory(word)) continue;
    if (word === 'register') {
      registerCategory(env.pkg);
      return;
    }
    env.perl.die(`Unknown warnings category '${word}'`);
  }
  env.hints = changeWarnings(env.hints, !no, words, env.perl.warnAll ? allCategories : new Set());
}

function feature(env: CompileScope, no: boolean, args: PerlValue[]): void {
  const features = new Set(env.hints.features);
  for (const word of args.map((v) => str(v))) {
    if (word.startsWith(':')) {
      const names = word === ':all' ? everyFeature : [...featuresOf(bundleVersion(word))];
      for (const name of names) {
        if (no) features.delete(name);
        else features.add(name);
      }
    } else if (no) features.delete(word);
    else if (everyFeature.includes(word)) features.add(word);
    else env.perl.die(`Feature "${word}" is not supported by Perl 5.42.0`);
  }
  change(env, { features });
}
function bundleVersion(word: string): number {
  const [, minor = '10'] = /^:5\.(\d+)/.exec(word) ?? [];
  return 5 + Number(minor) / 1000;
}

const flag =
  (name: 'integer' | 'bytes' | 'utf8' | 'locale'): Pragma =>
  (env, no) =>
    change(env, { [name]: !no });

/** use vars qw($x @y): the globs count as imported */
function vars(env: CompileScope, _no: boolean, args: PerlValue[]): void {
  for (const word of args.map((v) => str(v))) {
    const m = /^([$@%*&])(.+)$/.exec(word);
    if (m === null) {
      env.perl.die(`'${word}' is not a valid variable name`);
      continue;
    }
    const glob = env.perl.glob(env.perl.packages.qualify(m[2] as string, env.pkg));
    glob.imported += m[1] === '*' ? '$@%' : m[1];
  }
}

/** use subs qw(name ...) */
function subs(env: CompileScope, _no: boolean, args: PerlValue[]): void {
  for (const name of args.map((v) => str(v))) {
    declareSub(env.perl, name.includes('::') ? name : `${env.pkg}::${name}`, null);
    env.perl.glob(`${env.pkg}::${name}`).imported += '&';
  }
}

function lib(env: CompileScope, no: boolean, args: PerlValue[]): void {
  const inc = env.perl.glob('main::INC').av;
  const named = args.map((v) => str(v));
  const kept = inc.list().filter((v) => !named.includes(str(v)));
  inc.assign(no ? kept : [...args, ...kept]);
}

function bytesPragma(env: CompileScope, no: boolean): void {
  env.perl.compiler.requireModule('bytes');
  change(env, { bytes: !no });
}

const pragmas: Readonly<Record<string, Pragma>> = {
  strict,
  warnings,
  feature,
  integer: flag('integer'),
  bytes: (env, no) => bytesPragma(env, no),
  utf8: flag('utf8'),
  locale: flag('locale'),
  vars,
  subs,
  lib,
  less: () => {},
  diagnostics: () => {},
  experimental: (env, no, args) => {
    const names = args.map((v) => str(v));
    feature(
      env,
      no,
      names.filter((n) => everyFeature.includes(n)),
    );
    env.hints = changeWarnings(
      env.hints,
      no,
      names.map((n) => `experimental::${n}`),
      new Set(),
    );
  },
  filetest: () => {},
  sort: () => {},
  'warnings::register': (env) => registerCategory(env.pkg),
};

export function isPragma(module: string): boolean {
  return Object.hasOwn(pragmas, module);
}
export function applyPragma(env: CompileScope, module: string, no: boolean, args: PerlValue[]): void {
  const file = `${module.replace(/::/g, '/')}.pm`;
  env.perl.glob('main::INC').hv.set(file, `(built in)/${file}`);
  (pragmas[module] as Pragma)(env, no, args);
}

const PERL_VERSION = 5.042;

/** use VERSION: checks, features, and strict from 5.12, warnings from 5.36 */
export function useVersion(env: CompileScope, stmt: { readonly no: boolean; readonly version: string | null }): void {
  const wanted = parseVersion(stmt.version ?? '0');
  if (stmt.no ? wanted <= PERL_VERSION : wanted > PERL_VERSION) {
    const shown = versionText(wanted);
    const verb = stmt.no
      ? `Perls since ${shown} too modern--this is v5.42.0, stopped`
      : `Perl ${shown} required--this is only v5.42.0, stopped`;
    env.perl.die(verb);
  }
  if (stmt.no) return;
  change(env, { features: featuresOf(wanted) });
  if (wanted >= 5.011) change(env, { strictRefs: true, strictSubs: true, strictVars: true });
  if (wanted >= 5.035) warnings(env, false, []);
}
function parseVersion(text: string): number {
  const clean = text.replace(/_/g, '');
  if (/^v|\..*\./.test(clean)) {
    const [a = 0, b = 0, d = 0] = clean.replace(/^v/, '').split('.').map(Number);
    return a + b / 1000 + d / 1_000_000;
  }
  return Number(clean);
}
function versionText(n: number): string {
  const [major, rest = ''] = n.toFixed(6).split('.');
  return `v${major}.${Number(rest.slice(0, 3))}.${Number(rest.slice(3))}`;
}
