/** Lvalue subs (perlsub "Lvalue subroutines"): what they return, and calls of them where variables are wanted. */
import type { Call, CallRef, Expr, MethodCall } from '../syntax/ast.js';
import { argumentArray, argumentsSource } from './arguments.js';
import { isListAssignment } from './assign-shapes.js';
import { CompileError, type Compiler } from './compiler.js';
import { look } from './containers.js';
import { aliases, listOf, lvalue, quote, scalar, temporary, wanted } from './emit.js';

/** `return EXPR` of an lvalue sub, by how it was called. */
export function lvalueReturn(c: Compiler, e: Expr): string {
  const cases = [
    ['lv==="assigned"||lv==="variable"', () => `[${oneVariable(c, look(e))}]`],
    ['lv==="targets"', () => targetsOf(c, e)],
    ['lv==="aliases"', () => aliases(c, e)],
  ] as const;
  const answers = cases.map(([how, slots]) => `if(${how}){I.lvalueSlots=${slots()};return;}`);
  return `${answers.join('')}return ${wanted(c, e)};`;
}

/** The variable, or a value if it is none: the caller complains. */
function oneVariable(c: Compiler, e: Expr): string {
  if ((e.type === 'Var' || e.type === 'Deref') && (e.sigil === '@' || e.sigil === '%'))
    return `${c.lib('dieWith')}(I,"Can't return ${e.sigil === '@' ? 'array' : 'hash'} to lvalue scalar context")`;
  if (e.type === 'List')
    return e.items.length === 0 ? c.lib('immortalUndef') : oneVariable(c, look(e.items.at(-1) as Expr));
  if (e.type === 'Ternary') {
    const test = `${c.lib('truthy')}(${scalar(c, e.cond)})`;
    return `(${test}?${oneVariable(c, look(e.then))}:${oneVariable(c, look(e.else))})`;
  }
  if (isConstant(c, e)) return aliases(c, e).slice(1, -1);
  if (isSubCall(e)) return callOf(c, e, 'lvalueOfCall', ',lv==="assigned"');
  if (e.type === 'Func' && e.name === 'undef' && e.args.length === 0) return c.lib('immortalUndef');
  return isVariable(e) ? lvalue(c, e) : scalar(c, e);
}

const isConstant = (c: Compiler, e: Expr): boolean =>
  e.type === 'Call' && e.args?.length === 0 && c.ask('constant', c.qualify(e.name))?.known === true;
const variables = new Set<Expr['type']>([
  'Var',
  'Deref',
  'Elem',
  'HElem',
  'My',
  'Local',
  'Assign',
  'IncDec',
  'LastIndex',
  'NumLit',
  'StrLit',
  'Logical',
  'Slice',
  'HSlice',
]);
const parts = new Set(['substr', 'vec', 'pos', 'keys', 'local', 'shift', 'pop']);
function isVariable(e: Expr): boolean {
  return variables.has(e.type) || (e.type === 'Func' && parts.has(e.name));
}

/** What a list assignment fills: an array or hash as a whole. */
function targetsOf(c: Compiler, e: Expr): string {
  const items = e.type === 'List' ? e.items : [e];
  const slots = items.map((item) => {
    const x = look(item);
    if (isSubCall(x)) return x.type === 'MethodCall' ? callOf(c, x, '') : `...${callOf(c, x, 'targetsOfCall')}`;
    if (x.type === 'Func' && x.name === 'undef' && x.args.length === 0) return 'null';
    if ((x.type === 'Var' || x.type === 'Deref') && isListAssignment(x)) return lvalue(c, x);
    if (isVariable(x) && !isListAssignment(x)) return lvalue(c, x);
    return `...${aliases(c, x)}`;
  });
  return `[${slots.join(',')}]`;
}

type SubCall = Call | CallRef | MethodCall;
export function isSubCall(e: Expr): e is SubCall {
  return (
    (e.type === 'Call' && !e.amp) ||
    (e.type === 'Call' && e.args !== null) ||
    e.type === 'CallRef' ||
    e.type === 'MethodCall'
  );
}

/** What is called, and its @_. */
function callOf(c: Compiler, e: SubCall, fn: string, more = ''): string {
  if (e.type === 'MethodCall') return methodOf(c, e, more);
  const args = e.args === null ? 'args' : argumentsSource(c, e.args);
  const code =
    e.type === 'Call' ? `${c.lib('codeRef')}(I,${c.glob(e.name)})` : `${c.lib('derefC')}(I,${scalar(c, e.callee)})`;
  return `${c.lib(fn)}(I,${code},${args}${more})`;
}

function methodOf(c: Compiler, e: MethodCall, more: string): string {
  if (typeof e.method !== 'string') return temporary(c, scalar(c, e));
  const t = c.temp();
  const invocant = e.invocant.type === 'Bareword' ? quote(e.invocant.name) : scalar(c, e.invocant);
  const rest = e.args.length === 0 ? '' : `,...${listOf(c, e.args, aliases)}`;
  const args = argumentArray(c, `[${t}${rest}]`);
  return `(${t}=${invocant},${c.lib('lvalueOfMethod')}(I,${t},${quote(e.method)},${args}${more}))`;
}

/** The variable behind a call; an ordinary sub's value is a variable of its own. */
export const callLvalue = (c: Compiler, e: SubCall): string => callOf(c, e, 'lvalueOfCall');

/** The left side of an assignment: subs that give no lvalues are errors. */
export function assigned(c: Compiler, e: Expr, what: string): string {
  if (!isSubCall(e)) return lvalue(c, e);
  refuseKnownSub(c, e, what);
  return callOf(c, e, 'lvalueOfCall', ',true');
}

export function targetsOfCall(c: Compiler, e: SubCall): string {
  if (e.type === 'MethodCall') return `[${methodOf(c, e, '')}]`;
  refuseKnownSub(c, e, 'list assignment');
  return callOf(c, e, 'targetsOfCall');
}

/** perldiag "Can't modify non-lvalue subroutine call of &%s": known when it is compiled. */
function refuseKnownSub(c: Compiler, e: SubCall, what: string): void {
  if (e.type !== 'Call') return;
  const name = c.qualify(e.name);
  const sub = c.ask('sub', name);
  if (sub?.defined === true && sub.lvalue !== true)
    throw new CompileError(`Can't modify non-lvalue subroutine call of &${name} in ${what}`, e.line);
}

/** The arguments of a sub, and what foreach walks: variables, where the sub called is an lvalue sub. */
export function callAliases(c: Compiler, e: Call | CallRef): string | null {
  return c.ask('lvalueSubs') && isSubCall(e) ? callOf(c, e, 'aliasesOfCall') : null;
}
