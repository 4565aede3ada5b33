/** Are these operands right for the function, or for the prototype of the sub? */
import { description, operandsOf } from './descriptions.js';
import type { Lexer } from './lexer.js';
import { modified } from './modify.js';
import type { Node } from './nodes.js';
import type { KnownSub } from './surroundings.js';

const ARRAYS = new Set(['rv2av', 'padav']);
const HASHES = new Set(['rv2hv', 'padhv']);

/** The operands of a call that are separated by commas. */
export function separated(list: Node | undefined): readonly Node[] {
  if (list === undefined || list.op === 'nothing') return [];
  return list.op === 'list' && !list.parens ? list.kids : [list];
}

export function checkFunction(l: Lexer, name: string, args: readonly Node[]): void {
  if (name === 'keys' || name === 'values' || name === 'each') return checkContainer(l, name, args[0]);
  if ((name === 'map' || name === 'grep') && args.length === 0) return l.mistake(`Not enough arguments for ${name}`);
  if (name === 'select' && args.length > 1 && args.length !== 4) {
    return l.mistake(`${args.length < 4 ? 'Not enough' : 'Too many'} arguments for select system call`);
  }
  // The handle that `open(FH, '>&', STDERR)` copies.
  if (name === 'open' && args.length === 3) allowBareword(l, args[2]);
  const operands = operandsOf(name)?.match(/.\??/g);
  if (operands === undefined || operands === null) return;
  for (const [i, operand] of operands.entries()) {
    const arg = args[i];
    if (operand === 'L') return;
    if (arg === undefined) {
      if (operand.endsWith('?')) return;
      return l.mistake(`Not enough arguments for ${description(name)}`);
    }
    if (operands.length === 1 && arg.op === 'list') return listForOne(l, name, operand.charAt(0), arg);
    checkOperand(l, name, i + 1, operand.charAt(0), arg);
  }
  if (args.length > operands.length) l.mistake(`Too many arguments for ${description(name)}`);
}

/** `lc($a, $b)` is wrong; for handles and a few others the comma is an operator. */
function listForOne(l: Lexer, name: string, kind: string, arg: Node): void {
  if (kind === 'S' && name !== 'scalar' && name !== 'prototype')
    l.mistake(`Too many arguments for ${description(name)}`);
  else if (name === 'undef' || name === 'pos') l.mistake(`Too many arguments for ${description(name)}`);
  else if (kind === 'R') modified(l, arg.kids.at(-1) ?? arg, name);
}

function checkOperand(l: Lexer, name: string, number: number, kind: string, arg: Node): void {
  if (kind === 'A' && !ARRAYS.has(arg.op)) {
    const wrong = isConstant(arg) || HASHES.has(arg.op) || arg.op === 'rv2gv';
    if (wrong) badType(l, number, description(name), 'array', arg);
    else if (arg.op !== 'my') l.mistake(`Experimental ${name} on scalar is now forbidden`);
  }
  if (kind === 'H' && !HASHES.has(arg.op)) badType(l, number, description(name), 'hash', arg);
  if (kind === 'F' && arg.op === 'readline') badType(l, number, description(name), 'HANDLE', arg);
  if (kind === 'F') allowBareword(l, arg);
  if (kind === 'R') modified(l, arg, name);
}

function checkContainer(l: Lexer, name: string, arg: Node | undefined): void {
  if (arg === undefined || ARRAYS.has(arg.op) || HASHES.has(arg.op) || arg.op === 'my') return;
  if (!isConstant(arg)) l.complain(`Experimental ${name} on scalar is now forbidden`);
  badType(l, 1, name, 'hash or array', arg);
}

function isConstant(arg: Node): boolean {
  return arg.op === 'THING' || arg.op === 'BAREWORD' || arg.op === 'const';
}

function badType(l: Lexer, number: number, name: string, wanted: string, arg: Node): void {
  l.mistake(`Type of arg ${number} to ${name} must be ${wanted} (not ${description(arg.op)})`);
}

/** A bareword that is a handle, a class or a string after all. */
export function allowBareword(l: Lexer, arg: Node | undefined): void {
  if (arg === undefined) return;
  l.barewords.delete(arg);
  l.confirmed.delete(arg);
}

/** perlsub, "Prototypes". */
export function checkPrototyped(l: Lexer, sub: KnownSub, args: readonly Node[]): void {
  if (sub.prototype === null) return;
  const slots = sub.prototype.replace(/\s/g, '').match(/\\\[[^\]]*\]|\\?./g) ?? [];
  let next = 0;
  let optional = false;
  const skip = (): void => {
    for (; slots[next] === ';'; next++) optional = true;
  };
  for (const [i, arg] of args.entries()) {
    skip();
    const slot = slots[next];
    if (slot === undefined) return l.mistake(`Too many arguments for ${sub.fullName}`);
    if (slot !== '@' && slot !== '%') next++;
    checkSlot(l, sub, i + 1, slot, arg);
  }
  const rest = slots[next];
  if (!optional && rest !== undefined && !/^[@%;_]$/.test(rest)) {
    l.mistake(`Not enough arguments for ${sub.fullName}`);
  }
}

function checkSlot(l: Lexer, sub: KnownSub, number: number, slot: string, arg: Node): void {
  if (slot === '&' && !isCode(l, arg))
    badType(l, number, sub.fullName, number === 1 ? 'block or sub {}' : 'sub {}', arg);
  if (slot === '*') allowBareword(l, arg);
  if (slot.startsWith('\\[')) {
    const kinds = slot.slice(2, -1);
    if (![...kinds].some((kind) => isOfKind(kind, arg))) badType(l, number, sub.fullName, `one of [${kinds}]`, arg);
  } else if (slot.startsWith('\\') && !isOfKind(slot.charAt(1), arg)) {
    const wanted = { $: 'scalar', '@': 'array', '%': 'hash', '*': 'symbol', '&': 'subroutine' }[slot.charAt(1)] ?? '';
    badType(l, number, sub.fullName, wanted, arg);
  }
}

/** After a mistake perl no longer makes what it takes for code out of `sub {...}`. */
function isCode(l: Lexer, arg: Node): boolean {
  if (arg.op === 'undef') return true;
  const isSub = arg.op === 'anoncode' || (arg.op === 'refgen' && arg.kids[0]?.op === 'rv2cv');
  return isSub && l.errors === 0;
}

function isOfKind(kind: string, arg: Node): boolean {
  switch (kind) {
    case '@':
      return ARRAYS.has(arg.op) || (arg.op === 'my' && arg.kids[0]?.op === 'padav');
    case '%':
      return HASHES.has(arg.op) || (arg.op === 'my' && arg.kids[0]?.op === 'padhv');
    case '*':
      return arg.op === 'rv2gv';
    case '&':
      return arg.op === 'rv2cv' || (arg.op === 'entersub' && arg.text === '&');
    default:
      return /^(?:rv2sv|padsv|aelem|helem|my|local|substr|pos|vec|keys|av2arylen|sassign|preinc|predec|cond_expr)$/.test(
        arg.op,
      );
  }
}
