import type { Expr } from './ast.js';
import type { Resolver } from './resolver.js';
import { LEVEL, startsTerm } from './operators.js';
import type { Row } from './row.js';

/** perlsub, "Prototypes" */
interface Prototype {
  readonly required: string[];
  readonly optional: string[];
}

const parsed = new Map<string, Prototype>();

function slotsOf(prototype: string): Prototype {
  let found = parsed.get(prototype);
  if (!found) {
    const [required = '', ...rest] = prototype.replace(/\s+/g, '').split(';');
    const slots = (text: string): string[] => text.match(/\\\[[^\]]*\]|\\?./g) ?? [];
    found = { required: slots(required), optional: slots(rest.join('')) };
    parsed.set(prototype, found);
  }
  return found;
}

export const takesBlock = (prototype: string | null): boolean => prototype !== null && /^;?&/.test(prototype);

/** A sub of one operand parses like a named unary operator. */
export function isUnary(prototype: string | null): boolean {
  return prototype !== null && /^;?(?:[$_]|\\(?:\[[^\]]*\]|[$@%&*]))$/.test(prototype);
}

/** Operand expressions read slot by slot already, shaped as the prototype wants them. */
export function shapeArguments(
  r: Resolver,
  row: Row,
  name: string,
  prototype: string,
  args: Expr[],
  at: number,
): Expr[] {
  const { required, optional } = slotsOf(prototype);
  const slots = [...required, ...optional];
  const shaped: Expr[] = [];
  for (const [i, arg] of args.entries()) {
    const slot = slots[i];
    if (slot === '@' || slot === '%') return [...shaped, ...args.slice(i)];
    if (slot === undefined) wrongCount(r, row, 'Too many', name, at);
    else {
      if (!fits(arg, slot)) r.suspect();
      shaped.push(shape(arg, slot));
    }
  }
  const missing = required[args.length];
  if (missing === '_' || (optional.length > 0 && slots[args.length] === '_')) {
    shaped.push({ type: 'Var', sigil: '$', name: '_', line: r.line(at) });
  } else if (missing !== undefined && missing !== '@' && missing !== '%') wrongCount(r, row, 'Not enough', name, at);
  return shaped;
}

function wrongCount(r: Resolver, row: Row, how: string, name: string, at: number): never {
  const full = name.includes('::') ? name : `${r.pkg}::${name}`;
  return r.failAfterCall(`${how} arguments for ${full}`, row, at, null);
}

function shape(arg: Expr, slot: string): Expr {
  if (slot.startsWith('\\')) return { type: 'RefGen', expr: arg, line: arg.line };
  if (slot === '+') return isContainer(arg) ? { type: 'RefGen', expr: arg, line: arg.line } : scalar(arg);
  if (slot === '$' || slot === '_') return scalar(arg);
  if (slot === '*' && arg.type === 'Bareword') {
    return { type: 'StrLit', value: arg.name, bareword: true, line: arg.line };
  }
  return slot === '*' ? scalar(arg) : arg;
}

/** Does the operand look like what the slot wants? If not, perl will say so, unless it knows better. */
function fits(arg: Expr, slot: string): boolean {
  if (slot === '&') return arg.type === 'AnonSub' || arg.type === 'RefGen' || arg.type === 'Func';
  if (!slot.startsWith('\\')) return true;
  const kinds = slot.slice(1).replace(/[[\]]/g, '');
  if (arg.type === 'Var' || arg.type === 'Deref') return kinds.includes(arg.sigil);
  if (arg.type === 'My') return kinds.includes(arg.vars[0]?.sigil ?? '');
  if (arg.type === 'Elem' || arg.type === 'HElem') return kinds.includes('$');
  return kinds === '&' && (arg.type === 'Call' || arg.type === 'CallRef');
}

function isContainer(expr: Expr): boolean {
  if (expr.type === 'My') return !expr.paren && expr.vars[0]?.sigil !== '$';
  return (expr.type === 'Var' || expr.type === 'Deref') && (expr.sigil === '@' || expr.sigil === '%');
}

const ALWAYS_SCALAR = new Set<Expr['type']>([
  'NumLit',
  'StrLit',
  'Interp',
  'Elem',
  'HElem',
  'LastIndex',
  'Binary',
  'Chain',
  'Unary',
  'RefGen',
  'IncDec',
  'AnonArray',
  'AnonHash',
  'AnonSub',
  'FileTest',
  'Bareword',
]);

/** Imposes scalar context on an operand that could be a list. */
export function scalar(arg: Expr): Expr {
  if (ALWAYS_SCALAR.has(arg.type) && !(arg.type === 'Binary' && arg.listRepeat)) return arg;
  if ((arg.type === 'Var' || arg.type === 'Deref') && (arg.sigil === '$' || arg.sigil === '&' || arg.sigil === '*'))
    return arg;
  return { type: 'Func', name: 'scalar', args: [arg], parens: true, line: arg.line };
}

/** After a `&` slot's block, the other operands follow without a comma: a comma there ends the call. */
export function afterBlock(r: Resolver, row: Row): Expr[] {
  if (!startsTerm(row.peek(), row.peek(1))) return [];
  const expr = r.expression(row, LEVEL.comma);
  return expr.type === 'List' && !expr.paren ? expr.items : [expr];
}
