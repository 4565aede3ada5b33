/** A hash with a fixed set of keys (Hash::Util lock_keys; perldiag "restricted hash"). */
import { active } from '../../../runtime/active.js';
import { PerlHash } from '../../../runtime/hash.js';
import type { Scalar } from '../../../runtime/scalar.js';
import type { PerlValue } from '../../../runtime/value.js';

export class LockedHash extends PerlHash {
  allowed: Set<string> = new Set();

  override get(k: string): PerlValue {
    if (!this.m.has(k) && !this.allowed.has(k)) refuse('access disallowed', k);
    return super.get(k);
  }
  override set(k: string, v: PerlValue): void {
    this.check(k);
    super.set(k, v);
  }
  override at(k: string): Scalar {
    this.check(k);
    return super.at(k);
  }
  override delete(k: string): PerlValue {
    if (!this.allowed.has(k)) refuse('delete disallowed', k);
    const e = this.m.get(k);
    if (typeof e === 'object' && 'readonly' in e && e.readonly)
      active().die(`Attempt to delete readonly key '${k}' from a restricted hash`);
    return super.delete(k);
  }
  private check(k: string): void {
    if (!this.allowed.has(k)) refuse('access disallowed', k);
  }
}

function refuse(what: 'access disallowed' | 'delete disallowed', key: string): never {
  const verb = what === 'delete disallowed' ? 'delete' : 'access';
  return active().die(
    `Attempt to ${verb} disallowed key '${key}' ${verb === 'delete' ? 'from' : 'in'} a restricted hash`,
  );
}
