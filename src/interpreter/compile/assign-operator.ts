/** Assignment with an operator: `+=`, `.=`, `||=` (perlop "Assignment Operators"). */
import type { Assign, Expr } from '../syntax/ast.js';
import { isOnlyPiece } from './joined-strings.js';
import { assignList } from './assign-list.js';
import { checkModifiable, isListAssignment, isPlain } from './assign-shapes.js';
import { CompileError, type Compiler } from './compiler.js';
import { look } from './containers.js';
import { bool, lvalue, scalar, voided } from './emit.js';
import { asStatement } from './emit-literals.js';
import { assignCall } from './emit-operators.js';
import { assigned } from './lvalue-subs.js';
import { binaryOpText } from './op-names.js';

function logicalAssign(c: Compiler, e: Assign, t: string): string {
  const condition = e.op === '//' ? `${t}.v===undefined` : `${e.op === '&&' ? '' : '!'}${c.lib('truthy')}(${t}.v)`;
  return `((${t}=${lvalue(c, e.left)}),${condition}?(${t}.v=${scalar(c, e.right)}):${t}.v)`;
}

/** (A, B) ||= C: the comma operator; the last operand is what is assigned to. */
function operandsOf({ left }: Assign): { before: Expr[]; last: Expr } | null {
  const list = look(left);
  if (list.type !== 'List' || list.items.length < 2) return null;
  const before = list.items.slice(0, -1).filter((x) => x.type !== 'StrLit' && x.type !== 'NumLit');
  return { before, last: list.items.at(-1) as Expr };
}

function lastOperand(c: Compiler, e: Assign): string | null {
  const operands = operandsOf(e);
  if (operands === null) return null;
  const { before, last } = operands;
  return [...before, { ...e, left: last }].map((x) => asStatement(voided(c, x))).join('');
}

export function logicalAssignVoid(c: Compiler, e: Assign): string {
  const operand = lastOperand(c, e);
  if (operand !== null) return operand;
  const left = look(e.left);
  if (isListAssignment(left)) return logicalAssignList(c, e, left);
  const t = c.temp();
  const condition = e.op === '//' ? `${t}.v===undefined` : `${e.op === '&&' ? '' : '!'}${c.lib('truthy')}(${t}.v)`;
  return `${t}=${lvalue(c, left)};if(${condition}){${t}.v=${scalar(c, e.right)};}`;
}

/** @a ||= LIST, %h //= ... : the left in boolean context, then a list assignment */
function logicalAssignList(c: Compiler, e: Assign, left: Expr): string {
  const plain: Assign = { ...e, op: '=', left };
  return `if(${e.op === '&&' ? '' : '!'}(${bool(c, left)})){${asStatement(assignList(c, plain, 'void'))}}`;
}

/** The value; `container`: a JavaScript variable that shall hold the container. */
export function opAssign(c: Compiler, e: Assign, container?: string): string {
  const left = look(e.left);
  const operands = operandsOf(e);
  if (operands !== null) {
    const { before, last } = operands;
    return `(${[...before.map((x) => scalar(c, x)), opAssign(c, { ...e, left: last }, container)].join(',')})`;
  }
  if (e.op === '||' || e.op === '&&' || e.op === '//') return logicalAssign(c, e, container ?? c.temp());
  if (isListAssignment(left) && (left.type === 'Var' || left.type === 'Deref')) {
    throw new CompileError(
      `Can't modify ${left.sigil === '@' ? 'array' : 'hash'} dereference in ${binaryOpText[e.op] ?? e.op}`,
      e.line,
    );
  }
  checkModifiable(left, binaryOpText[e.op] ?? e.op);
  const variable = assigned(c, left, binaryOpText[e.op] ?? e.op);
  const target = container === undefined ? variable : `${container}=${variable}`;
  if (e.op === '.')
    return `${c.lib('append')}(${target},${scalar(c, e.right)},${c.op(binaryOpText['.'] as string, [null, e.right], isOnlyPiece(c, look(e.right)))})`;
  const right = scalar(c, e.right);
  if (left.type === 'Var' && left.sigil === '$' && isPlain(e.right) && container === undefined) {
    return `(${target}.v=${binaryAssignCall(c, e, `${target}.v`, right)})`;
  }
  const t = container ?? c.temp();
  const r = c.temp();
  return `(${t}=${variable},${r}=${right},${t}.v=${binaryAssignCall(c, e, `${t}.v`, r)})`;
}

/** `$s .= "a$b"` for its effect: the pieces are appended one by one. */
export function appendVoid(c: Compiler, e: Assign): string {
  const operand = lastOperand(c, e);
  if (operand !== null) return operand;
  const left = look(e.left);
  checkModifiable(left, binaryOpText['.'] as string);
  const right = look(e.right);
  const plain = right.type === 'Interp' && right.parts.length > 1 && !c.ask('overloaded', 'concatenation');
  const pieces = plain && left.type === 'Var' ? right.parts : [right];
  const separate = pieces.every(
    (p) => p.type === 'StrLit' || (p.type === 'Var' && left.type === 'Var' && isOtherLexical(c, p, left)),
  );
  const text = binaryOpText['.'] as string;
  if (separate && left.type === 'Var' && left.sigil === '$') {
    const js = lvalue(c, left);
    return pieces.map((p) => `${c.lib('appendTo')}(${js},${scalar(c, p)},${c.op(text, [null, p])});`).join('');
  }
  return `${c.lib('appendTo')}(${assigned(c, left, text)},${scalar(c, e.right)},${c.op(text, [null, e.right], isOnlyPiece(c, look(e.right)))})`;
}

function isOtherLexical(c: Compiler, p: Expr, left: Expr): boolean {
  if (p.type !== 'Var' || left.type !== 'Var' || p.sigil !== '$' || p.name === left.name) return false;
  return c.scope.lookup(`$${p.name}`)?.kind === 'my';
}

/** The assigning form of the operator: undef on the left is silent for some (perlop "Assignment Operators"). */
function binaryAssignCall(c: Compiler, e: Assign, a: string, b: string): string {
  return assignCall(c, e.op, a, b, [look(e.left), e.right]);
}
