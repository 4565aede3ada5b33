/** Literals, interpolation and anonymous data (perlop "Quote and Quote-like Operators", perlref). */
import { isNamed } from './once.js';
import type { Expr, Interp as InterpNode, NumLit } from '../syntax/ast.js';
import { isOnlyPiece } from './joined-strings.js';
import type { Compiler } from './compiler.js';
import { aliases, bool, inContext, list, listOf, lvalue, quote, register, scalar, voided } from './emit.js';
import { notingLists } from './noting-lists.js';
import { binaryOpText } from './op-names.js';

export function numberLiteral(c: Compiler, e: NumLit): string {
  const v = e.value;
  if (typeof v === 'bigint') return c.unit.constant(`${v}n`);
  if (e.float && Number.isInteger(v) && Math.abs(v) >= 1e15 && Math.abs(v) < 2 ** 53)
    return c.unit.constant(`new ${c.lib('FloatInteger')}(${v})`);
  if (Object.is(v, -0)) return '-0';
  return v < 0 ? `(${v})` : v === Infinity ? 'Infinity' : String(v);
}

register('NumLit', {
  scalar: numberLiteral,
  bool: (_c, e) => String(e.value !== 0 && e.value !== 0n),
  lvalue: (c, e) => c.unit.ownConstant(`new ${c.lib('ReadonlyScalar')}(${numberLiteral(c, e)})`),
  voided: () => '',
});
register('StrLit', {
  scalar: (_c, e) => quote(e.value),
  bool: (_c, e) => String(e.value !== '' && e.value !== '0'),
  lvalue: (c, e) => c.unit.ownConstant(`new ${c.lib('ReadonlyScalar')}(${quote(e.value)})`),
  voided: () => '',
});

/** A part of a string, as a JavaScript string. */
function part(c: Compiler, e: Expr, op: string): string {
  if (e.type === 'StrLit') return quote(e.value);
  return `${c.lib('str')}(${scalar(c, e)},${op})`;
}
/** The text of a pattern in which variables stand (perlop "Gory details of parsing quoted constructs"). */
export function interpolatedPattern(c: Compiler, e: InterpNode): string {
  const text = 'regexp compilation';
  if (c.ask('overloaded', 'concatenation')) return joinedObjects(c, e.parts, text);
  return `(""+${e.parts.map((p) => part(c, p, c.op(text, [p]))).join('+')})`;
}
export function interpolate(c: Compiler, e: InterpNode): string {
  if (e.parts.length === 0) return '""';
  if (e.parts.length === 1) {
    const only = e.parts[0] as Expr;
    if (only.type === 'JoinList') return scalar(c, only);
    return part(c, only, c.op('string', [only]));
  }
  const text = binaryOpText['.'] as string;
  if (c.ask('overloaded', 'concatenation')) return joinedObjects(c, e.parts, text);
  const certain = isOnlyPiece(c, e);
  const parts = e.parts.map((p) => part(c, p, c.op(text, [p], certain)));
  if (e.parts[0]?.type !== 'StrLit' && e.parts[0]?.type !== 'Var') return `(""+${parts.join('+')})`;
  return `(${parts.join('+')})`;
}
/** The parts one after another, as by `.`: there may be an object that overloads it. */
function joinedObjects(c: Compiler, parts: readonly Expr[], text: string): string {
  const values = parts.map((p) => scalar(c, p));
  const ops = parts.map((p) => c.op(text, [p]));
  return `${c.lib('joinParts')}([${values.join(',')}],[${ops.join(',')}])`;
}
register('Interp', { scalar: interpolate });
/** perldiag, "Possible unintended interpolation": an array in a string that is nothing yet. */
function warnUnintended(c: Compiler, e: Expr): void {
  if (e.type !== 'Var' || e.sigil !== '@' || !/^[A-Za-z]/.test(e.name) || c.lookup('@', e.name, false)) return;
  const name = c.qualify(e.name);
  if (c.ask('array', name) || isNamed(c.perl, name)) return;
  c.warn('ambiguous', `Possible unintended interpolation of @${e.name} in string`, e.line);
}
register('JoinList', {
  scalar(c, e) {
    if (!c.hints.strictVars) warnUnintended(c, e.list);
    const separator: Expr = { type: 'Var', line: e.line, sigil: '$', name: '"' };
    const op = c.op('join or string', [separator, e.list]);
    return notingLists(c, [e.list], `${c.lib('joinInterpolated')}(I,${list(c, e.list)},${op})`);
  },
});

// ---- lists ------------------------------------------------------------------------------------------------------

register('List', {
  /** the comma operator: all but the last for their effects */
  scalar(c, e) {
    const n = e.items.length;
    if (n === 0) return 'undefined';
    if (n === 1) return scalar(c, e.items[0] as Expr);
    return `(${e.items.map((x) => scalar(c, x)).join(',')})`;
  },
  list: (c, e) => listOf(c, e.items),
  voided: (c, e) => e.items.map((x) => asStatement(voided(c, x))).join(''),
  bool(c, e) {
    if (e.items.length === 1) return bool(c, e.items[0] as Expr);
    return `${c.lib('truthy')}(${scalar(c, e)})`;
  },
  lvalue: (c, e) => (e.items.length === 1 ? lvalue(c, e.items[0] as Expr) : `new ${c.lib('Scalar')}(${scalar(c, e)})`),
  wanted(c, e) {
    if (e.items.length === 1) return inContext(c, e.items[0] as Expr, 'want');
    return `(want===2?${listOf(c, e.items)}:${scalar(c, e)})`;
  },
  aliases: (c, e) => listOf(c, e.items, aliases),
});

/** A void form as a statement. */
export function asStatement(js: string): string {
  return js === '' || /[;}]$/.test(js) ? js : `${js};`;
}

register('AnonArray', { scalar: (c, e) => `new ${c.lib('PerlArray')}(${listOf(c, e.items)})`, bool: () => 'true' });
register('AnonHash', {
  scalar: (c, e) =>
    e.items.length === 0 ? `new ${c.lib('PerlHash')}()` : `${c.lib('anonHash')}(${listOf(c, e.items)})`,
});
register('Yada', { scalar: (c) => `${c.lib('dieWith')}(I,"Unimplemented")` });
