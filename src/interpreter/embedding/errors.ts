import { str } from '../../runtime/convert.js';
import { PerlDie, PerlExit } from '../../runtime/exceptions.js';
import type { PerlValue } from '../../runtime/value.js';
import type { FromPerl } from './values.js';

/** A Perl exception that nobody in Perl has caught. */
export class PerlError extends Error {
  override readonly name = 'PerlError';
  /** What `$@` would hold. */
  readonly value: FromPerl;
  /** @internal */
  readonly raw: PerlValue;
  constructor(raw: PerlValue, value: FromPerl) {
    super(str(raw).trimEnd());
    this.raw = raw;
    this.value = value;
  }
}

/** `exit` outside of a program that `run` has started. */
export class PerlExitError extends Error {
  override readonly name = 'PerlExitError';
  readonly status: number;
  constructor(status: number) {
    super(`exit(${status})`);
    this.status = status;
  }
}

/** An event of Perl's as an Error for JavaScript. */
export function asError(event: unknown, convert: (value: PerlValue) => FromPerl): unknown {
  if (event instanceof PerlDie) return new PerlError(event.value, convert(event.value));
  return event instanceof PerlExit ? new PerlExitError(event.status) : event;
}
