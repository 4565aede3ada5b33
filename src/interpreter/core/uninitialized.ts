/** The name in `Use of uninitialized value $x in addition (+)` (perldiag), found as perl finds it. */
import type { Op } from '../../runtime/active.js';
import type { OperandName, OpInfo } from './cops.js';
import type { Interp } from './interp.js';

export function uninitializedMessage(perl: Interp, op: Op, operand: unknown): string {
  if (typeof op === 'string') return `Use of uninitialized value in ${op}`;
  const info = perl.ops[op];
  if (info === undefined) return 'Use of uninitialized value in subroutine entry';
  const name = typeof operand === 'number' ? nameOf(perl, info, info.names[operand] ?? null) : soleName(perl, info);
  return `Use of uninitialized value ${name === '' ? '' : `${name} `}in ${info.text}`;
}

/** Without knowing which operand it was, only an operation with one nameable operand gets a name. */
function soleName(perl: Interp, info: OpInfo): string {
  const named = info.names.filter((n) => n !== null);
  return named.length === 1 && info.names.length === 1 ? nameOf(perl, info, named[0] as OperandName) : '';
}

function nameOf(perl: Interp, info: OpInfo, name: OperandName): string {
  if (name === null) return '';
  if (typeof name === 'string') return name;
  const found = perl.lastSubscript;
  if ('array' in name) return found === null ? '' : `$${name.array}[${found}]`;
  if (found === null) return '';
  void info;
  return `$${name.hash}{"${found}"}`;
}
