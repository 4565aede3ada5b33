/** use and no (perlfunc): pragmas take effect here, other modules are loaded and imported from. */
import { PerlArray } from '../../runtime/array.js';
import type { SubFunction } from '../../runtime/code.js';
import { str } from '../../runtime/convert.js';
import { LIST, type PerlValue, VOID } from '../../runtime/value.js';
import type { CopInfo } from '../core/cops.js';
import type { Expr, UseStmt } from '../syntax/ast.js';
import type { Environment } from './environment.js';
import { functionSource } from './blocks.js';
import { listOf } from './emit.js';
import { atCompileTime } from './phases.js';
import { applyPragma, isPragma, useVersion } from './pragmas.js';

export function useStatement(env: Environment, stmt: UseStmt): void {
  const cop = stmt.cop as CopInfo;
  if (stmt.module === null) {
    atCompileTime(env, cop, () => useVersion(env, stmt), stmt.line);
    return;
  }
  const module = stmt.module;
  atCompileTime(env, cop, () => {
    const args = stmt.args === null ? null : importArguments(env, stmt.args, cop);
    if (isPragma(module)) {
      if (stmt.version !== null && args === null) return applyPragma(env, module, stmt.no, []);
      applyPragma(env, module, stmt.no, args ?? []);
      return;
    }
    loadAndImport(env, stmt, module, args);
  }, stmt.line);
}

function importArguments(env: Environment, args: Expr[], cop: CopInfo): PerlValue[] {
  if (args.length === 0) return [];
  const c = env.compiler(cop);
  const before = env.errors.length;
  const source = functionSource(c, 'sub', 'function(args,want)', () => `return ${listOf(c, args)};`);
  if (env.errors.length > before) return [];
  const fn = env.link(c.unit.finish(source)) as SubFunction;
  return fn(new PerlArray(), LIST) as PerlValue[];
}

function loadAndImport(env: Environment, stmt: UseStmt, module: string, args: PerlValue[] | null): void {
  const perl = env.perl;
  perl.compiler.requireModule(module);
  if (stmt.version !== null) perl.callMethod(module, 'VERSION', [versionNumber(stmt.version)], VOID);
  if (args !== null && args.length === 0) return;
  const method = stmt.no ? 'unimport' : 'import';
  const code = perl.findMethod(perl.stash(module), method);
  if (code !== null) perl.call(code, [module, ...(args ?? [])], VOID);
  else if (perl.findMethod(perl.stash(module), 'AUTOLOAD') !== null) return;
}
function versionNumber(text: string): PerlValue {
  return /^v|\..*\./.test(text) ? text : Number(text);
}

/** The import list as words, for pragmas. */
export function wordsOf(args: PerlValue[]): string[] {
  return args.map((v) => str(v));
}
