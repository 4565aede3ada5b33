/**
 * Which segments are worth keeping attached: those used more than once between two calls that end bursts, now or the
 * last time. A program that locks, reads once and unlocks would only lose by it.
 */
interface Uses {
  burst: number;
  now: number;
  before: number;
  /** Was it ever written? Then reading attaches it for writing too. */
  written: boolean;
}

/** More segments than that at a time are forgotten. */
const MOST = 1024;

export class BurstHistory {
  private readonly uses = new Map<number, Uses>();
  private burst = 0;

  /** Another use of a segment that is not kept: should it be? */
  use(shmid: number, writes: boolean): boolean {
    let uses = this.uses.get(shmid);
    if (uses === undefined) {
      if (this.uses.size >= MOST) this.uses.clear();
      uses = { burst: this.burst, now: 0, before: 0, written: false };
      this.uses.set(shmid, uses);
    }
    if (uses.burst !== this.burst) {
      uses.before = uses.now;
      uses.now = 0;
      uses.burst = this.burst;
    }
    uses.now++;
    if (writes) uses.written = true;
    return uses.now > 1 || uses.before > 1;
  }

  /** Would another use be a reason to keep it? */
  wouldKeep(shmid: number): boolean {
    const uses = this.uses.get(shmid);
    if (uses === undefined) return false;
    return uses.burst === this.burst ? uses.now > 0 || uses.before > 1 : uses.now > 1;
  }

  /** A kept segment was used so often in this burst. */
  used(shmid: number, times: number): void {
    const uses = this.uses.get(shmid);
    if (uses !== undefined) uses.now += times;
  }

  isWritten(shmid: number): boolean {
    return this.uses.get(shmid)?.written === true;
  }

  next(): void {
    this.burst++;
  }
}
