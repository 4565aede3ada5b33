/** m//, s///, tr///, qr// and split (perlop, perlre). */
import type { Expr, Func, Match, Subst, Trans } from '../syntax/ast.js';
import { interpolatedPattern } from './emit-literals.js';
import { Transliteration, regexp } from '../regexp/ops.js';
import { countsOnly } from '../syntax/binding.js';
import { blockInContext, functionSource } from './blocks.js';
import type { Compiler } from './compiler.js';
import { lvalue, quote, register, scalar } from './emit.js';

const matchText = 'pattern match (m//)';
const topic = (line: number): Expr => ({ type: 'Var', line, sigil: '$', name: '_' });

/** The flags that belong to the pattern rather than to the operation. */
function patternFlags(c: Compiler, flags: string): string {
  const own = flags.replace(/[gcoer]/g, '');
  // perlre "Character set modifiers": under `use feature 'unicode_strings'` /u is the default
  return c.hints.features.has('unicode_strings') && !/[adlu]/.test(own) ? `${own}u` : own;
}

/**
 * Constant patterns and lists are compiled with the program, so that perl's complaints about them come then and name
 * their own line.
 */
function atOwnLine(c: Compiler, line: number, compile: () => unknown): void {
  const { perl } = c;
  const saved = perl.cop;
  perl.cop = perl.cops.push({ ...c.cop, line }) - 1;
  try {
    compile();
  } finally {
    perl.cop = saved;
  }
}

/** JavaScript for the compiled pattern: a constant where nothing is interpolated. */
function pattern(c: Compiler, p: Expr, flags: string, op: string): string {
  c.scope.hasMatch = true;
  const own = quote(patternFlags(c, flags));
  if (p.type === 'StrLit') {
    atOwnLine(c, p.line, () => regexp(p.value, flags));
    return c.unit.lateConstant(`${c.lib('regexp')}(${quote(p.value)},${own})`);
  }
  const only = p.type === 'Interp' && p.parts.length === 1 ? (p.parts[0] as Expr) : null;
  const lone = only !== null && only.type !== 'JoinList' ? only : p;
  const value = lone.type === 'Interp' && lone.parts.length > 1 ? interpolatedPattern(c, lone) : scalar(c, lone);
  if (!flags.includes('o')) return `${c.lib('regexpFrom')}(${value},${own},${op})`;
  const once = c.fresh('o');
  c.fn.sub.states.push(`${once}=null`);
  return `(${once}??=${c.lib('regexpFrom')}(${value},${own},${op}))`;
}

function text(c: Compiler, target: Expr, op: string): string {
  return `${c.lib('str')}(${scalar(c, target)},${op})`;
}
function mentionsPosition(p: Expr): boolean {
  return p.type !== 'StrLit' || p.value.includes('\\G');
}

function matchBool(c: Compiler, e: Match): string {
  const target = e.target ?? topic(e.line);
  const op = c.op(matchText, [target]);
  const p = pattern(c, e.pattern, e.flags, c.op('regexp compilation', [e.pattern]));
  if (e.flags.includes('g')) {
    return `${c.lib('matchGlobalScalar')}(${p},${lvalue(c, target)},${e.flags.includes('c')},${op})`;
  }
  const holder = e.pattern.type === 'StrLit' && mentionsPosition(e.pattern) ? `,${lvalue(c, target)}` : '';
  const js = `${c.lib('matchTest')}(${p},${text(c, target, op)}${holder})`;
  if (!e.once) return js;
  const done = c.fresh('once');
  c.fn.sub.states.push(`${done}=false`);
  return `(!${done}&&(${done}=${js}))`;
}
function matchList(c: Compiler, e: Match): string {
  if (e.negate) return `[${matchScalarValue(c, e)}]`;
  const target = e.target ?? topic(e.line);
  const op = c.op(matchText, [target]);
  const p = pattern(c, e.pattern, e.flags, c.op('regexp compilation', [e.pattern]));
  if (e.flags.includes('g'))
    return `${c.lib('matchGlobalList')}(${p},${lvalue(c, target)},${e.flags.includes('c')},${op})`;
  return `${c.lib('matchList')}(${p},${text(c, target, op)})`;
}
function qr(c: Compiler, e: Match): string {
  const p = pattern(c, e.pattern, e.flags, c.op('regexp compilation', [e.pattern]));
  return `${c.lib('qr')}(${p},${c.unit.constant('I.stash("Regexp")')})`;
}
function matchScalarValue(c: Compiler, e: Match): string {
  return `${c.lib('bool')}(${e.negate ? '!' : ''}${matchBool(c, e)})`;
}
register('Match', {
  scalar: (c, e) => (e.kind === 'qr' ? qr(c, e) : matchScalarValue(c, e)),
  list: (c, e) => (e.kind === 'qr' ? `[${qr(c, e)}]` : matchList(c, e)),
  bool: (c, e) => (e.kind === 'qr' ? `(${qr(c, e)},true)` : `${e.negate ? '!' : ''}${matchBool(c, e)}`),
  voided: (c, e) => (e.kind === 'qr' ? qr(c, e) : matchBool(c, e)),
});
register('MatchExpr', {
  scalar: (c, e) => `${c.lib('bool')}(${dynamicMatch(c, e)})`,
  list(c, e) {
    if (e.negate) return `[${c.lib('bool')}(${dynamicMatch(c, e)})]`;
    const op = c.op('regexp compilation', [e.pattern]);
    return `${c.lib('matchList')}(${c.lib('regexpFrom')}(${scalar(c, e.pattern)},${quote(patternFlags(c, ''))},${op}),${text(c, e.target, c.op(matchText, [e.target]))})`;
  },
  bool: (c, e) => dynamicMatch(c, e),
});
function dynamicMatch(c: Compiler, e: Extract<Expr, { type: 'MatchExpr' }>): string {
  const op = c.op('regexp compilation', [e.pattern]);
  const js = `${c.lib('matchTest')}(${c.lib('regexpFrom')}(${scalar(c, e.pattern)},${quote(patternFlags(c, ''))},${op}),${text(c, e.target, c.op(matchText, [e.target]))})`;
  return e.negate ? `!${js}` : js;
}

// ---- substitution -----------------------------------------------------------------------------------------------

function replacementFunction(c: Compiler, e: Subst): string {
  const op = c.op('substitution (s///)', [null]);
  const r = e.replacement;
  const single = r.type === 'DoBlock' && r.body.body.length === 1 ? r.body.body[0] : undefined;
  if (r.type === 'DoBlock' && single?.type !== 'ExprStmt') {
    const inner = blockInContext(c, r.body);
    return `(f=>()=>${c.lib('str')}(f(1),${op}))(${inner})`;
  }
  const only = r.type === 'Interp' && r.parts.length === 1 && r.parts[0]?.type !== 'JoinList' ? r.parts[0] : undefined;
  const value = single?.type === 'ExprStmt' ? single.expr : (only ?? r);
  const opText = e.flags.includes('e') ? 'substitution iterator' : 'substitution (s///)';
  return functionSource(
    c,
    'inner',
    '()=>',
    () => `return ${c.lib('str')}(${scalar(c, value)},${c.op(opText, [value])});`,
  );
}
function subst(c: Compiler, e: Subst): string {
  const target = e.target ?? topic(e.line);
  const p = pattern(c, e.pattern, e.flags, c.op('regexp compilation', [e.pattern]));
  const op = c.op('substitution (s///)', [target]);
  const global = e.flags.includes('g');
  if (e.flags.includes('r'))
    return `${c.lib('substituteCopy')}(${p},${text(c, target, op)},${replacementFunction(c, e)},${global})`;
  const where = lvalue(c, target);
  if (e.replacement.type === 'StrLit')
    return `${c.lib('substituteText')}(${p},${where},${quote(e.replacement.value)},${global},${op})`;
  return `${c.lib('substitute')}(${p},${where},${replacementFunction(c, e)},${global},${op})`;
}
register('Subst', {
  scalar: (c, e) => (e.negate ? `${c.lib('bool')}(!${c.lib('truthy')}(${subst(c, e)}))` : subst(c, e)),
  bool: (c, e) => `${e.negate ? '!' : ''}${c.lib('truthy')}(${subst(c, e)})`,
});

// ---- transliteration --------------------------------------------------------------------------------------------

function trans(c: Compiler, e: Trans): string {
  const target = e.target ?? topic(e.line);
  atOwnLine(c, e.line, () => new Transliteration(e.from, e.to, e.flags));
  const table = c.unit.lateConstant(
    `new ${c.lib('Transliteration')}(${quote(e.from)},${quote(e.to)},${quote(e.flags)})`,
  );
  const op = c.op('transliteration (tr///)', [target]);
  if (e.flags.includes('r')) return `${c.lib('transliterateCopy')}(${table},${text(c, target, op)})`;
  if (countsOnly(e)) return `${c.lib('countCharacters')}(${table},${text(c, target, op)})`;
  return `${c.lib('transliterate')}(${table},${lvalue(c, target)},${op})`;
}
register('Trans', {
  scalar: (c, e) => (e.negate ? `${c.lib('bool')}(!${c.lib('truthy')}(${trans(c, e)}))` : trans(c, e)),
});

// ---- split ------------------------------------------------------------------------------------------------------

function splitter(c: Compiler, p: Expr): string {
  if (p.type === 'Match' && p.target === null)
    return pattern(c, p.pattern, p.flags, c.op('regexp compilation', [p.pattern]));
  if (p.type === 'StrLit')
    return p.value === ' ' ? 'null' : c.unit.lateConstant(`${c.lib('regexp')}(${quote(p.value)},"")`);
  return `${c.lib('splitterFrom')}(${scalar(c, p)},"",${c.op('regexp compilation', [p])})`;
}
function splitText(c: Compiler, subject: Expr): string {
  const js = text(c, subject, c.op('split', [subject]));
  return c.hints.bytes ? `${c.lib('str')}(${c.lib('internalForm')}(${scalar(c, subject)}))` : js;
}
export function splitCall(c: Compiler, e: Func): string {
  const [p, target, limit] = e.args;
  const subject = target ?? topic(e.line);
  const how = p === undefined ? 'null' : splitter(c, p);
  const fields = limit === undefined ? '0' : `${c.lib('index')}(${scalar(c, limit)},${c.op('split', [limit])})`;
  return `${c.lib('splitList')}(${how},${splitText(c, subject)},${fields})`;
}
