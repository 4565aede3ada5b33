/** `&CORE::shmget` and its like (perldoc CORE): the builtins as subs. */
import { type BuiltinRow, builtinTable } from '../../builtins/table.js';
import { diagnostics } from '../../runtime/diagnostics.js';
import type { Interp } from '../core/interp.js';
import { sysvFunctions } from '../functions/sysv.js';

export function defineCoreSubs(perl: Interp): void {
  for (const [name, { operands, prototype }] of Object.entries<BuiltinRow>(builtinTable)) {
    const row = sysvFunctions[name];
    perl.define(
      `CORE::${name}`,
      (args) => {
        if (args.length < operands.length) perl.die(diagnostics.notEnoughArguments(name));
        if (args.length > operands.length) perl.die(diagnostics.tooManyArguments(name));
        return [row?.fn(name, ...args.aliases())] as ReturnType<typeof args.list>;
      },
      prototype,
    );
  }
}
