/** All rows of perlfunc that need nothing but their operands; those that few programs use come late. */
import { letGo } from '../../libc/keeping.js';
import { formatRows } from '../formats/rows.js';
import { bitFunctions } from './bits.js';
import type { CoreFunction, CoreFunctionTable } from './core-function.js';
import { fileFunctions } from './files.js';
import { ioFunctions } from './io.js';
import { listFunctions } from './lists.js';
import { numericFunctions } from './numeric.js';
import { lateProperty } from '../../runtime/late-property.js';
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
  ...sysvFunctions,
};

/**
 * Rows whose functions are in parts of the command that are loaded late (tools/bundle.mjs): when code that mentions one is
 * compiled, or linked to the library.
 */
const late: readonly (readonly [names: string, () => CoreFunctionTable])[] = [
  ['write', () => noticed({ write: formatRows.write })],
  [
    'socket socketpair bind connect listen accept shutdown send recv setsockopt getsockopt getsockname getpeername ' +
      'gethostbyname gethostbyaddr getservbyname getservbyport getprotobyname getprotobynumber',
    () => socketFunctions,
  ],
  [
    'getpwnam getpwuid getpwent setpwent endpwent getgrnam getgrgid getgrent setgrent endgrent getlogin',
    () => userFunctions,
  ],
];

export const lateNames: readonly string[] = late.flatMap(([names, table]) =>
  names.split(' ').map((name) => {
    lateProperty(coreFunctions, name, () => table()[name]);
    return name;
  }),
);

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
