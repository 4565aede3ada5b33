/** All rows of perlfunc that need nothing but their operands. */
import type { CoreFunctionTable } from './core-function.js';
import { fileFunctions } from './files.js';
import { ioFunctions } from './io.js';
import { listFunctions } from './lists.js';
import { processFunctions } from './processes.js';
import { socketFunctions } from './sockets.js';
import { sprintfFunctions } from './sprintf.js';
import { stringFunctions } from './strings.js';
import { sysvFunctions } from './sysv.js';
import { userFunctions } from './users.js';

export const coreFunctions: CoreFunctionTable = {
  ...stringFunctions,
  ...sprintfFunctions,
  ...listFunctions,
  ...ioFunctions,
  ...fileFunctions,
  ...processFunctions,
  ...socketFunctions,
  ...userFunctions,
  ...sysvFunctions,
};
