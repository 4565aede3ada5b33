import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/perls.js';

/** The rows of the table below a heading of docs/zeroperl.md, by their first cell. */
export function tableOf(heading: string): Map<string, string[][]> {
  const page = readFileSync(join(root, 'docs/zeroperl.md'), 'utf8');
  const section = page.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  const rows = new Map<string, string[][]>();
  for (const [, first = '', rest = ''] of section.matchAll(/^\| (\S+\/\S+) \| (.*) \|$/gm))
    rows.set(first, [...(rows.get(first) ?? []), rest.split(' | ')]);
  return rows;
}
