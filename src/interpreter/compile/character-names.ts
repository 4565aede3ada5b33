/** \N{NAME} (perldoc charnames): the names of the Perl library that is installed, read when the first is asked for. */
import { readFileSync } from 'node:fs';
import { str } from '../../runtime/convert.js';
import type { Interp } from '../core/interp.js';

/** Pairs of lines: a code point in hexadecimal, its name. */
let table: string | null = null;

function readTable(perl: Interp): string {
  for (const folder of perl.glob('main::INC').av.list()) {
    try {
      return readFileSync(`${str(folder)}/unicore/Name.pl`, 'latin1');
    } catch {
      // not in this folder
    }
  }
  return '';
}

/** The code point of a name; null if it is unknown. */
export function namedCharacter(perl: Interp, name: string): number | null {
  table ??= readTable(perl);
  const at = table.indexOf(`\n${name.trim().toUpperCase()}\n\n`);
  const code = at < 0 ? null : /\n([0-9A-F]+)$/.exec(table.slice(Math.max(0, at - 10), at));
  return code === null ? null : Number.parseInt(code[1] as string, 16);
}
