/** Named operators: table rows by operand letter, and the ones that need the compiler (perlfunc). */
import { coreFunctions } from '../functions/table.js';
import type { VarInfo } from './scope.js';
import type { Expr, Func } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { arrayOf, hashOf, index, key, look } from './containers.js';
import { controlExpression, isControl } from './emit-control.js';
import { aliases, listOf, lvalue, operandList, register, scalar } from './emit.js';
import { rvalueAlias } from './emit-rvalue-alias.js';
import { flattens } from './list-operands.js';
import { notingLists } from './noting-lists.js';
import { mentionHandle } from './once.js';
import { specialFunctions } from './special-functions.js';
import { functionOpText } from './op-names.js';

const topic = (line: number): Expr => ({ type: 'Var', line, sigil: '$', name: '_' });

/** A handle operand as a value: barewords are globs. */
export function handleValue(c: Compiler, e: Expr): string {
  const x = look(e);
  if (x.type === 'Bareword') mentionHandle(c.perl, c.qualify(x.name), c.cop);
  if (x.type === 'Bareword') return c.glob(x.name);
  if (x.type === 'StrLit' && x.bareword) return c.glob(x.value);
  return scalar(c, x);
}
/** A handle operand that may be filled in (open my $fh). */
function handleContainer(c: Compiler, e: Expr): string {
  const x = look(e);
  if (x.type === 'Bareword') mentionHandle(c.perl, c.qualify(x.name), c.cop);
  if (x.type === 'Bareword') return c.glob(x.name);
  if (x.type === 'StrLit' && x.bareword) return c.glob(x.value);
  return lvalue(c, x);
}

/** What is never a variable, or whose variable only a builtin that writes needs. */
const readOnly = new Set<Expr['type']>(['NumLit', 'StrLit', 'Call', 'CallRef']);

function operand(c: Compiler, letter: string, e: Expr): string {
  switch (letter) {
    case 'S':
    case 'D':
      return lvalue(c, e);
    case 'v':
      return readOnly.has(e.type) ? scalar(c, e) : rvalueAlias(c, e);
    case 'V':
      return rvalueAlias(c, e);
    case 'A':
      return arrayOf(c, e);
    case 'H':
      return hashOf(c, e);
    case 'X':
      return isHash(e) ? hashOf(c, e) : arrayOf(c, e);
    case 'f':
      return handleValue(c, e);
    case 'F':
      return handleContainer(c, e);
    default:
      return scalar(c, e);
  }
}
export function isHash(e: Expr): boolean {
  const x = look(e);
  if (x.type === 'My') return x.vars[0]?.sigil === '%';
  return (x.type === 'Var' || x.type === 'Deref') && x.sigil === '%';
}

/** chomp and chop of one scalar are operators of their own in perl's messages. */
function chopsScalar(e: Func): boolean {
  if (e.name !== 'chomp' && e.name !== 'chop') return false;
  const x = e.args.length === 1 ? look(e.args[0] as Expr) : topic(e.line);
  if (e.args.length > 1) return false;
  if (x.type === 'Elem' || x.type === 'HElem') return true;
  return (x.type === 'Var' || x.type === 'Deref') && x.sigil === '$';
}

/** Functions that have a row of their own for a variable. */
const readingInPlace = new Set(['substr', 'vec', 'length']);

/** Some operators are another function with other operands. */
function rowName(c: Compiler, e: Func, want: string): string {
  if (e.name === 'substr' && e.args.length === 4) return want === '0' ? 'substrPut' : 'substrReplace';
  if (readingInPlace.has(e.name) && !c.hints.bytes && isScalarVariable(e.args[0])) return `${e.name}Of`;
  return e.name === 'eof' && e.parens && e.args.length === 0 ? 'eofArguments' : e.name;
}

/** What is read of it can be read where it lies, without a copy of the whole string. */
function isScalarVariable(e: Expr | undefined): boolean {
  const x = e === undefined ? undefined : look(e);
  return x?.type === 'Var' && x.sigil === '$';
}

/** pack needs the variables themselves only for pointers to them. */
function packsPointers({ name, args: [template] }: Func): boolean {
  return name === 'pack' && template?.type === 'StrLit' && /[pP]/.test(template.value);
}

/** What a `$` of a prototype lets through. */
function scalarAlias(c: Compiler, e: Expr): string {
  const isOwn = e.type === 'Func' && ((e.name === 'undef' && e.args.length === 0) || isSubstring(e));
  return isOwn ? aliases(c, e) : `[${rvalueAlias(c, e)}]`;
}

/** A part of a variable, which a sub may assign to (perlfunc substr, vec, pos). */
function isSubstring({ name, args: [first, ...rest] }: Func): boolean {
  const target = first === undefined ? undefined : look(first);
  const isVariable = target?.type === 'Var' || target?.type === 'Elem' || target?.type === 'HElem';
  return isVariable && ((name === 'substr' && rest.length < 3) || name === 'vec' || name === 'pos');
}

const bytewise = new Set(['length', 'ord', 'index', 'rindex', 'substr', 'reverse']);

const cased = new Set(['lc', 'uc', 'lcfirst', 'ucfirst', 'fc', 'quotemeta']);

/** Under `use bytes` these see a string as it lies in memory (perldoc bytes), under `unicode_strings` as characters. */
function asBytes(c: Compiler, name: string, letter: string, js: string): string {
  if (c.hints.features.has('unicode_strings') && cased.has(name)) return `${c.lib('asCharacters')}(${js})`;
  return c.hints.bytes && bytewise.has(name) && (letter === 's' || letter === 'd')
    ? `${c.lib('internalForm')}(${js})`
    : js;
}

/** `open($copy, '>&', STDERR)`: the name of a handle to copy may be bare, even under strict. */
function withHandleName(e: Func): Func {
  const [handle, mode, source] = e.args;
  if (handle === undefined || mode?.type !== 'StrLit' || !mode.value.startsWith('>&')) return e;
  if (source?.type !== 'Bareword' || e.args.length !== 3) return e;
  return { ...e, args: [handle, mode, { type: 'StrLit', value: source.name, line: source.line }] };
}

/** fn(op, [want,] operands...) for a row of the table. */
function rowCall(c: Compiler, given: Func, want: '0' | '1' | '2' | 'want'): string {
  const e = given.name === 'open' ? withHandleName(given) : given;
  const name = rowName(c, e, want);
  const row = coreFunctions[name];
  if (row === undefined) return `${c.lib('dieWith')}(I,${JSON.stringify(`${e.name} is not supported`)})`;
  const parts: string[] = [
    c.op(chopsScalar(e) ? `scalar ${e.name}` : functionOpText(e.name), e.args.length === 0 ? [topic(e.line)] : e.args),
  ];
  if (row.returns === 'w') parts.push(want);
  const letters = row.operands.replace('?', '');
  let i = 0;
  for (const letter of letters) {
    if (letter === 'l' || letter === 'L') {
      const items = e.args.length === 0 && letter === 'L' ? [topic(e.line)] : e.args.slice(i);
      parts.push(
        items.length === 0
          ? '[]'
          : letter === 'L' || packsPointers(e)
            ? listOf(c, items, aliases)
            : operandList(c, items),
      );
      i = e.args.length;
      break;
    }
    const arg = e.args[i];
    i++;
    if (arg !== undefined) parts.push(asBytes(c, e.name, letter, operand(c, letter, arg)));
    else if (letter === 'd' || letter === 'D')
      parts.push(asBytes(c, e.name, letter, operand(c, letter, topic(e.line))));
    else break;
  }
  if (e.program !== undefined) parts.push(scalar(c, e.program));
  const js = `${c.lib(`f$${name}`)}(${parts.join(',')})`;
  return endingReaders(c, e, flattens(functionOpText(e.name)) ? notingLists(c, e.args, js) : js);
}

const openers = new Set(['open', 'pipe', 'accept', 'socketpair', 'sysopen']);

/** `open(my $fh, ...)`: messages name the handle read last only as long as the variable is there. */
function endingReaders(c: Compiler, e: Func, js: string): string {
  let { scope } = c;
  while (scope.ofCondition && scope.parent !== null) scope = scope.parent;
  const atTopOfFile = c.fn.kind === 'file' && scope.parent?.fn !== c.fn;
  if (!openers.has(e.name) || atTopOfFile) return js;
  const declared = e.args.flatMap((arg) =>
    arg.type === 'My' && arg.kind === 'my' ? [arg.vars[0]?.info as VarInfo | undefined] : [],
  );
  const names = declared.flatMap((info) => (info !== undefined && info.static < 0 ? [info.js] : []));
  if (names.length === 0) return js;
  scope.hasLocal = true;
  return `${c.lib('endingReaders')}(I,${js},[${names.join(',')}])`;
}

type Form = 'scalar' | 'list' | 'void' | 'want';
const wants = { scalar: '1', list: '2', void: '0', want: 'want' } as const;

function emit(c: Compiler, e: Func, form: Form): string {
  if (isControl(e)) return controlExpression(c, e);
  const special = specialFunctions[e.name];
  if (special !== undefined) {
    const js = special(c, e, wants[form]);
    if (typeof js === 'string')
      return form === 'list' ? `[${js}]` : form === 'want' ? `${c.lib('ret')}(want,${js})` : js;
    if (form === 'list') return js.list;
    if (form === 'want') return js.wanted ?? `(want===2?${js.list}:${js.scalar})`;
    return js.scalar;
  }
  const returns = coreFunctions[e.name]?.returns;
  const js = rowCall(c, e, wants[form]);
  if (returns === 'w') return js;
  if (returns === 'l') {
    if (form === 'scalar') return `${c.lib('last')}(${js})`;
    return form === 'want' ? `${c.lib('retList')}(want,${js})` : js;
  }
  if (form === 'list') return `[${js}]`;
  return form === 'want' ? `${c.lib('ret')}(want,${js})` : js;
}

register('Func', {
  scalar: (c, e) => emit(c, e, 'scalar'),
  list: (c, e) => emit(c, e, 'list'),
  voided: (c, e) => emit(c, e, 'void'),
  wanted: (c, e) => emit(c, e, 'want'),
  bool(c, e) {
    if (e.name === 'defined') return definedBool(c, e);
    if (e.name === 'exists') return `${c.lib('truthy')}(${emit(c, e, 'scalar')})`;
    return `${c.lib('truthy')}(${emit(c, e, 'scalar')})`;
  },
  lvalue(c, e) {
    const [a, b, d] = e.args as [Expr, Expr, Expr];
    switch (e.name) {
      case 'substr':
        return `${c.lib('substrLvalue')}(${lvalue(c, a)},${scalar(c, b)},${d === undefined ? 'undefined' : scalar(c, d)},${e.args.length})`;
      case 'vec':
        return `new ${c.lib('VecLvalue')}(${c.op('vec', [a, b, d])},${lvalue(c, a)},${scalar(c, b)},${scalar(c, d)})`;
      case 'pos':
        return `new ${c.lib('PosLvalue')}(${lvalue(c, a ?? topic(e.line))})`;
      case 'delete':
        return deletedLvalue(c, e);
      case 'keys':
        return `new ${c.lib('Scalar')}(undefined)`;
      case 'shift':
      case 'pop':
        return `${c.lib(`${e.name}Alias`)}(${e.args.length === 0 ? arrayOf(c, { type: 'Var', line: e.line, sigil: '@', name: '_' }) : arrayOf(c, a)})`;
      default:
        return `new ${c.lib('Scalar')}(${emit(c, e, 'scalar')})`;
    }
  },
  aliases(c, e) {
    // The context that a prototype imposes; the argument is an alias all the same.
    if (e.name === 'scalar' && e.args[0] !== undefined) return scalarAlias(c, look(e.args[0]));
    if (e.name === 'undef' && e.args.length === 0) return `[${c.lib('immortalUndef')}]`;
    if (isSubstring(e)) return `[${lvalue(c, e)}]`;
    if (e.name === 'reverse') return `${listOf(c, e.args, aliases)}.reverse()`;
    if (e.name === 'values' && e.args[0] !== undefined && isHash(e.args[0])) return `${hashOf(c, e.args[0])}.aliases()`;
    return emit(c, e, 'list');
  },
});

/** What \\delete refers to. */
function deletedLvalue(c: Compiler, e: Func): string {
  const x = e.args[0] === undefined ? null : look(e.args[0]);
  if (x?.type === 'HElem') return `${c.lib('deletedElement')}(${hashOf(c, x.hash)},${key(c, x.key)})`;
  if (x?.type === 'Elem') return `${c.lib('deletedElement')}(${arrayOf(c, x.array)},${index(c, x.index)})`;
  return `new ${c.lib('Scalar')}(${emit(c, e, 'scalar')})`;
}

function definedBool(c: Compiler, e: Func): string {
  const js = emit(c, e, 'scalar');
  const m = /^bool\((.*)\)$/s.exec(js);
  return m !== null ? (m[1] as string) : `${c.lib('truthy')}(${js})`;
}
