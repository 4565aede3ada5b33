/** What use and no do (perlfunc): pragmas take effect, other modules are loaded and imported from. */
import { PerlArray } from '../../runtime/array.js';
import type { SubFunction } from '../../runtime/code.js';
import { LIST, type PerlValue, VOID } from '../../runtime/value.js';
import type { CopInfo } from '../core/cops.js';
import type { Interp } from '../core/interp.js';
import { atCompileTime } from './phases.js';
import { applyPragma, type CompileScope, isPragma, useVersion } from './pragmas.js';

export interface UseOrder {
  readonly no: boolean;
  readonly module: string | null;
  readonly version: string | null;
  readonly line: number;
  readonly cop: CopInfo;
}
/** The import list as a function still to be linked; null: none given. */
export type ImportList = (() => SubFunction) | 'empty' | null;

export function carryOutUse(scope: CompileScope, order: UseOrder, list: ImportList): void {
  const { module, cop, line } = order;
  if (module === null) {
    atCompileTime(scope, cop, () => useVersion(scope, order), line);
    return;
  }
  atCompileTime(
    scope,
    cop.line === line ? cop : { ...cop, line },
    () => {
      const args = list === null ? null : list === 'empty' ? [] : (list()(new PerlArray(), LIST) as PerlValue[]);
      if (isPragma(module)) applyPragma(scope, module, order.no, args ?? []);
      else loadAndImport(scope.perl, order, module, list === 'empty' ? null : (args ?? []));
    },
    line,
  );
}

/** `args` null: `use X ()`, which imports nothing; a list that turns out empty imports what the module gives by default. */
function loadAndImport(perl: Interp, order: UseOrder, module: string, args: PerlValue[] | null): void {
  perl.compiler.requireModule(module);
  if (order.version !== null) perl.callMethod(module, 'VERSION', [versionNumber(order.version)], VOID);
  if (args === null) return;
  if (order.cop.line !== order.line) perl.cop = perl.cops.push(order.cop) - 1;
  const code = perl.findMethod(perl.stash(module), order.no ? 'unimport' : 'import');
  if (code !== null) perl.call(code, [module, ...args], VOID);
}
function versionNumber(text: string): PerlValue {
  return /^v|\..*\./.test(text) ? text : Number(text);
}
