/** Signal sets, sigaction and the calls that wait for signals (perldoc POSIX, "SIGNAL"). */
import { EINVAL } from '../../../abi/linux-errno.js';
import { SIGKILL, SIGSTOP } from '../../../abi/linux-signals.js';
import { signalNames } from '../../../abi/signal-names.js';
import { changeMask, type SignalSet, signalSet } from '../../../libc/signal-mask.js';
import { sys } from '../../../libc/results.js';
import { PerlHash } from '../../../runtime/hash.js';
import { int, str } from '../../../runtime/convert.js';
import { Scalar } from '../../../runtime/scalar.js';
import { type PerlValue, referentOf, ScalarRef } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { dispatchSignals } from '../../process/signal-delivery.js';
import { type Operands, defineTable, systemResult, type TableFunction } from '../call-table.js';

/** A POSIX::SigSet is a blessed scalar that holds the bytes of a sigset_t. */
function setOf(perl: Interp, v: PerlValue, name: string): SignalSet {
  if (v instanceof ScalarRef && v.target.blessed && perl.packages.isa(v.target.blessed.name, 'POSIX::SigSet')) {
    return new Uint8Array(Buffer.from(str(v.target.v, 'sigset'), 'latin1'));
  }
  return perl.die(`${name} is not of type POSIX::SigSet`);
}

function store(v: PerlValue, set: SignalSet): void {
  if (v instanceof ScalarRef) v.target.v = Buffer.from(set).toString('latin1');
}

function setObject(perl: Interp, pkg: string, signals: PerlValue[]): PerlValue {
  const scalar = new Scalar('');
  scalar.blessed = perl.stash(pkg);
  const reference = new ScalarRef(scalar);
  store(reference, signalSet(signals.map((signal) => Number(int(signal, 'subroutine entry')))));
  return reference;
}

const newSet = (c: Operands): PerlValue => setObject(c.perl, c.text(0), c.args.list().slice(1));

/** A method that changes one bit, or all. */
const change = (operands: string, edit: (set: SignalSet, signal: number) => void): TableFunction => ({
  operands,
  fn(c) {
    const set = setOf(c.perl, c.value(0), 'sigset');
    const signal = c.count > 1 ? c.integer(1) : 1;
    if (signal < 1 || signal > 64) {
      if (signal < 0) c.perl.die(`Negative signals are not allowed ${signal}`);
      return systemResult(c.perl, -EINVAL);
    }
    edit(set, signal);
    store(c.value(0), set);
    return '0 but true';
  },
});

const setMethods: Readonly<Record<string, TableFunction>> = {
  new: { operands: 'packname = "POSIX::SigSet", ...', fn: newSet },
  addset: change('sigset, sig', (set, signal) => void ((set[(signal - 1) >> 3] as number) |= 1 << ((signal - 1) & 7))),
  delset: change(
    'sigset, sig',
    (set, signal) => void ((set[(signal - 1) >> 3] as number) &= ~(1 << ((signal - 1) & 7))),
  ),
  emptyset: change('sigset', (set) => void set.fill(0)),
  fillset: change('sigset', (set) => void set.fill(255)),
  ismember: {
    operands: 'sigset, sig',
    fn(c) {
      const signal = c.integer(1);
      if (signal < 0) c.perl.die(`Negative signals are not allowed ${signal}`);
      return ((setOf(c.perl, c.value(0), 'sigset')[(signal - 1) >> 3] ?? 0) >> ((signal - 1) & 7)) & 1;
    },
  },
};

function sigprocmask(c: Operands): PerlValue {
  const set = c.value(1) === undefined ? null : setOf(c.perl, c.value(1), 'sigset');
  const old = set === null ? currentMask() : changeMask(c.integer(0), set);
  if (typeof old === 'number') return systemResult(c.perl, old);
  if (c.count > 2 && c.value(2) !== undefined) {
    setOf(c.perl, c.value(2), 'oldsigset');
    store(c.value(2), old);
  }
  dispatchSignals();
  return '0 but true';
}

/** What is blocked now: a change by nothing. */
const currentMask = (): SignalSet | number => changeMask(0, signalSet());

function sigpending(c: Operands): PerlValue {
  const set = setOf(c.perl, c.value(0), 'sigset');
  const result = sys.sigpending(set);
  store(c.value(0), set);
  return systemResult(c.perl, result);
}

/** Waits with another mask until a signal has been handled: always fails with EINTR. */
function sigsuspend(c: Operands): PerlValue {
  const result = sys.sigsuspend(setOf(c.perl, c.value(0), 'signal_mask'));
  dispatchSignals();
  return systemResult(c.perl, result);
}

function pause(c: Operands): PerlValue {
  const result = sys.pause();
  dispatchSignals();
  return systemResult(c.perl, result);
}

/** Handlers go through %SIG, so that both views agree; the flags are kept for the answer only. */
const flagsOf = new Map<number, PerlValue>();

function sigaction(c: Operands): PerlValue {
  const signal = c.integer(0);
  if (signal < 0) c.perl.die(`Negative signals are not allowed ${signal}`);
  const name = signalNames[signal];
  if (name === undefined || signal === 0) return systemResult(c.perl, -EINVAL);
  const action = actionOf(c, 1);
  const old = actionOf(c, 2);
  const handlers = c.perl.glob('main::SIG').hv;
  if (old !== null) {
    old.set('HANDLER', handlers.get(name) ?? 'DEFAULT');
    old.set('FLAGS', flagsOf.get(signal) ?? 0);
    old.set('MASK', setObject(c.perl, 'POSIX::SigSet', []));
  }
  if (action === null) return '0 but true';
  if (signal === SIGKILL || signal === SIGSTOP) return systemResult(c.perl, -EINVAL);
  handlers.set(name, action.get('HANDLER'));
  flagsOf.set(signal, action.get('FLAGS'));
  return '0 but true';
}

function actionOf(c: Operands, i: number): PerlHash | null {
  const v = c.value(i);
  if (v === undefined) return null;
  if (v instanceof PerlHash && referentOf(v)?.blessed && c.perl.packages.isa(v.blessed?.name ?? '', 'POSIX::SigAction'))
    return v;
  return c.perl.die(`${i === 1 ? 'action' : 'oldaction'} is not of type POSIX::SigAction`);
}

export const signalFunctions: Readonly<Record<string, TableFunction>> = {
  pause: { operands: '', fn: pause },
  sigaction: { operands: 'sig, optaction, oldaction = 0', fn: sigaction },
  sigpending: { operands: 'sigset', fn: sigpending },
  sigprocmask: { operands: 'how, sigset, oldsigset = 0', fn: sigprocmask },
  sigsuspend: { operands: 'signal_mask', fn: sigsuspend },
};

function newAction(c: Operands): PerlValue {
  const [, handler, mask, flags] = c.args.list();
  const action = new PerlHash(
    new Map<string, PerlValue>([
      ['HANDLER', handler],
      ['MASK', mask],
      ['FLAGS', flags ?? 0],
      ['SAFE', 0],
    ]),
  );
  action.blessed = c.perl.stash(c.text(0));
  return action;
}

/** An accessor of POSIX::SigAction: sets when given a value. */
const field = (name: string): TableFunction => ({
  operands: 'self, ...',
  fn(c) {
    const action = c.value(0) as PerlHash;
    if (c.count > 1) action.set(name, c.value(1));
    return action.get(name);
  },
});

export function defineSignalClasses(perl: Interp): void {
  defineTable(perl, 'POSIX::SigSet', setMethods);
  defineTable(perl, 'POSIX::SigAction', {
    new: { operands: 'class, ...', fn: newAction },
    handler: field('HANDLER'),
    mask: field('MASK'),
    flags: field('FLAGS'),
    safe: field('SAFE'),
  });
}
