/** Calls of subs and methods (perlsub, perlobj). */
import type { Call, CallRef, Expr, MethodCall } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { argumentArray, argumentsSource } from './arguments.js';
import { aliases, listOf, quote, register, scalar } from './emit.js';
import { lifetimes } from './ends.js';
import { callAliases, callLvalue } from './lvalue-subs.js';

/** '0', '1', '2', `want`, or such with HANDED_ON (deaths.ts) */
type WantText = string;

/** perldiag, "%s() called too early to check prototype" */
function warnTooEarly(c: Compiler, e: Call): void {
  const name = c.qualify(e.name);
  if (typeof c.ask('sub', name)?.prototype !== 'string') return;
  c.warn('prototype', `${name}() called too early to check prototype`, e.line);
}

function call(c: Compiler, e: Call, want: WantText): string {
  const glob = c.glob(e.name);
  if (e.early) warnTooEarly(c, e);
  if (e.args === null) return `${c.lib('callNamed')}(I,${glob},args,${want})`;
  if (e.args.length === 0 && lifetimes(c) === null) return `${c.lib('callBare')}(I,${glob},${want})`;
  return `${c.lib('callNamed')}(I,${glob},${argumentsSource(c, e.args)},${want})`;
}

/** A sub that is a constant by now is its value (perlsub "Constant Functions"). */
function constant(c: Compiler, e: Call): string | null {
  if (e.amp || (e.args !== null && e.args.length > 0)) return null;
  const v = c.ask('constant', c.qualify(e.name))?.value ?? null;
  if (v === null || typeof v === 'string') return v === null ? null : quote(v);
  return v < 0 ? `(${v})` : String(v);
}

register('Call', {
  scalar: (c, e) => constant(c, e) ?? call(c, e, '1'),
  list: (c, e) => {
    const value = constant(c, e);
    return value === null ? call(c, e, '2') : `[${value}]`;
  },
  voided: (c, e) => constant(c, e) ?? call(c, e, '0'),
  aliases: (c, e) => {
    const value = constant(c, e);
    return value === null
      ? (callAliases(c, e) ?? call(c, e, '2'))
      : `[${c.unit.ownConstant(`new ${c.lib('ReadonlyScalar')}(${value})`)}]`;
  },
  wanted: (c, e) => call(c, e, 'want'),
  lvalue: callLvalue,
});

/** Is it a constant rather than a call? */
export function constantCall(c: Compiler, e: Expr): boolean {
  return e.type === 'Call' && constant(c, e) !== null;
}
/** The JavaScript call of a Perl call. */
export function callSource(c: Compiler, e: Call | CallRef | MethodCall, want: WantText): string {
  if (e.type === 'Call') return call(c, e, want);
  return e.type === 'CallRef' ? callRef(c, e, want) : methodCall(c, e, want);
}

function callRef(c: Compiler, e: CallRef, want: WantText): string {
  const args = e.args === null ? 'args' : argumentsSource(c, e.args);
  return `${c.lib('callRef')}(I,${scalar(c, e.callee)},${args},${want})`;
}
register('CallRef', {
  scalar: (c, e) => callRef(c, e, '1'),
  list: (c, e) => callRef(c, e, '2'),
  voided: (c, e) => callRef(c, e, '0'),
  wanted: (c, e) => callRef(c, e, 'want'),
  aliases: (c, e) => callAliases(c, e) ?? callRef(c, e, '2'),
  lvalue: callLvalue,
});

function methodCall(c: Compiler, e: MethodCall, want: WantText): string {
  const invocant = invocantSource(c, e.invocant);
  const rest = e.args.length === 0 ? '' : `,...${listOf(c, e.args, aliases)}`;
  const t = c.temp();
  const args = argumentArray(c, `[${t}${rest}]`);
  const head = `${t}=${invocant}`;
  if (typeof e.method !== 'string') {
    const m = c.temp();
    return `(${head},${m}=${scalar(c, e.method)},${c.lib('callDynamicMethod')}(I,${t},${m},${args},${want}))`;
  }
  const at = e.method.lastIndexOf('::');
  if (at >= 0) {
    const cls = e.method.slice(0, at);
    return `(${head},${c.lib('callQualified')}(I,${t},${quote(cls)},${quote(e.method.slice(at + 2))},${args},${want}))`;
  }
  return `(${head},${c.lib('callMethod')}(I,${t},${quote(e.method)},${args},${want}))`;
}
function invocantSource(c: Compiler, e: Expr): string {
  if (e.type === 'Bareword') {
    if (c.ask('handle', c.qualify(e.name))) return c.glob(e.name);
    return quote(e.name);
  }
  return scalar(c, e);
}
register('MethodCall', {
  lvalue: callLvalue,
  aliases: (c, e) => methodCall(c, e, '2'),
  scalar: (c, e) => methodCall(c, e, '1'),
  list: (c, e) => methodCall(c, e, '2'),
  voided: (c, e) => methodCall(c, e, '0'),
  wanted: (c, e) => methodCall(c, e, 'want'),
});
