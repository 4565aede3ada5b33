/** All rows of perlfunc that need nothing but their operands. */
import { letGo } from '../../libc/keeping.js';
import { bitFunctions } from './bits.js';
import type { CoreFunction, CoreFunctionTable } from './core-function.js';
import { fileFunctions } from './files.js';
import { ioFunctions } from './io.js';
import { listFunctions } from './lists.js';
import { numericFunctions } from './numeric.js';
import { packFunctions } from './pack.js';
import { patternCodeFunctions } from './pattern-code.js';
import { processFunctions } from './processes.js';
import { socketFunctions } from './sockets.js';
import { sprintfFunctions } from './sprintf.js';
import { stringFunctions } from './strings.js';
import { sysvFunctions } from './sysv.js';
import { timeFunctions } from './time.js';
import { userFunctions } from './users.js';

export const coreFunctions: CoreFunctionTable = {
  ...stringFunctions,
  ...numericFunctions,
  ...bitFunctions,
  ...packFunctions,
  ...timeFunctions,
  ...sprintfFunctions,
  ...listFunctions,
  ...noticed(ioFunctions),
  ...noticed(fileFunctions),
  ...patternCodeFunctions,
  ...processFunctions,
  ...socketFunctions,
  ...userFunctions,
  ...sysvFunctions,
};

/** Functions by which other processes may notice something, without libc's table: segments kept attached go before. */
function noticed(table: CoreFunctionTable): CoreFunctionTable {
  const row = ([name, { fn, ...rest }]: [string, CoreFunction]): [string, CoreFunction] => [
    name,
    {
      ...rest,
      fn: (...operands: unknown[]) => {
        letGo();
        return fn(...operands);
      },
    },
  ];
  return Object.fromEntries(Object.entries(table).map(row));
}
