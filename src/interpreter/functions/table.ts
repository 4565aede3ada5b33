/** All rows of perlfunc that need nothing but their operands. */
import { bitFunctions } from './bits.js';
import type { CoreFunctionTable } from './core-function.js';
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
  ...ioFunctions,
  ...fileFunctions,
  ...patternCodeFunctions,
  ...processFunctions,
  ...socketFunctions,
  ...userFunctions,
  ...sysvFunctions,
};
