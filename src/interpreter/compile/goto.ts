/**
 * Blocks that goto LABEL can enter: a JavaScript switch over the statements, entered again at the label. Only blocks with a
 * label that some goto has named are written so.
 */
import type { Block, Stmt } from '../syntax/ast.js';
import type { Compiler } from './compiler.js';
import { quote } from './emit.js';

function labelOf(s: Stmt): string | null {
  return 'label' in s ? (s.label ?? null) : null;
}

/** Does a goto somewhere want one of the block's labels? */
export function isJumpedInto(c: Compiler, block: Block): boolean {
  const { wanted } = c.perl.labels;
  if (wanted.size === 0) return false;
  return block.body.some((s) => {
    const label = labelOf(s);
    return label !== null && (wanted.has(label) || wanted.has(null));
  });
}

/** The block's statements, each emitted by `emit`, as a switch. */
export function labelledStatements(c: Compiler, block: Block, emit: (s: Stmt, i: number) => string): string {
  c.scope.jumpedInto = true;
  const positions: string[] = [];
  let cases = 'case 0:';
  block.body.forEach((s, i) => {
    const label = labelOf(s);
    if (label !== null) {
      positions.push(`${quote(label)}:${i + 1}`);
      cases += `case ${i + 1}:`;
    }
    cases += `${emit(s, i)}\n`;
  });
  const [here, at, depth, loop] = [c.fresh('g'), c.fresh('p'), c.fresh('d'), c.fresh('G')];
  return (
    `const ${depth}=I.frames.depth,${here}=I.labels.enter({${positions.join(',')}});let ${at}=0;` +
    `try{${loop}:for(;;){try{switch(${at}){${cases}}break ${loop};}` +
    `catch(e){${at}=${c.lib('gotoCaught')}(I,e,${here},${depth});}}}finally{I.labels.leave(${here});}`
  );
}
