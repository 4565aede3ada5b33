/** -T and -B: does a file look like text (perlfunc -X)? */
import fs from 'node:fs';
import type { Op } from '../../runtime/active.js';
import { str } from '../../runtime/convert.js';
import { bool } from '../../runtime/value.js';
import type { PerlValue } from '../../runtime/value.js';
import { globOf, handleIn } from '../io/handles.js';
import { attempt, pathBytes } from '../io/node-errno.js';
import { fail } from '../io/perl.js';
import type { Status } from './file-status.js';

export function looksLikeText(letter: 'T' | 'B', value: PerlValue, status: Status, op: Op): PerlValue {
  if (status.isDirectory()) return bool(letter === 'B');
  const block = Buffer.alloc(512);
  let length = 0;
  const handle = typeof value === 'object' ? handleIn(globOf(value)) : null;
  const result = attempt(() => {
    const fd = handle === null ? fs.openSync(pathBytes(str(value, op)), 'r') : handle.fd;
    length = fs.readSync(fd, block, 0, 512, 0);
    if (handle === null) fs.closeSync(fd);
  });
  if (result < 0) return fail(result);
  if (length === 0) return 1;
  return bool(isText(block.subarray(0, length)) === (letter === 'T'));
}

/** Valid UTF-8, or less than a third of odd bytes and no NUL. */
function isText(block: Buffer): boolean {
  if (block.includes(0)) return false;
  if (!block.toString('utf8').slice(0, -1).includes('\ufffd')) return oddBytes(block, 0x100) * 3 <= block.length;
  return oddBytes(block, 0x80) * 3 <= block.length;
}

function oddBytes(block: Buffer, limit: number): number {
  let odd = 0;
  for (const b of block) if (b >= limit || (b < 32 && !(b >= 8 && b <= 13) && b !== 27)) odd++;
  return odd;
}
