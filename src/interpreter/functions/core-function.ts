/**
 * The row of a core function (perlfunc): how the compiler passes its operands, and what it answers.
 *
 * `operands` has one letter an operand, after '?' the optional ones:
 *   s scalar value · d scalar value, $_ by default · S scalar container · D scalar container, $_ by default
 *   V an rvalue that may turn out to be a variable (a Slot; compile/emit-rvalue-alias) · v the same, never written
 *   l list of values · L list of aliases · A array container · H hash container · X array or hash container
 *   f file handle (a bareword arrives as its glob) · F file handle that may be made: a bareword arrives as its glob,
 *   anything else as its container (Scalar), so that `open my $fh` can fill it
 *
 * `returns`: s a value, l a list, w whatever the context wants (which the function gets as its second argument).
 * The call is fn(op, ...operands), or fn(op, want, ...operands). Absent optional operands are not passed.
 */
export interface CoreFunction {
  readonly operands: string;
  readonly returns: 's' | 'l' | 'w';
  // oxlint-disable-next-line typescript/no-explicit-any -- each row's own operands, which `operands` describes
  readonly fn: (...operands: any[]) => unknown;
}

export type CoreFunctionTable = Readonly<Record<string, CoreFunction>>;
