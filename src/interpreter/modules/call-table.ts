/** Functions of a module as a table: operands by name (for `Usage: ...`), and what they do. */
import type { PerlArray } from '../../runtime/array.js';
import { int, str, toNumber } from '../../runtime/convert.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';

/** The operands of one call, converted as the function wants them. */
export class Operands {
  readonly perl: Interp;
  readonly args: PerlArray;
  readonly want: Want;
  constructor(perl: Interp, args: PerlArray, want: Want) {
    this.perl = perl;
    this.args = args;
    this.want = want;
  }
  get count(): number {
    return this.args.length;
  }
  value(i: number): PerlValue {
    return this.args.get(i);
  }
  text(i: number): string {
    return str(this.args.get(i), 'subroutine entry');
  }
  /** an integer; operands that are not there count as `otherwise` */
  integer(i: number, otherwise = 0): number {
    return i < this.count ? Number(int(this.args.get(i), 'subroutine entry')) : otherwise;
  }
  number(i: number, otherwise = 0): number {
    return i < this.count ? toNumber(this.args.get(i), 'subroutine entry') : otherwise;
  }
}

export interface TableFunction {
  /** `filename, mode`, with ` = default` after optional ones and `...` for any number */
  readonly operands: string;
  fn(call: Operands): PerlValue | PerlValue[] | void;
}

/** Defines the functions of a table in a package; a wrong number of operands dies with the usage. */
export function defineTable(perl: Interp, pkg: string, table: Readonly<Record<string, TableFunction>>): void {
  for (const [name, { operands, fn }] of Object.entries(table)) {
    const names = operands === '' ? [] : operands.split(', ');
    const least = names.filter((operand) => !/ = |\.\.\./.test(operand)).length;
    const most = operands.includes('...') ? Number.POSITIVE_INFINITY : names.length;
    perl.define(`${pkg}::${name}`, (args, want) => {
      if (args.length < least || args.length > most) perl.die(`Usage: ${pkg}::${name}(${operands})`);
      return fn(new Operands(perl, args, want));
    });
  }
}

/** How the C functions of POSIX answer: undef and $! for -errno, `0 but true` for 0, else the number. */
export function systemResult(perl: Interp, result: number): PerlValue {
  if (result < 0) {
    perl.errno = -result;
    return undefined;
  }
  return result === 0 ? '0 but true' : result;
}
