/** $^V (perlvar): an object of class version that prints as v5.42.0 and compares as a version. */
import { PerlArray } from '../../runtime/array.js';
import { looksLikeReference, str, toNumber } from '../../runtime/convert.js';
import { PerlHash } from '../../runtime/hash.js';
import type { PerlValue } from '../../runtime/value.js';
import type { Interp } from './interp.js';

export function versionObject(perl: Interp, parts: readonly number[]): PerlHash {
  const object = new PerlHash();
  object.set('original', `v${parts.join('.')}`);
  object.set('qv', 1);
  object.set('version', new PerlArray([...parts]));
  object.blessed = perl.stash('version');
  defineOverloads(perl);
  return object;
}

/** What an object needs before version.pm is loaded, which defines the same anew. */
function defineOverloads(perl: Interp): void {
  const original = (v: PerlValue): PerlValue => (v instanceof PerlHash ? v.get('original') : v);
  perl.define('version::()', () => undefined);
  perl.scalar('version::()').v = 1;
  perl.define('version::((', () => undefined);
  perl.define('version::(""', (args) => original(args.get(0)));
  perl.define('version::(bool', () => 1);
  for (const operator of ['<=>', 'cmp']) {
    perl.define(`version::(${operator}`, (args) => {
      const order = compare(partsOf(args.get(0)), partsOf(args.get(1)));
      return args.get(2) === 1 ? 0 - order : order;
    });
  }
}

function partsOf(v: PerlValue): number[] {
  if (v instanceof PerlHash) {
    const parts = v.get('version');
    return parts instanceof PerlArray ? parts.list().map((part) => toNumber(part)) : [];
  }
  const text = looksLikeReference(v) ? '' : str(v);
  if (/^[\0-\x1f]/.test(text)) return [...text].map((ch) => ch.charCodeAt(0));
  if (/^v|\..*\./.test(text)) return text.replace(/^v/, '').split('.').map(Number);
  const [major = '0', fraction = ''] = text.split('.');
  return [Number(major), ...(fraction.match(/.{1,3}/g) ?? []).map((three) => Number(three.padEnd(3, '0')))];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
