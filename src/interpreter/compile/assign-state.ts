/** `state $x = EXPR` (perlsub "Persistent variables via state()"), and filling one array or hash. */
import type { Assign } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { declareState, look, newContainer } from './containers.js';
import { list, scalar } from './emit.js';

/** `state $x = EXPR`: only the first time. */
export function stateAssign(c: Compiler, e: Assign): string {
  const my = look(e.left);
  if (my.type !== 'My') throw new Error('not a declaration');
  const sigil = my.vars[0]?.sigil ?? '$';
  const info = c.declare(my, 0);
  // The statement may be emitted for several contexts: one variable, one flag.
  const flag = `once${info.js}`;
  declareState(c, `${info.js}=${newContainer(c, sigil)}`);
  declareState(c, `${flag}=false`);
  const value =
    sigil === '$' ? `${info.js}.v=${scalar(c, e.right)}` : assignContainer(c, sigil, info.js, list(c, e.right));
  return `(${flag}?undefined:(${flag}=true,${value}),${info.js}${sigil === '$' ? '.v' : ''})`;
}

export function assignContainer(c: Compiler, sigil: string, js: string, values: string): string {
  if (sigil === '@') return `${js}.assign(${values})`;
  return `${c.lib('assignHash')}(${js},${values})`;
}
