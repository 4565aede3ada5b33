import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type BuiltinRow, builtinTable } from './table.js';

const rows: [string, BuiltinRow][] = Object.entries(builtinTable);
const perl = spawnSync('perl', ['-e', 'print prototype "CORE::shmget"']).status === 0;

describe('the table of builtins', () => {
  it('has eleven rows, with one $ per operand', () => {
    expect(rows.length).toBe(11);
    for (const [name, { operands, prototype }] of rows)
      expect([name, prototype]).toEqual([name, '$'.repeat(operands.length)]);
  });

  it.runIf(perl)('has the prototypes of real perl', () => {
    for (const [name, { prototype }] of rows) {
      const { stdout } = spawnSync('perl', ['-e', `print prototype "CORE::${name}"`], { encoding: 'utf8' });
      expect([name, prototype]).toEqual([name, stdout]);
    }
  });
});
