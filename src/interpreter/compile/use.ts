/** use and no (perlfunc) while a program is compiled: the import list is compiled, then everything is carried out. */
import type { SubFunction } from '../../runtime/code.js';
import type { CopInfo } from '../core/cops.js';
import type { Expr, UseStmt } from '../syntax/ast.js';
import { functionSource } from './blocks.js';
import { listOf } from './emit.js';
import type { Environment } from './environment.js';
import type { UseStep } from './trace.js';
import type { CompiledUnit } from './unit.js';
import { carryOutUse } from './use-effects.js';

export function useStatement(env: Environment, stmt: UseStmt): void {
  const cop = stmt.cop as CopInfo;
  const { no, module, version, line } = stmt;
  const unit = stmt.args === null || stmt.args.length === 0 ? null : argumentsUnit(env, stmt.args, cop);
  const args = stmt.args === null ? null : unit === null ? -1 : env.numberOf(unit);
  const step: UseStep = { kind: 'use', no, module, version, line, cop, args, after: env.hints };
  env.effect(step, () => {
    const list = stmt.args === null ? null : unit === null ? 'empty' : (): SubFunction => env.linked(unit);
    carryOutUse(env, step, list);
    step.after = env.hints;
  });
  env.hints = step.after;
}

/** A function that returns the import list; null after a compile error (which is noted). */
function argumentsUnit(env: Environment, args: Expr[], cop: CopInfo): CompiledUnit | null {
  const c = env.compiler(cop);
  const before = env.errors.length;
  const source = functionSource(c, 'sub', 'function(args,want)', () => `return ${listOf(c, args)};`);
  return env.errors.length > before ? null : c.unit.finish(source);
}
