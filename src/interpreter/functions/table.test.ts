import { expect, test } from 'vitest';
import { formatRows } from '../formats/rows.js';
import { socketFunctions } from './sockets.js';
import { coreFunctions, lateNames } from './table.js';
import { userFunctions } from './users.js';

test('the rows that come late are those of their tables', () => {
  const { write } = formatRows;
  const tables = { write, ...socketFunctions, ...userFunctions };
  expect([...lateNames].sort()).toEqual(Object.keys(tables).sort());
  for (const name of lateNames)
    expect(coreFunctions[name]?.operands, name).toBe(tables[name as keyof typeof tables].operands);
});
