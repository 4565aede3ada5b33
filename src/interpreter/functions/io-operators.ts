/** Input and output that has syntax of its own, as compiled code calls it: print, <FH>, <*.c>, -X. */
import type { Op } from '../../runtime/active.js';
import { str } from '../../runtime/convert.js';
import { LIST } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import { expand } from '../files/glob-pattern.js';
import { lastFileTest, stackedTest } from '../files/file-test.js';
import { flushLexicals } from '../io/file-handle.js';
import { printf } from '../io/print.js';
import { readline } from '../io/read-line.js';
import { formatList } from './sprintf.js';

export { print as ioPrint, say as ioSay } from '../io/print.js';
export { fileTest } from '../files/file-test.js';

function formatted(list: PerlValue[], op: Op): string {
  return formatList(str(list[0], op), list.slice(1), op, 'printf');
}

/** printf HANDLE LIST; a null handle is the selected one. */
export function ioPrintf(handle: PerlValue | null, list: PerlValue[], op: Op): PerlValue {
  return printf(handle, list, op, formatted);
}

/** <FH>; a null handle is <>. */
export function ioReadline(handle: PerlValue | null, want: Want, op: Op = '<HANDLE>'): PerlValue | PerlValue[] {
  return readline(handle, want, op);
}

/** Where <*.c> in scalar context keeps the names still to come. */
export interface GlobSite {
  list: string[] | null;
}

export function ioGlob(pattern: PerlValue, want: Want, site: GlobSite): PerlValue | PerlValue[] {
  if (want !== LIST && site.list !== null) return nextName(site, site.list);
  flushLexicals();
  const names = expand(str(pattern, 'glob'));
  return want === LIST ? names : nextName(site, names);
}

function nextName(site: GlobSite, names: string[]): PerlValue {
  const name = names.shift();
  site.list = name === undefined ? null : names;
  return name;
}

/** `-f -w $file` */
export function fileTestStacked(letter: string, inner: PerlValue): PerlValue {
  return stackedTest(letter, inner, `-${letter}`);
}

/** `-f _` */
export function fileTestLast(letter: string): PerlValue {
  return lastFileTest(letter);
}
