/** BEGIN, UNITCHECK, CHECK, INIT and END blocks (perlmod). */
import { PerlArray } from '../../runtime/array.js';
import { PerlCode, type SubFunction } from '../../runtime/code.js';
import { PerlDie } from '../../runtime/exceptions.js';
import { VOID } from '../../runtime/value.js';
import { str } from '../../runtime/convert.js';
import type { CopInfo } from '../core/cops.js';
import type { CompileScope } from './pragmas.js';

/** What becomes of the block's code, now that it is compiled. */
export function enterPhase(scope: CompileScope, phase: string, cop: CopInfo, fn: SubFunction, endLine: number): void {
  const perl = scope.perl;
  const code = new PerlCode(perl.stash(cop.pkg), phase, fn);
  switch (phase) {
    case 'BEGIN':
      whileParsing(scope, cop, () => void perl.callSub(code, new PerlArray(), VOID), endLine);
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

/** What `use` does: it runs in a BEGIN block of its own (perlfunc use). */
export function atCompileTime(env: CompileScope, cop: CopInfo, action: () => void, failLine: number): void {
  const { perl } = env;
  const inBlock = (): void => {
    const begin = new PerlCode(perl.stash(cop.pkg), 'BEGIN', null);
    perl.frames.push('sub', perl.cop, begin, new PerlArray(), VOID, null);
    action();
  };
  whileParsing(env, cop, inBlock, failLine);
}

/** Run something while parsing: the statement is the one being compiled, failure is a failed BEGIN. */
function whileParsing(env: CompileScope, cop: CopInfo, action: () => void, failLine: number): void {
  const perl = env.perl;
  const saved = perl.cop;
  const depth = perl.frames.depth;
  perl.cops.push(cop);
  perl.cop = perl.cops.length - 1;
  perl.frames.push('eval', perl.cop, null, null, VOID, null);
  perl.compiling.push(env);
  try {
    action();
  } catch (e) {
    if (!(e instanceof PerlDie)) throw e;
    const v = e.value;
    throw new PerlDie(
      typeof v === 'object' ? v : `${str(v)}BEGIN failed--compilation aborted at ${cop.file} line ${failLine}.\n`,
    );
  } finally {
    perl.compiling.pop();
    perl.frames.depth = depth;
    perl.cop = saved;
  }
}
