/** print, readline, glob and file tests (perlfunc "Input and output functions"). */
import type { Expr, Print } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { look } from './containers.js';
import { notingLists } from './noting-lists.js';
import { handleValue } from './emit-functions.js';
import { operandList, quote, register, scalar } from './emit.js';

const topic = (line: number): Expr => ({ type: 'Var', line, sigil: '$', name: '_' });

function print(c: Compiler, e: Print): string {
  const handle = e.handle === null ? 'null' : handleValue(c, e.handle);
  const args = e.args.length === 0 && e.name !== 'printf' ? [topic(e.line)] : e.args;
  const fn = e.name === 'print' ? 'ioPrint' : e.name === 'say' ? 'ioSay' : 'ioPrintf';
  return notingLists(c, args, `${c.lib(fn)}(${handle},${operandList(c, args)},${c.op(e.name, args)})`);
}
register('Print', { scalar: print });

function readline(c: Compiler, handle: Expr | null, want: string): string {
  const h = handle === null ? 'null' : handleValue(c, handle);
  return `${c.lib('ioReadline')}(${h},${want},${c.op('<HANDLE>', [handle])})`;
}
register('Readline', {
  scalar: (c, e) => readline(c, e.handle, '1'),
  list: (c, e) => readline(c, e.handle, '2'),
  wanted: (c, e) => readline(c, e.handle, 'want'),
});
register('GlobPattern', {
  scalar: (c, e) => globCall(c, e.pattern, '1'),
  list: (c, e) => globCall(c, e.pattern, '2'),
  wanted: (c, e) => globCall(c, e.pattern, 'want'),
});
function globCall(c: Compiler, pattern: Expr, want: string): string {
  const site = c.fresh('glob');
  c.fn.sub.states.push(`${site}={list:null}`);
  return `${c.lib('ioGlob')}(${scalar(c, pattern)},${want},${site})`;
}

register('FileTest', {
  scalar(c, e) {
    if (e.expr === null) return fileTest(c, e.op, scalar(c, topic(e.line)));
    const x = look(e.expr);
    if (x.type === 'FileTest') return `${c.lib('fileTestStacked')}(${quote(e.op)},${scalar(c, x)})`;
    if (x.type === 'Bareword' && x.name === '_') return `${c.lib('fileTestLast')}(${quote(e.op)})`;
    if (x.type === 'Bareword') return fileTest(c, e.op, c.glob(x.name));
    return fileTest(c, e.op, scalar(c, x), x);
  },
});
function fileTest(c: Compiler, letter: string, operand: string, e?: Expr): string {
  return `${c.lib('fileTest')}(${quote(letter)},${operand},${c.op(`-${letter}`, e ? [e] : [])})`;
}
