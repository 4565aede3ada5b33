/** %! (perlvar): a read-only hash of the E-names, in which those of the current error are true. */
import { errnoHashExists, errnoHashFetch, errnoHashKeys } from '../../../runtime/errno-hash.js';
import { PerlHash } from '../../../runtime/hash.js';
import { Scalar } from '../../../runtime/scalar.js';
import { NO, type PerlValue, VOID } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';

export class ErrnoHash extends PerlHash {
  private readonly perl: Interp;
  private at_ = 0;
  constructor(perl: Interp) {
    super();
    this.perl = perl;
  }
  override get size(): number {
    return errnoHashKeys.length;
  }
  override get(k: string): PerlValue {
    const value = errnoHashFetch(k, this.perl.errno);
    return value === '' ? NO : value;
  }
  override exists(k: string): boolean {
    return errnoHashExists(k);
  }
  override at(k: string): Scalar {
    return new ErrnoElement(this, k);
  }
  override set(): void {
    this.refuse();
  }
  override delete(): PerlValue {
    return this.refuse();
  }
  override clear(): void {
    this.refuse();
  }
  override assign(): void {
    this.refuse();
  }
  override keys(): string[] {
    this.at_ = 0;
    return [...errnoHashKeys];
  }
  override values(): PerlValue[] {
    return errnoHashKeys.map((k) => this.get(k));
  }
  override list(): PerlValue[] {
    return errnoHashKeys.flatMap((k) => [k, this.get(k)]);
  }
  override nextKey(): string | undefined {
    const key = errnoHashKeys[this.at_++];
    if (key === undefined) this.at_ = 0;
    return key;
  }
  override resetIterator(): void {
    this.at_ = 0;
  }
  /** As the methods of the tied hash do: with a stack trace. */
  refuse(): never {
    this.perl.compiler.requireModule('Errno');
    this.perl.callMethod('Errno', 'STORE', [], VOID);
    throw new Error('STORE returned');
  }
}

class ErrnoElement extends Scalar {
  private readonly hash: ErrnoHash;
  private readonly key: string;
  constructor(hash: ErrnoHash, key: string) {
    super(undefined);
    this.hash = hash;
    this.key = key;
  }
  override get v(): PerlValue {
    return this.hash.get(this.key);
  }
  override set v(_x: PerlValue) {
    this.hash.refuse();
  }
}
