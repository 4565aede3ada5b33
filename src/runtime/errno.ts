import { currentAbi } from '../abi/current-abi.js';
import { errnoNumbers } from '../abi/errno-names.js';
import { toCInt } from './c-integer.js';
import type { Integer } from './host.js';

/**
 * The part of `$!` that is the same in every host (perlvar, "$OS_ERROR"). The number itself lives where the host wants
 * it; `setErrno` of the Host interface writes it.
 */

/** The string of `$!`: the C library's text in the C locale, but nothing for 0. */
export function errnoText(errno: number): string {
  if (errno === 0) return '';
  const { errnoTexts, platform } = currentAbi();
  const text = errnoTexts[errno];
  if (text !== undefined && text !== '') return text;
  return platform.endsWith('-musl') ? 'No error information' : `Unknown error ${errno}`;
}

/** What an assignment to `$!` makes of the value's IV: a C int, so 2**32 + 2 is ENOENT. Undef is 0, silently. */
export function errnoFromInteger(value: Integer | undefined): number {
  return value === undefined ? 0 : toCInt(value);
}

/** The number of an E-name, or undefined. */
export function errnoNumber(name: string): number | undefined {
  return Object.hasOwn(errnoNumbers, name) ? errnoNumbers[name] : undefined;
}

/**
 * The exit status of a program that dies (perldoc -f die): `$!` if its low byte is not 0, else the exit status in `$?`,
 * else 255.
 */
export function exitStatusOfDie(errno: number, childStatus: number): number {
  return errno & 255 || (childStatus >> 8) & 255 || 255;
}
