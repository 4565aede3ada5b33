/** Time::HiRes (perldoc Time::HiRes). */
import { EINTR, EINVAL } from '../../../abi/linux-errno.js';
import { fstat, lstat, stat, type FileStatus } from '../../../libc/file-status.js';
import { getTimer, setTimer, sleep as sleepSeconds } from '../../../libc/clock.js';
import { PerlArray } from '../../../runtime/array.js';
import { str, toNumber } from '../../../runtime/convert.js';
import type { PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { handleOf } from '../../io/handles.js';
import { dispatchSignals } from '../../process/signal-delivery.js';
import { type Operands, defineTable, type TableFunction } from '../call-table.js';
import { defineConstants, exportsOf, type NativeModule } from '../native-module.js';

const constants = {
  CLOCK_REALTIME: 0,
  CLOCK_MONOTONIC: 1,
  CLOCK_PROCESS_CPUTIME_ID: 2,
  CLOCK_THREAD_CPUTIME_ID: 3,
  CLOCK_MONOTONIC_RAW: 4,
  CLOCK_REALTIME_COARSE: 5,
  CLOCK_MONOTONIC_COARSE: 6,
  CLOCK_BOOTTIME: 7,
  TIMER_ABSTIME: 1,
  CLOCKS_PER_SEC: 1000000,
  ITIMER_REAL: 0,
  ITIMER_VIRTUAL: 1,
  ITIMER_PROF: 2,
  d_usleep: 1,
  d_ualarm: 1,
  d_gettimeofday: 1,
  d_nanosleep: 1,
  d_setitimer: 1,
  d_getitimer: 1,
  d_clock_gettime: 1,
  d_clock_getres: 1,
  d_clock: 1,
  d_clock_nanosleep: 1,
  d_hires_stat: 1,
  d_futimens: 1,
  d_utimensat: 1,
  d_hires_utime: 1,
};

/** Whole microseconds since 1970, as gettimeofday(2) tells them. */
function microseconds(): number {
  return Math.floor((performance.timeOrigin + performance.now()) * 1000);
}

/** Sleeps; answers the seconds that really passed. A signal ends it after its handler has run. */
function pauseFor(c: Operands, seconds: number, name: string): number {
  if (seconds < 0) c.perl.die(`Time::HiRes::${name}(${str(c.value(0), name)}): negative time not invented yet`);
  const before = process.hrtime.bigint();
  const left = sleepSeconds(seconds);
  if (left !== 0) {
    if (left < 0) c.perl.errno = -left;
    else c.perl.errno = EINTR;
    dispatchSignals();
  }
  return Number(process.hrtime.bigint() - before) / 1e9;
}

function timer(c: Operands): PerlValue | PerlValue[] {
  const old = setTimer(c.integer(0), c.number(1), c.number(2, 0));
  return timerResult(c, old);
}

function timerResult(c: Operands, old: { value: number; interval: number } | number): PerlValue | PerlValue[] {
  if (typeof old === 'number') {
    c.perl.errno = -old;
    return c.want === 2 ? [] : undefined;
  }
  return c.want === 2 ? [old.value, old.interval] : old.value;
}

/** alarm with fractions: the seconds that were left of the one before. */
function alarm(c: Operands, scale: number): PerlValue {
  const value = c.number(0) / scale;
  const interval = c.number(1, 0) / scale;
  if (value < 0) c.perl.die('Time::HiRes::alarm(): negative time not invented yet');
  const old = setTimer(0, value, interval);
  return typeof old === 'number' ? undefined : scale === 1 ? old.value : Math.round(old.value * scale);
}

function clockTime(c: Operands): PerlValue {
  const which = c.integer(0, 0);
  if (which === 0 || which === 5) return microseconds() / 1e6;
  if (which === 2 || which === 3) return (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
  if (which === 1 || which === 4 || which === 6 || which === 7) return Number(process.hrtime.bigint()) / 1e9;
  c.perl.errno = EINVAL;
  return -1;
}

/** [seconds, microseconds] */
function interval(c: Operands): PerlValue {
  const [from, to] = [c.value(0), c.value(1)];
  const now = microseconds();
  const [seconds, micros] = to instanceof PerlArray ? pair(to) : [Math.floor(now / 1e6), now % 1e6];
  const [fromSeconds, fromMicros] = from instanceof PerlArray ? pair(from) : c.perl.die('Not an ARRAY reference');
  return seconds - fromSeconds + (micros - fromMicros) / 1e6;
}

const pair = (array: PerlArray): [number, number] => [
  toNumber(array.get(0), 'tv_interval'),
  toNumber(array.get(1), 'tv_interval'),
];

/** stat with fractional times. */
function statWith(perl: Interp, c: Operands, links: boolean): PerlValue[] {
  const operand = c.count > 0 ? c.value(0) : perl.underscore.s.v;
  const handle = typeof operand === 'object' ? (handleOf(operand) as { fileno?: () => number } | null) : null;
  const name = (): string => str(operand, 'stat');
  const found = handle?.fileno ? fstat(handle.fileno()) : links ? lstat(name()) : stat(name());
  if (typeof found === 'number') {
    perl.errno = -found;
    return [];
  }
  return fieldsOf(found);
}

function fieldsOf(s: FileStatus): PerlValue[] {
  const time = (t: FileStatus['atime']): number => Number(t.seconds) + t.nanoseconds / 1e9;
  return [
    Number(s.dev),
    Number(s.ino),
    s.mode,
    s.nlink,
    s.uid,
    s.gid,
    Number(s.rdev),
    Number(s.size),
    time(s.atime),
    time(s.mtime),
    time(s.ctime),
    s.blksize,
    Number(s.blocks),
  ];
}

const functions: Readonly<Record<string, TableFunction>> = {
  time: { operands: '', fn: () => microseconds() / 1e6 },
  sleep: {
    operands: '...',
    fn: (c) => (c.count === 0 ? pauseFor(c, 2 ** 31, 'sleep') : pauseFor(c, c.number(0), 'sleep')),
  },
  usleep: { operands: 'useconds', fn: (c) => Math.round(pauseFor(c, c.number(0) / 1e6, 'usleep') * 1e6) },
  nanosleep: { operands: 'nanoseconds', fn: (c) => Math.round(pauseFor(c, c.number(0) / 1e9, 'nanosleep') * 1e9) },
  clock_nanosleep: {
    operands: 'clock_id, nanoseconds, flags = 0',
    fn: (c) =>
      Math.round(
        pauseFor(
          new (c.constructor as typeof Operands)(c.perl, new PerlArray([c.value(1)]), 1),
          c.number(1) / 1e9,
          'clock_nanosleep',
        ) * 1e9,
      ),
  },
  alarm: { operands: 'seconds, interval = 0', fn: (c) => alarm(c, 1) },
  ualarm: { operands: 'useconds, interval = 0', fn: (c) => alarm(c, 1e6) },
  gettimeofday: {
    operands: '',
    fn: (c) => {
      const now = microseconds();
      return c.want === 2 ? [Math.floor(now / 1e6), now % 1e6] : now / 1e6;
    },
  },
  tv_interval: { operands: 'from, to = now', fn: interval },
  setitimer: { operands: 'which, seconds, interval = 0', fn: timer },
  getitimer: { operands: 'which', fn: (c) => timerResult(c, getTimer(c.integer(0))) },
  clock_gettime: { operands: 'clock_id = CLOCK_REALTIME', fn: clockTime },
  clock_getres: { operands: 'clock_id = CLOCK_REALTIME', fn: () => 1e-9 },
  clock: { operands: '', fn: () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6 },
  stat: { operands: '...', fn: (c) => statWith(c.perl, c, false) },
  lstat: { operands: '...', fn: (c) => statWith(c.perl, c, true) },
};

export const timeHiRes: NativeModule = {
  version: '1.9777',
  install(perl) {
    exportsOf(perl, 'Time::HiRes', { onRequest: [...Object.keys(functions), ...Object.keys(constants), 'utime'] });
    defineConstants(perl, 'Time::HiRes', constants);
    defineTable(perl, 'Time::HiRes', functions);
    const prototypes = {
      sleep: ';@',
      usleep: '$',
      nanosleep: '$',
      alarm: '$;$',
      ualarm: '$;$',
      time: '',
      gettimeofday: '',
    };
    for (const [name, prototype] of Object.entries(prototypes)) {
      const code = perl.glob(`Time::HiRes::${name}`).c;
      if (code) code.prototype = prototype;
    }
    perl.define('Time::HiRes::utime', (args, want) =>
      perl.call(
        perl.compiler.evalIn('sub { CORE::utime(shift, shift, @_) }', 'Time::HiRes', 1) as never,
        args.list(),
        want,
      ),
    );
  },
};
