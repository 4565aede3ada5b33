/** try, catch and finally; defer (perlsyn). */
import type { Block, Try } from '../syntax/ast.js';
import { blockSource, functionSource, scoped, statements } from './blocks.js';
import type { Compiler } from './compiler.js';
import { lvalue } from './emit.js';
import { registerStatement } from './statement-table.js';

/** The block runs when the scope around it ends, however it ends. */
function deferSource(c: Compiler, block: Block): string {
  c.scope.hasLocal = true;
  return `${c.lib('deferBlock')}(I,${functionSource(c, 'inner', '()=>', () => statements(c, block, false))});`;
}

function trySource(c: Compiler, s: Try, tail: boolean): string {
  if (s.cleanup === null) return guardedSource(c, s, tail);
  const { cleanup } = s;
  return `{${scoped(c, () => deferSource(c, cleanup) + guardedSource(c, s, tail))}}`;
}

/** Both blocks stand in the function of the sub around them: `return`, `next` and `last` work as anywhere. */
function guardedSource(c: Compiler, s: Try, tail: boolean): string {
  const [guard, thrown] = [c.fresh('g'), c.fresh('e')];
  c.fn.guards++;
  const body = blockSource(c, s.body, tail);
  c.fn.guards--;
  const handler = scoped(c, () => {
    const caught = `${lvalue(c, s.variable)}.v=${c.lib('caughtBy')}(I,${guard},${thrown});`;
    c.scope.introduce();
    return caught + statements(c, s.handler, tail);
  });
  return `const ${guard}=${c.lib('enterTry')}(I);try{try${body}catch(${thrown}){${handler}}}finally{${c.lib('leaveTry')}(I,${guard});}`;
}

registerStatement('Defer', (c, s) => deferSource(c, s.body));
registerStatement(
  'Try',
  (c, s) => `{${trySource(c, s, false)}}`,
  (c, s) => `{${trySource(c, s, true)}}return ${c.lib('retEmpty')}(want);`,
);
