/** Hash::Util (perldoc Hash::Util): locked keys, values and hashes, in the basic form. */
import type { PerlArray } from '../../../runtime/array.js';
import { str } from '../../../runtime/convert.js';
import { PerlHash } from '../../../runtime/hash.js';
import { ReadonlyScalar, Scalar } from '../../../runtime/scalar.js';
import { bool, type PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { exportsOf, type NativeModule, words } from '../native-module.js';
import { LockedHash } from './locked-hash.js';

const names =
  words(`lock_keys unlock_keys lock_value unlock_value lock_hash unlock_hash lock_hashref unlock_hashref lock_ref_keys
  unlock_ref_keys hash_locked hash_unlocked hashref_locked hashref_unlocked legal_keys hidden_keys bucket_ratio num_buckets used_buckets`);

export const hashUtil: NativeModule = {
  version: '0.28',
  install(perl) {
    exportsOf(perl, 'Hash::Util', { onRequest: names });
    const hash = (args: PerlArray): PerlHash => {
      const v = args.get(0);
      return v instanceof PerlHash ? v : perl.die('First argument to Hash::Util functions must be a HASH reference');
    };
    const both = (
      name: string,
      refName: string,
      prototype: string,
      fn: (h: PerlHash, args: PerlArray) => PerlValue | PerlValue[],
    ): void => {
      perl.define(`Hash::Util::${name}`, (args) => fn(hash(args), args), prototype);
      perl.define(`Hash::Util::${refName}`, (args) => fn(hash(args), args));
    };
    both('lock_keys', 'lock_ref_keys', '\\%;@', (h, args) => lockKeys(perl, h, args));
    both('unlock_keys', 'unlock_ref_keys', '\\%', unlock);
    both('lock_hash', 'lock_hashref', '\\%', (h) => {
      lock(h);
      for (const key of h.m.keys()) setReadonly(h, key, true);
      return h;
    });
    both('unlock_hash', 'unlock_hashref', '\\%', (h) => {
      for (const key of h.m.keys()) setReadonly(h, key, false);
      return unlock(h);
    });
    both('lock_value', 'lock_ref_value', '\\%$', (h, args) => setReadonly(h, str(args.get(1), 'lock_value'), true));
    both('unlock_value', 'unlock_ref_value', '\\%$', (h, args) =>
      setReadonly(h, str(args.get(1), 'lock_value'), false),
    );
    both('hash_locked', 'hashref_locked', '\\%', (h) => bool(h instanceof LockedHash));
    both('hash_unlocked', 'hashref_unlocked', '\\%', (h) => bool(!(h instanceof LockedHash)));
    both('bucket_ratio', 'bucket_ratio_ref', '\\%', (h) =>
      h.size === 0 ? 0 : `${Math.ceil(h.size * 0.63)}/${Math.max(8, 2 ** Math.ceil(Math.log2(h.size)))}`,
    );
    both('num_buckets', 'num_buckets_ref', '\\%', (h) => Math.max(8, 2 ** Math.ceil(Math.log2(Math.max(1, h.size)))));
    both('used_buckets', 'used_buckets_ref', '\\%', (h) => Math.ceil(h.size * 0.63));
    both('legal_keys', 'legal_ref_keys', '\\%', (h) => (h instanceof LockedHash ? [...h.allowed] : h.keys()));
    both('hidden_keys', 'hidden_ref_keys', '\\%', (h) =>
      h instanceof LockedHash ? [...h.allowed].filter((k) => !h.m.has(k)) : [],
    );
  },
};

function lock(h: PerlHash, allowed: Iterable<string> = h.m.keys()): void {
  const keys = new Set(allowed);
  Object.setPrototypeOf(h, LockedHash.prototype);
  (h as LockedHash).allowed = keys;
}

function unlock(h: PerlHash): PerlValue {
  if (h instanceof LockedHash) Object.setPrototypeOf(h, PerlHash.prototype);
  return h;
}

function lockKeys(perl: Interp, h: PerlHash, args: PerlArray): PerlValue {
  const given = args
    .list()
    .slice(1)
    .map((key) => str(key, 'lock_keys'));
  const missing = given.length > 0 ? [...h.m.keys()].find((key) => !given.includes(key)) : undefined;
  if (missing !== undefined) perl.die(`Hash has key '${missing}' which is not in the new key set`);
  lock(h, given.length > 0 ? given : h.m.keys());
  return h;
}

function setReadonly(h: PerlHash, key: string, on: boolean): PerlValue {
  if (h.m.has(key))
    Object.setPrototypeOf(PerlHash.prototype.at.call(h, key), on ? ReadonlyScalar.prototype : Scalar.prototype);
  return undefined;
}
