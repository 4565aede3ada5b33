/**
 * The interpreter that is running now. Execution is synchronous, so one pointer (saved and restored at every entry
 * from JavaScript) serves any number of interpreters in a process.
 */
import type { PerlCode } from './code.js';
import type { PerlValue, Want } from './value.js';

/** What values and operators need from the interpreter around them. */
export interface ActivePerl {
  /** Is this warning category on at the current statement? */
  warns(category: string): boolean;
  /** Warn (or die, under FATAL) if the category is on; appends ` at FILE line N.` */
  warn(category: string, message: string): void;
  /** `Use of uninitialized value[ $x] in OP`, with the name worked out from the operation `op` (see OpInfo). */
  uninitialized(op: Op, value?: unknown): void;
  /** Text of the operation for messages: "addition (+)". */
  opText(op: Op): string;
  /** Throw a Perl exception; appends ` at FILE line N.` unless the text ends in a newline. */
  die(message: string): never;
  /** Call a sub. */
  call(code: PerlCode, args: PerlValue[], want: Want): PerlValue | PerlValue[] | void;
  /** Call a method by name; dies as Perl does if there is none. */
  callMethod(invocant: PerlValue, method: string, args: PerlValue[], want: Want): PerlValue | PerlValue[] | void;
}

/**
 * Which operation asks for a conversion, for warnings: a number is an index into the compiled program's table
 * (desc and operand names), a string the description itself ("sprintf").
 */
export type Op = number | string;

let current: ActivePerl | null = null;

export function active(): ActivePerl {
  if (current === null) throw new Error('no Perl is running');
  return current;
}

/** The same where none may be running. */
export function running(): ActivePerl | null {
  return current;
}

/** Make an interpreter the running one; returns the one before. */
export function setActive(perl: ActivePerl | null): ActivePerl | null {
  const before = current;
  current = perl;
  return before;
}
