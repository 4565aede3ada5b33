/** Named operators whose operands the compiler must see: containers, existence, code, control. */
import type { Expr, Func } from '../syntax/ast.js';
import { CompileError, type Compiler } from './compiler.js';
import { arrayOf, hashOf, index, key, look, readContainer } from './containers.js';
import { functionSource } from './blocks.js';
import { aliases, list, listOf, lvalue, operandList, quote, scalar } from './emit.js';
import { splitCall } from './emit-matching.js';
import { evalSite } from './eval-sites.js';
import { isConstant } from './operand-names.js';

/** A string: a scalar-valued call. Otherwise its forms by context. */
export type Special = string | { readonly scalar: string; readonly list: string; readonly wanted?: string };
type SpecialEmitter = (c: Compiler, e: Func, want: '0' | '1' | '2' | 'want') => Special;

const topic = (line: number): Expr => ({ type: 'Var', line, sigil: '$', name: '_' });
const first = (e: Func): Expr => e.args[0] ?? topic(e.line);

function isHash(e: Expr): boolean {
  const x = look(e);
  if (x.type === 'My') return x.vars[0]?.sigil === '%';
  if (x.type === 'Local') return isHash(x.expr);
  return (x.type === 'Var' || x.type === 'Deref') && x.sigil === '%';
}
function isArray(e: Expr): boolean {
  const x = look(e);
  if (x.type === 'My') return x.vars[0]?.sigil === '@';
  return (x.type === 'Var' || x.type === 'Deref') && x.sigil === '@';
}

/** What a handler of string constants is told about where the text stands. */
const quoteMode = (e: Func): string => (e.args[2]?.type === 'StrLit' ? '"q"' : 'undefined');

/** shift and pop without operand: @_ in a sub, @ARGV outside. */
function defaultArray(c: Compiler, e: Func): string {
  if (e.args.length > 0) return arrayOf(c, e.args[0] as Expr);
  if (c.fn.sub.kind === 'sub') {
    c.fn.sub.usesArgs = true;
    return 'args';
  }
  return `${c.unit.glob('main::ARGV')}.av`;
}

function definedTest(c: Compiler, e: Func): string {
  const x = look(first(e));
  switch (x.type) {
    case 'Var':
      if (x.sigil === '@')
        throw new CompileError("Can't use 'defined(@array)' (Maybe you should just omit the defined()?)", e.line);
      if (x.sigil === '%')
        throw new CompileError("Can't use 'defined(%hash)' (Maybe you should just omit the defined()?)", e.line);
      if (x.sigil === '&') return `${c.lib('subDefined')}(${c.glob(x.name)})`;
      break;
    case 'Deref':
      if (x.sigil === '&') return `${c.lib('codeDefined')}(I,${scalar(c, x.expr)})`;
      if (x.sigil === '@' || x.sigil === '%') return `(${readContainer(c, x)}.length!==0)`;
      break;
    case 'Call':
      if (x.amp && x.args === null) return `${c.lib('subDefined')}(${c.glob(x.name)})`;
      break;
    case 'CallRef':
      if (x.args === null) return `${c.lib('codeDefined')}(I,${scalar(c, x.callee)})`;
      break;
    default:
  }
  return `(${scalar(c, x)}!==undefined)`;
}

function existsTest(c: Compiler, e: Func): string {
  const x = look(first(e));
  if (x.type === 'Elem') return `${arrayOf(c, x.array)}.exists(${index(c, x.index)})`;
  if (x.type === 'HElem') return `${hashOf(c, x.hash)}.exists(${key(c, x.key)})`;
  if (x.type === 'Var' && x.sigil === '&') return `${c.lib('subExists')}(${c.glob(x.name)})`;
  if (x.type === 'Call' && x.amp) return `${c.lib('subExists')}(${c.glob(x.name)})`;
  if (x.type === 'Deref' && x.sigil === '&') return `${c.lib('codeDefined')}(I,${scalar(c, x.expr)})`;
  if (x.type === 'CallRef') return `${c.lib('codeDefined')}(I,${scalar(c, x.callee)})`;
  throw new CompileError('exists argument is not a HASH or ARRAY element or a subroutine', e.line);
}

function deleteCall(c: Compiler, e: Func): Special {
  const x = look(first(e));
  if (x.type === 'Elem') return `${arrayOf(c, x.array)}.delete(${index(c, x.index)})`;
  if (x.type === 'HElem') return `${hashOf(c, x.hash)}.delete(${key(c, x.key)})`;
  if (x.type === 'Slice' || x.type === 'HSlice') {
    const base = x.type === 'Slice' ? arrayOf(c, x.array) : hashOf(c, x.hash);
    const js = `${c.lib(x.type === 'Slice' ? 'deleteSlice' : 'deleteHslice')}(${base},${list(c, x.list)},${x.kv})`;
    return { list: js, scalar: `${c.lib('last')}(${js})` };
  }
  if (x.type === 'Local') {
    const local: Expr = { type: 'Local', line: e.line, expr: { ...e, args: [x.expr] } };
    return { scalar: scalar(c, local), list: list(c, local) };
  }
  throw new CompileError('delete argument is not a HASH or ARRAY element or slice', e.line);
}

function undefCall(c: Compiler, e: Func): string {
  const x = e.args[0] === undefined ? null : look(e.args[0]);
  if (x === null) return 'undefined';
  if (x.type === 'Call' && x.amp) return `${c.lib('undefSub')}(I,${c.glob(x.name)})`;
  if (x.type === 'Var' && x.sigil === '&') return `${c.lib('undefSub')}(I,${c.glob(x.name)})`;
  if (x.type === 'Deref' && x.sigil === '&')
    return `${c.lib('undefCode')}(I,${c.lib('derefC')}(I,${scalar(c, x.expr)}))`;
  if (x.type === 'CallRef' && x.args === null)
    return `${c.lib('undefCode')}(I,${c.lib('derefC')}(I,${scalar(c, x.callee)}))`;
  if (isArray(x)) return `${c.lib('undefContainer')}(${arrayOf(c, x)})`;
  if (isHash(x)) return `${c.lib('undefContainer')}(${hashOf(c, x)})`;
  if (x.type === 'Var' && x.sigil === '*') return `${c.lib('undefGlob')}(I,${c.glob(x.name)})`;
  return `${c.lib('undefScalar')}(${lvalue(c, x)})`;
}

function keysCall(fn: 'keys' | 'values'): SpecialEmitter {
  return (c, e) => {
    const x = first(e);
    if (isHash(x)) {
      const h = hashOf(c, x);
      return { list: `${h}.${fn}()`, scalar: `${c.lib('countKeys')}(${h})` };
    }
    const a = `${c.lib('rewound')}(${arrayOf(c, x)})`;
    return { list: fn === 'keys' ? `${c.lib('arrayKeys')}(${a})` : `${a}.list()`, scalar: `${a}.length` };
  };
}

function tieTarget(c: Compiler, e: Expr): string {
  const x = look(e);
  if (isArray(x)) return arrayOf(c, x);
  if (isHash(x)) return hashOf(c, x);
  if (x.type === 'Var' && x.sigil === '*') return c.glob(x.name);
  if (x.type === 'Deref' && x.sigil === '*') return `${c.lib('derefG')}(I,${scalar(c, x.expr)})`;
  return lvalue(c, x);
}

/** The glob of *x{THING}. */
function globOf(c: Compiler, e: Expr): string {
  const x = look(e);
  if (x.type === 'Var') return c.glob(x.name);
  return `${c.lib('derefG')}(I,${scalar(c, x.type === 'Deref' ? x.expr : x)})`;
}

const byWant = (js: (want: string) => string): Special => ({ scalar: js('1'), list: js('2'), wanted: js('want') });

export const specialFunctions: Readonly<Record<string, SpecialEmitter>> = {
  push(c, e) {
    const a = arrayOf(c, first(e));
    const items = e.args.slice(1);
    const one = items.length === 1 ? look(items[0] as Expr) : null;
    if (
      one !== null &&
      (one.type === 'Var' ||
        one.type === 'StrLit' ||
        one.type === 'NumLit' ||
        one.type === 'Interp' ||
        one.type === 'Elem' ||
        one.type === 'HElem' ||
        one.type === 'AnonArray' ||
        one.type === 'AnonHash') &&
      !(one.type === 'Var' && one.sigil !== '$')
    )
      return `${a}.push(${scalar(c, one)})`;
    return `${a}.pushList(${listOf(c, items)})`;
  },
  unshift: (c, e) => `${arrayOf(c, first(e))}.unshiftList(${listOf(c, e.args.slice(1))})`,
  pop: (c, e) => `${defaultArray(c, e)}.pop()`,
  shift: (c, e) => `${defaultArray(c, e)}.shift()`,
  splice(c, e) {
    const [a, offset, count, ...rest] = e.args as [Expr, Expr?, Expr?, ...Expr[]];
    const num = (x: Expr | undefined): string => (x === undefined ? 'undefined' : `${scalar(c, x)}`);
    const js = `${c.lib('splice')}(${arrayOf(c, a)},${num(offset)},${num(count)},${listOf(c, rest)},${e.args.length})`;
    return { list: js, scalar: `${c.lib('last')}(${js})` };
  },
  scalar: (c, e) => scalar(c, first(e)),
  defined: (c, e) => `${c.lib('bool')}(${definedTest(c, e)})`,
  exists: (c, e) => `${c.lib('bool')}(${existsTest(c, e)})`,
  delete: deleteCall,
  undef: undefCall,
  each(c, e) {
    const x = first(e);
    const base = isHash(x) ? hashOf(c, x) : arrayOf(c, x);
    return byWant((want) => `${c.lib(isHash(x) ? 'eachHash' : 'eachArray')}(${base},${want})`);
  },
  keys: keysCall('keys'),
  values: keysCall('values'),
  wantarray: (c) => `${c.lib('wantarray')}(want)`,
  ref: (c, e) => `${c.lib('refType')}(${scalar(c, first(e))})`,
  bless: (c, e) => {
    const cls = e.args[1] === undefined ? quote(c.cop.pkg) : scalar(c, e.args[1]);
    return `${c.lib('bless')}(I,${scalar(c, first(e))},${cls})`;
  },
  die: (c, e) => `${c.lib('dieList')}(I,${operandList(c, e.args)})`,
  warn: (c, e) => `${c.lib('warnList')}(I,${operandList(c, e.args)})`,
  exit: (c, e) => `${c.lib('exitWith')}(I,${e.args[0] === undefined ? '0' : scalar(c, e.args[0])})`,
  evalstr(c, e, context) {
    const call = (want: string): string =>
      `${c.lib('evalString')}(I,${scalar(c, first(e))},${evalSite(c)},args,${want},(js)=>eval(js))`;
    return context === '0' ? call('0') : byWant(call);
  },
  dofile: (c, e) => byWant((want) => `${c.lib('doFile')}(I,${scalar(c, first(e))},${want})`),
  require(c, e) {
    const x = first(e);
    if (x.type === 'NumLit' || (x.type === 'StrLit' && x.vstring))
      return `${c.lib('requireVersion')}(I,${scalar(c, x)})`;
    return `${c.lib('requireFile')}(I,${scalar(c, x)})`;
  },
  tie: (c, e) => `${c.lib('tie')}(I,${tieTarget(c, first(e))},${listOf(c, e.args.slice(1))})`,
  tied: (c, e) => `${c.lib('tied')}(${tieTarget(c, first(e))})`,
  untie: (c, e) => `${c.lib('untie')}(I,${tieTarget(c, first(e))})`,
  caller: (c, e) =>
    byWant((want) => `${c.lib('caller')}(I,${e.args[0] === undefined ? 'null' : scalar(c, e.args[0])},${want})`),
  split(c, e) {
    const js = splitCall(c, e);
    return { list: js, scalar: `${js}.length` };
  },
  pos: (c, e) => `${c.lib('pos')}(${lvalue(c, first(e))})`,
  prototype: (c, e) => `${c.lib('prototypeOf')}(I,${scalar(c, first(e))})`,
  gelem: (c, e) => `${c.lib('globElement')}(${globOf(c, first(e))},${key(c, e.args[1] as Expr)})`,
  study: () => '1',
  lock: (c, e) => scalar(c, first(e)),
  reset: () => '1',
  formline(c, e) {
    const [picture, ...values] = e.args as [Expr, ...Expr[]];
    const list = functionSource(c, 'inner', '()=>', () => `return ${listOf(c, values, aliases)};`);
    const variables = values.filter((x) => !isConstant(c, x));
    const op = c.op('formline', variables.length === 1 ? variables : e.args);
    return `${c.lib('formline')}(${op},${scalar(c, picture)},${list})`;
  },
  dump: (c) => `${c.lib('dumpCore')}()`,
  __SUB__: (c) => `${c.lib('currentSub')}(I)`,
  'overloaded constant': (c, e) => {
    const [handler, source, literal] = e.args.map((arg) => scalar(c, arg));
    return c.unit.constant(`${c.lib('overloadedConstant')}(I,${handler},${source},${literal},${quoteMode(e)})`);
  },
  argcheck: (c, e) =>
    `${c.lib('argumentCheck')}(I,args,${scalar(c, e.args[0] as Expr)},${scalar(c, e.args[1] as Expr)})`,
  local: (c, e) => scalar(c, { type: 'Local', line: e.line, expr: first(e) }),
};
