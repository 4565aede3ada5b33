/**
 * Counting costs time, and only programs with a DESTROY, a weak reference or a handle whose end others wait for can see
 * it: it begins when the first source
 * text that mentions one is about to be compiled. Code compiled earlier has no ends of scopes: what its lexicals hold is
 * held by nobody, and what it assigns to them later is held for good.
 */
import { PerlArray } from '../../runtime/array.js';
import { counting } from '../../runtime/counting.js';
import { PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import { Interp } from '../core/interp.js';
import { countArrays } from './counted-array.js';
import { countHashes } from './counted-hash.js';
import { countScalars } from './counted-scalar.js';
import { owned } from './counts.js';
import { keepsAwaitedHandles } from './handles-in-text.js';
import { Lifetimes } from './lifetimes.js';

/** Destructors that do nothing don't count. */
const interesting = /\bDESTROY\b(?!\s*\{\s*\})|\bweaken\b/;

/** A text is about to be compiled; `first`: before any other. */
export function noticeLifetimes(perl: Interp, source: string, first = false): void {
  if (perl.lifetimes !== null) return;
  if (interesting.test(source) || keepsAwaitedHandles(source)) activateLifetimes(perl, first);
}

function activateLifetimes(perl: Interp, complete = false): void {
  const lifetimes = new Lifetimes(perl, complete);
  perl.lifetimes = lifetimes;
  perl.dynamic.leave = lifetimes.leave;
  if (!counting.on) {
    counting.on = true;
    countScalars();
    countArrays();
    countHashes();
    ownNewSlots();
  }
  for (const stash of perl.packages.stashes.values()) for (const glob of stash.globs.values()) ownSlots(glob);
  if (perl.selected !== null) lifetimes.hold(perl.selected);
  const { makeContainer } = Interp.prototype;
  perl.callSub = (code, args, want) => lifetimes.call(code, args, want);
  perl.makeContainer = (sigil) => owned(makeContainer.call(perl, sigil));
}

/** Package variables live as long as the program. */
function ownSlots(glob: PerlGlob): void {
  owned(glob.s);
  if (glob.a !== null) owned(glob.a);
  if (glob.h !== null) owned(glob.h);
}
function ownNewSlots(): void {
  Object.defineProperty(PerlGlob.prototype, 'av', {
    configurable: true,
    get(this: PerlGlob) {
      return (this.a ??= owned(new PerlArray()));
    },
  });
  Object.defineProperty(PerlGlob.prototype, 'hv', {
    configurable: true,
    get(this: PerlGlob) {
      return (this.h ??= owned(new PerlHash()));
    },
  });
}
