/** Array, hash and scalar containers behind variables, dereferences and declarations. */
import type { Deref, Expr, My, Sigil, Var } from '../syntax/ast.js';
import { CompileError, type Compiler } from './compiler.js';
import { list, lvalue, quote, scalar } from './emit.js';
import { look } from './look.js';
import { mention } from './once.js';
import { scopedContainer } from './ends.js';

export { look };

/** Variables strict vars never complains about (perldoc strict; perlvar). */
const exempt = /^(?:[^A-Za-z_\x80-\uffff]|\^|_$|(?:ENV|ARGV|INC|SIG|STDIN|STDOUT|STDERR|ARGVOUT)$)/;

/** JavaScript for the container of a named variable. */
export function variable(c: Compiler, e: Var): string {
  if (e.sigil === '@' && e.name === '_') return argumentArray(c);
  if (e.sigil === '$' && /^[1-9]\d*$/.test(e.name)) return c.unit.constant(`${c.lib('matchScalar')}("${e.name}")`);
  const info = c.lookup(e.sigil, e.name);
  if (info !== null && info.kind !== 'our') return info.js;
  if (e.sigil === '%' && e.name === '!') c.requireModule('Errno');
  if (info === null) checkStrict(c, e.sigil, e.name, e.line);
  if (info === null) mention(c.perl, c.qualify(e.name), c.cop);
  return slot(c.unit.glob(info?.glob ?? c.qualify(e.name)), e.sigil);
}

/** @_ of the sub, or the package variable at file level. */
export function argumentArray(c: Compiler): string {
  const sub = c.fn.sub;
  sub.usesArgs = true;
  return 'args';
}

export function slot(glob: string, sigil: Sigil): string {
  if (sigil === '@') return `${glob}.av`;
  return sigil === '%' ? `${glob}.hv` : `${glob}.s`;
}

export function checkStrict(c: Compiler, sigil: string, name: string, line: number): void {
  if (
    !c.hints.strictVars ||
    sigil === '*' ||
    sigil === '&' ||
    name.includes('::') ||
    name.includes("'") ||
    exempt.test(name)
  )
    return;
  if (sigil === '$' && (name === 'a' || name === 'b')) return;
  if (c.scope.pending.some((v) => v.kind === 'our' && v.key === sigil + name)) return;
  if (c.ask('imported', c.qualify(name)).includes(sigil)) return;
  throw new CompileError(
    `Global symbol "${sigil}${name}" requires explicit package name (did you forget to declare "my ${sigil}${name}"?)`,
    line,
  );
}

/** The array an Elem, Slice, push ... works on; references spring into being (autovivification, perlref). */
export function arrayOf(c: Compiler, e: Expr): string {
  return container(c, e, '@');
}
export function hashOf(c: Compiler, e: Expr): string {
  return container(c, e, '%');
}

function container(c: Compiler, e: Expr, sigil: '@' | '%'): string {
  switch (e.type) {
    case 'Var':
      return variable(c, e);
    case 'Deref':
      return vivified(c, e, sigil);
    case 'My':
      return declareOne(c, e);
    case 'Local':
    case 'Assign':
      return `${c.lib(sigil === '@' ? 'arrayBehind' : 'hashBehind')}(${lvalue(c, e)})`;
    case 'List':
      if (e.items.length === 1) return container(c, e.items[0] as Expr, sigil);
      break;
    default:
  }
  const temporary = sigil === '@' ? `new ${c.lib('PerlArray')}(${list(c, e)})` : `${c.lib('hashFrom')}(${list(c, e)})`;
  return temporary;
}

/** `@$x`, `$x->[..]`, `$h{k}[..]`: the container, made if the reference is undefined. */
export function vivified(c: Compiler, e: Deref, sigil: '@' | '%'): string {
  const letter = sigil === '@' ? 'A' : 'H';
  const inner = look(e.expr);
  if (inner.type === 'Elem') return `${c.lib(`viv${letter}A`)}(${arrayOf(c, inner.array)},${index(c, inner.index)})`;
  if (inner.type === 'HElem') return `${c.lib(`viv${letter}H`)}(${hashOf(c, inner.hash)},${key(c, inner.key)})`;
  if (
    (inner.type === 'Var' && inner.sigil === '$') ||
    inner.type === 'My' ||
    (inner.type === 'Deref' && inner.sigil === '$')
  )
    return `${c.lib(`viv${letter}`)}(${lvalue(c, inner)})`;
  return `${c.lib(`deref${letter}`)}(${scalar(c, inner)})`;
}

/** The container read only: undef under strict dies, otherwise is empty (`@$x` as an rvalue). */
export function readContainer(c: Compiler, e: Var | Deref): string {
  if (e.type === 'Var') return variable(c, e);
  const letter = e.sigil === '@' ? 'A' : 'H';
  return `${c.lib(`deref${letter}`)}(${scalar(c, e.expr)})`;
}

/** An array subscript as a JavaScript integer. */
export function index(c: Compiler, e: Expr): string {
  if (e.type === 'NumLit' && typeof e.value === 'number' && Number.isInteger(e.value)) return String(e.value);
  if (e.type === 'Unary' && e.op === '-' && e.expr.type === 'NumLit' && Number.isInteger(e.expr.value))
    return `-${e.expr.value}`;
  return `${c.lib('index')}(${scalar(c, e)},${c.op('array element', [e])})`;
}

/** A hash subscript as a JavaScript string. */
export function key(c: Compiler, e: Expr): string {
  if (e.type === 'StrLit') return quote(e.value);
  if (e.type === 'NumLit' && Number.isSafeInteger(e.value)) return quote(String(e.value));
  return `${c.lib('hkey')}(${scalar(c, e)},${c.op('hash element', [e])})`;
}

/** Declaration of one variable inside an expression: hoisted to the block, made afresh each time it runs. */
export function declareOne(c: Compiler, my: My, at = 0): string {
  const info = c.declare(my, at);
  const sigil = info.key.charAt(0) as Sigil;
  if (info.kind === 'our') return slot(c.unit.glob(info.glob as string), sigil);
  if (info.kind === 'state') {
    declareState(c, `${info.js}=${newContainer(c, sigil)}`);
    return info.js;
  }
  if (info.static >= 0) return isRepeated(c) ? `${c.lib('renew')}(${info.js})` : info.js;
  const fresh = newContainer(c, sigil);
  const hoisted = `${info.js}=${fresh}`;
  if (!c.scope.hoisted.includes(hoisted)) c.scope.hoisted.push(hoisted);
  return `(${info.js}=${scopedContainer(c, sigil, '') ?? fresh})`;
}

/** Can the statement run more than once in the life of its file? */
function isRepeated(c: Compiler): boolean {
  return c.fn.kind !== 'file' || c.fn.loops.length > 0;
}

/** A state variable lives as long as its closure: declared around the function. */
export function declareState(c: Compiler, declaration: string): void {
  const states = c.fn.sub.states;
  if (!states.includes(declaration)) states.push(declaration);
}

export function newContainer(c: Compiler, sigil: string, initial = ''): string {
  if (sigil === '@') return `new ${c.lib('PerlArray')}(${initial})`;
  if (sigil === '%') return `new ${c.lib('PerlHash')}()`;
  return `new ${c.lib('Scalar')}(${initial === '' ? 'undefined' : initial})`;
}
