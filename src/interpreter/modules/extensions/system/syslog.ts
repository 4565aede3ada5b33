/** The C half of Sys::Syslog (perldoc Sys::Syslog): the constants of syslog.h, and the calls of syslog(3). */
import { closeLog, openLog, setLogMask, writeLog } from '../../../../libc/system-log.js';
import type { PerlArray } from '../../../../runtime/array.js';
import { int, str } from '../../../../runtime/convert.js';
import type { PerlValue } from '../../../../runtime/value.js';
import type { Interp } from '../../../core/interp.js';
import { defineConstants, words } from '../../native-module.js';

const levels = words('EMERG ALERT CRIT ERR WARNING NOTICE INFO DEBUG');
const facilities = words('KERN USER MAIL DAEMON AUTH SYSLOG LPR NEWS UUCP CRON AUTHPRIV FTP');
const options = words('PID CONS ODELAY NDELAY NOWAIT PERROR');

/** Facilities of other systems, and what stands for them here. */
const substitutes: Readonly<Record<string, string>> = {
  INSTALL: 'USER',
  LAUNCHD: 'DAEMON',
  NETINFO: 'DAEMON',
  RAS: 'AUTH',
  REMOTEAUTH: 'AUTH',
  CONSOLE: 'USER',
  NTP: 'DAEMON',
  SECURITY: 'AUTH',
  AUDIT: 'AUTH',
  LFMT: 'USER',
};

const PRIMASK = 7;
const FACMASK = 0x3f8;

function constants(): Record<string, number | string> {
  const table: Record<string, number | string> = {
    LOG_PRIMASK: PRIMASK,
    LOG_FACMASK: FACMASK,
    LOG_NFACILITIES: 24,
    _PATH_LOG: '/dev/log',
  };
  levels.forEach((name, i) => (table[`LOG_${name}`] = i));
  facilities.forEach((name, i) => (table[`LOG_${name}`] = i << 3));
  for (let i = 0; i < 8; i++) table[`LOG_LOCAL${i}`] = (16 + i) << 3;
  options.forEach((name, i) => (table[`LOG_${name}`] = 1 << i));
  for (const [name, other] of Object.entries(substitutes)) table[`LOG_${name}`] = facilities.indexOf(other) << 3;
  return table;
}

/** The arithmetic of priorities that syslog.h has as macros. */
const macros: Readonly<Record<string, (a: number, b: number) => number>> = {
  LOG_PRI: (priority) => priority & PRIMASK,
  LOG_FAC: (priority) => (priority & FACMASK) >> 3,
  LOG_MAKEPRI: (facility, level) => facility | level,
  LOG_MASK: (level) => 1 << level,
  LOG_UPTO: (level) => (1 << (level + 1)) - 1,
};

export function sysSyslog(perl: Interp): void {
  defineConstants(perl, 'Sys::Syslog', constants());
  // What is a constant is a sub by now, so whoever gets here asks for another name.
  perl.define('Sys::Syslog::constant', (args) => `${str(args.get(0))} is not a valid Sys::Syslog macro`);
  const number = (args: PerlArray, i: number): number => Number(int(args.get(i), 'subroutine entry'));
  const define = (name: string, fn: (args: PerlArray) => PerlValue): void =>
    void perl.define(`Sys::Syslog::${name}`, fn);
  for (const [name, macro] of Object.entries(macros))
    define(name, (args) => macro(number(args, 0), args.length > 1 ? number(args, 1) : 0));
  define('openlog_xs', (args) => {
    openLog(str(args.get(0)), number(args, 1), number(args, 2));
    return undefined;
  });
  define('syslog_xs', (args) => {
    writeLog(number(args, 0), str(args.get(1)));
    return undefined;
  });
  define('setlogmask_xs', (args) => setLogMask(number(args, 0)));
  define('closelog_xs', () => {
    closeLog();
    return undefined;
  });
}
