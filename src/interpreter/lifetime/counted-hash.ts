/** Hashes that count what they hold: installed on the prototype when counting begins. */
import { PerlHash } from '../../runtime/hash.js';
import { Scalar } from '../../runtime/scalar.js';
import { drop, dropSlot, hold, owned } from './counts.js';

function counts(hash: PerlHash): boolean {
  if (hash.rc === undefined) owned(hash);
  return (hash.rc as number) >= 0;
}
const counted = (hash: PerlHash): boolean => hash.rc !== undefined && hash.rc >= 0;

export function countHashes(): void {
  const { at, clear, delete: remove } = PerlHash.prototype;
  const methods: Partial<PerlHash> & ThisType<PerlHash> = {
    set(k, v) {
      const e = this.m.get(k);
      if (e instanceof Scalar) e.v = v;
      else {
        if (typeof v === 'object' && counts(this)) hold(v);
        this.m.set(k, v);
        if (typeof e === 'object' && counted(this)) drop(e);
      }
    },
    at(k) {
      const e = this.m.get(k);
      if (e instanceof Scalar) return e;
      const box = at.call(this, k);
      if (counted(this)) {
        box.rc = 1;
        if (typeof e === 'object') box.holds = true;
      }
      return box;
    },
    delete(k) {
      const e = this.m.get(k);
      const v = remove.call(this, k);
      if (typeof e === 'object' && counted(this)) dropSlot(e);
      return v;
    },
    clear() {
      const gone = this.m;
      clear.call(this);
      if (counted(this)) for (const e of gone.values()) dropSlot(e);
    },
  };
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(PerlHash.prototype, name, { value, configurable: true, writable: true });
}
