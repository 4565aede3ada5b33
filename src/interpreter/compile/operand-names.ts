/** How operands are named when they turn out to be undefined (perldiag "Use of uninitialized value%s"). */
import type { ElementName, OperandName } from '../core/cops.js';
import type { Call, Elem, Expr, HElem } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';

/** Operations that perl never takes for the certain culprits: they may answer undef for defined operands. */
export const matchesOnly: ReadonlySet<string> = new Set(
  (
    'print,say,printf,semget,numeric comparison (<=>),substr,gmtime,unpack,sort,sysread,readlink,sysopen,sysseek,' +
    'binmode,fileno,alarm,caller,do "file",subroutine prototype,getc,send,ioctl'
  ).split(','),
);

/** `$x`, an element of a named array or hash, or one of the operands that a condition chooses from. */
export function operandName(c: Compiler, e: Expr): OperandName {
  switch (e.type) {
    case 'Var':
      return e.sigil === '$' ? `$${c.shownName(e)}` : null;
    case 'My':
      return e.vars.length === 1 && e.vars[0]?.sigil === '$' ? `$${e.vars[0].name}` : null;
    case 'Local':
      return operandName(c, e.expr);
    case 'Interp':
      return e.parts.length === 1 ? operandName(c, e.parts[0] as Expr) : null;
    case 'List':
      return e.items.length === 1 ? operandName(c, e.items[0] as Expr) : null;
    case 'Elem':
    case 'HElem':
      return elementName(c, e);
    case 'Assign':
      return operandName(c, e.op === '=' && !isUndef(e.right) ? e.right : e.left);
    case 'Ternary':
      return { site: c.siteOf(e), choices: [operandName(c, e.then), operandName(c, e.else)] };
    case 'Logical':
      return e.op === 'xor' ? null : { site: c.siteOf(e), choices: [operandName(c, e.left), operandName(c, e.right)] };
    default:
      return null;
  }
}

function elementName(c: Compiler, e: Elem | HElem): ElementName | null {
  const container = e.type === 'Elem' ? e.array : e.hash;
  if (container.type !== 'Var') return null;
  const subscript = e.type === 'Elem' ? e.index : e.key;
  return {
    site: c.siteOf(e),
    sigil: e.type === 'Elem' ? '@' : '%',
    name: c.shownName(container),
    subscript: isConstant(c, subscript)
      ? 'constant'
      : subscript.type === 'Var' && subscript.sigil === '$'
        ? 'variable'
        : 'expression',
  };
}

/** A literal, or what perl folds into one. */
export function isConstant(c: Compiler, e: Expr): boolean {
  switch (e.type) {
    case 'NumLit':
    case 'StrLit':
      return true;
    case 'List':
      return e.items.length === 1 && isConstant(c, e.items[0] as Expr);
    case 'Unary':
      return isConstant(c, e.expr);
    case 'Binary':
      return isConstant(c, e.left) && isConstant(c, e.right);
    case 'Call':
      return isConstantSub(c, e);
    default:
      return false;
  }
}

/** A call that perl replaces by the constant (perlsub "Constant Functions"). */
export function isConstantSub(c: Compiler, e: Call): boolean {
  if (e.amp || (e.args !== null && e.args.length > 0)) return false;
  return c.ask('constant', c.qualify(e.name))?.known ?? false;
}

function isUndef(e: Expr): boolean {
  return e.type === 'Func' && e.name === 'undef' && e.args.length === 0;
}
