/** BEGIN, UNITCHECK, CHECK, INIT and END blocks (perlmod). */
import { PerlArray } from '../../runtime/array.js';
import { PerlCode } from '../../runtime/code.js';
import { PerlDie } from '../../runtime/exceptions.js';
import { VOID } from '../../runtime/value.js';
import { str } from '../../runtime/convert.js';
import type { CopInfo } from '../core/cops.js';
import type { PhaseBlock } from '../syntax/ast.js';
import type { Environment } from './environment.js';

export function runPhase(env: Environment, block: PhaseBlock): void {
  const perl = env.perl;
  const cop = block.cop as CopInfo;
  const fn = env.compileSub(block.sub, cop);
  if (fn === null) return;
  const code = new PerlCode(perl.stash(cop.pkg), block.phase, fn);
  switch (block.phase) {
    case 'BEGIN':
      atCompileTime(env, cop, () => void perl.callSub(code, new PerlArray(), VOID), block.sub.body.endLine);
      break;
    case 'END':
      perl.endBlocks.unshift(code);
      break;
    case 'INIT':
      perl.initBlocks.push(code);
      break;
    default:
      perl.checkBlocks.unshift(code);
  }
}

/** Run something while parsing: the statement is the one being compiled, failure is a failed BEGIN. */
export function atCompileTime(env: Environment, cop: CopInfo, action: () => void, failLine: number): void {
  const perl = env.perl;
  const saved = perl.cop;
  const depth = perl.frames.depth;
  perl.cops.push(cop);
  perl.cop = perl.cops.length - 1;
  const begin = new PerlCode(perl.stash(cop.pkg), 'BEGIN', null);
  perl.frames.push('sub', perl.cop, begin, null, VOID, null);
  perl.frames.push('eval', perl.cop, null, null, VOID, null);
  perl.compiling.push(env);
  try {
    action();
  } catch (e) {
    if (!(e instanceof PerlDie)) throw e;
    const v = e.value;
    throw new PerlDie(typeof v === 'object' ? v : `${str(v)}BEGIN failed--compilation aborted at ${cop.file} line ${failLine}.\n`);
  } finally {
    perl.compiling.pop();
    perl.frames.depth = depth;
    perl.cop = saved;
  }
}
