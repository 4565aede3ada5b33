/**
 * The eleven builtins as perlfunc lists them. What a host needs to declare them, and what the documentation and the
 * tests are checked against.
 */
export const builtinTable = {
  shmget: { operands: ['KEY', 'SIZE', 'FLAGS'], prototype: '$$$', returns: 'id', blocks: false, family: 'get' },
  shmctl: { operands: ['ID', 'CMD', 'ARG'], prototype: '$$$', output: 2, returns: 'ctl', blocks: false, family: 'ctl' },
  shmread: {
    operands: ['ID', 'VAR', 'POS', 'SIZE'],
    prototype: '$$$$',
    output: 1,
    returns: 'truth',
    blocks: false,
    family: 'shmio',
  },
  shmwrite: {
    operands: ['ID', 'STRING', 'POS', 'SIZE'],
    prototype: '$$$$',
    returns: 'truth',
    blocks: false,
    family: 'shmio',
  },
  semget: { operands: ['KEY', 'NSEMS', 'FLAGS'], prototype: '$$$', returns: 'id', blocks: false, family: 'get' },
  semctl: {
    operands: ['ID', 'SEMNUM', 'CMD', 'ARG'],
    prototype: '$$$$',
    output: 3,
    returns: 'ctl',
    blocks: false,
    family: 'ctl',
  },
  semop: { operands: ['KEY', 'OPSTRING'], prototype: '$$', returns: 'truth', blocks: true, family: 'semop' },
  msgget: { operands: ['KEY', 'FLAGS'], prototype: '$$', returns: 'id', blocks: false, family: 'get' },
  msgctl: { operands: ['ID', 'CMD', 'ARG'], prototype: '$$$', output: 2, returns: 'ctl', blocks: false, family: 'ctl' },
  msgsnd: { operands: ['ID', 'MSG', 'FLAGS'], prototype: '$$$', returns: 'truth', blocks: true, family: 'message' },
  msgrcv: {
    operands: ['ID', 'VAR', 'SIZE', 'TYPE', 'FLAGS'],
    prototype: '$$$$$',
    output: 1,
    returns: 'truth',
    blocks: true,
    family: 'message',
  },
} as const satisfies Record<string, BuiltinRow>;

/** A name of the table. */
export type BuiltinName = keyof typeof builtinTable;

/** What is known of a builtin without calling it. */
export interface BuiltinRow {
  /** As perlfunc names them (semop's KEY is an id all the same). */
  readonly operands: readonly string[];
  /** What `prototype "CORE::name"` answers. */
  readonly prototype: string;
  /** The index of the operand that may receive data. It is compiled as an rvalue nevertheless. */
  readonly output?: number;
  /** How results look to Perl. */
  readonly returns: ReturnConvention;
  /** Whether the call can sleep in the kernel. */
  readonly blocks: boolean;
  /** The file that holds what the builtin shares with its like. */
  readonly family: 'get' | 'ctl' | 'shmio' | 'semop' | 'message';
}

/**
 * The three ways in which the builtins answer (results.ts): `truth` is 1 or 0; `id` is a number or undef; `ctl` is
 * undef, "0 but true" or a number.
 */
export type ReturnConvention = 'truth' | 'id' | 'ctl';
