/** mro (perldoc mro): method resolution orders and next::method. */
import { PerlArray } from '../../../runtime/array.js';
import type { PerlCode } from '../../../runtime/code.js';
import { str } from '../../../runtime/convert.js';
import { bool, referentOf, type PerlValue, type Want } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import type { NativeModule } from '../native-module.js';

export const mro: NativeModule = {
  version: '1.29',
  install(perl) {
    const name = (v: PerlValue): string => str(v, 'subroutine entry');
    const setOrder = (cls: string, kind: string): void => {
      if (kind === 'c3') perl.packages.c3.add(cls);
      else if (kind === 'dfs') perl.packages.c3.delete(cls);
      else perl.die(`Invalid mro name: '${kind}'`);
      perl.packages.generation++;
    };
    const define = (sub: string, fn: (args: PerlArray, want: Want) => PerlValue | PerlValue[] | void): void => {
      perl.define(`mro::${sub}`, fn);
    };
    define(
      'get_linear_isa',
      (args) => new PerlArray(linear(perl, name(args.get(0)), args.length > 1 ? name(args.get(1)) : null)),
    );
    define('set_mro', (args) => setOrder(name(args.get(0)), name(args.get(1))));
    define('get_mro', (args) => (perl.packages.c3.has(name(args.get(0))) ? 'c3' : 'dfs'));
    define('get_isarev', (args) => new PerlArray(heirs(perl, name(args.get(0)))));
    define('is_universal', (args) => bool(name(args.get(0)) === 'UNIVERSAL'));
    define('invalidate_all_method_caches', () => void perl.packages.generation++);
    define('method_changed_in', () => void perl.packages.generation++);
    define('get_pkg_gen', () => perl.packages.generation);
    define('import', (args) => setOrder(perl.currentPackage(), args.length > 1 ? name(args.get(1)) : 'dfs'));
    perl.define('next::method', (args, want) => callNext(perl, args, want, true));
    perl.define('next::can', (args) => nextMethod(perl, args.get(0))?.code ?? undefined);
    perl.define('maybe::next::method', (args, want) => callNext(perl, args, want, false));
  },
};

function linear(perl: Interp, cls: string, kind: string | null): string[] {
  if (kind === null || (kind === 'c3') === perl.packages.c3.has(cls)) return [...perl.packages.linearIsa(cls)];
  const { c3 } = perl.packages;
  const before = c3.has(cls);
  if (kind === 'c3') c3.add(cls);
  else c3.delete(cls);
  const order = [...perl.packages.linearIsa(cls)];
  if (before) c3.add(cls);
  else c3.delete(cls);
  return order;
}

function heirs(perl: Interp, cls: string): string[] {
  return [...perl.packages.stashes.keys()].filter((name) => name !== cls && perl.packages.isa(name, cls));
}

/** The next method after the one that is running, in the object's C3 order. */
function nextMethod(perl: Interp, object: PerlValue): { code: PerlCode | null; name: string } | null {
  const cls = referentOf(object)?.blessed?.name ?? str(object, 'next::method');
  for (let level = 0; ; level++) {
    const frame = perl.caller(level);
    if (frame === null) break;
    const at = frame.sub.lastIndexOf('::');
    const method = frame.sub.slice(at + 2);
    if (method === '__ANON__' || method === '(eval)' || at < 0) continue;
    const order = linear(perl, cls, 'c3');
    const rest = order.slice(order.indexOf(frame.sub.slice(0, at)) + 1);
    for (const pkg of rest) {
      const code = perl.packages.find(`${pkg}::${method}`)?.c;
      if (code?.fn) return { code, name: method };
    }
    return { code: null, name: method };
  }
  return null;
}

function callNext(perl: Interp, args: PerlArray, want: Want, required: boolean): PerlValue | PerlValue[] | void {
  const next = nextMethod(perl, args.get(0));
  if (next === null) return perl.die('next::method/next::can/maybe::next::method must be used in method context');
  if (next.code !== null) return perl.callSub(next.code, args, want);
  if (!required) return want === 2 ? [] : undefined;
  return perl.die(
    `No next::method '${next.name}' found for ${referentOf(args.get(0))?.blessed?.name ?? str(args.get(0), 'call')}`,
  );
}
