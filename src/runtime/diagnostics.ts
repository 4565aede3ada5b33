/**
 * Every sentence that the builtins and the IPC modules say, in one table (perldiag(1) and the IPC::SysV manual). The
 * host appends the place.
 */
export const diagnostics = {
  // The builtins.
  readOnly: 'Modification of a read-only value attempted',
  wideCharacter: (op: string) => `Wide character in ${op}`,
  badArgLength: (op: string, length: number, wanted: number) =>
    `Bad arg length for ${op}, is ${length}, should be ${wanted}`,
  argTooShort: (op: string) => `Arg too short for ${op}`,
  notEnoughArguments: (op: string) => `Not enough arguments for ${op}`,
  tooManyArguments: (op: string) => `Too many arguments for ${op}`,

  // Warnings that the host raises while it converts. `name` is '' or the variable as the program spells it.
  uninitialized: (name: string, op: string) => `Use of uninitialized value ${name}${name === '' ? '' : ' '}in ${op}`,
  notNumeric: (text: string, op: string) => `Argument "${text}" isn't numeric in ${op}`,

  // IPC::SysV.
  invalidMacro: (name: string) => `${name} is not a valid IPC::SysV macro`,
  missingMacro: (name: string) => `Your vendor has not defined IPC::SysV macro ${name}, used`,
  usage: (signature: string) => `Usage: ${signature}`,
  invalidProjectId: 'invalid project id',
  invalidAddress: 'invalid address value',
  /** Here real perl reads or writes whatever is there, or is killed (docs/differences.md). */
  outsideAttachments: (op: string) => `Address range of ${op} is not inside an attached shared memory segment`,
  readOnlyAttachment: (op: string) => `Shared memory segment is attached read-only in ${op}`,
  foreignRemap: 'shmat with SHM_REMAP may replace nothing but an attached shared memory segment',

  // The stat objects; the grammar of the first is the original's.
  notStatObject: (method: string, className: string) => `Method ${method} not called a ${className} object`,
  badStatLength: (className: string, length: number, wanted: number) =>
    `Bad arg length for ${className}, length is ${length}, should be ${wanted}`,

  // %! (perldoc Errno).
  errnoReadOnly: 'ERRNO hash is read only!',
} as const;
