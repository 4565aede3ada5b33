import * as signals from './linux-signals.js';

/** The first and last real-time signal a program may use, as glibc's SIGRTMIN says (musl keeps one more). */
export const SIGRTMIN = 34;
export const SIGRTMAX = 64;

/** The names Perl lists after the numbers, as second spellings of numbers that have a name already. */
const ALIASES = new Set(['SIGIOT', 'SIGPOLL']);

/** Signal names without SIG by number, as Perl's `$Config{sig_name}` lists them: ZERO, HUP, INT ... RTMAX. */
export const signalNames: readonly string[] = listNames();

/** The number of each name, with Perl's aliases IOT, CLD and POLL. ZERO is kill's "no signal, only ask". */
export const signalNumbers: ReadonlyMap<string, number> = new Map([
  ...signalNames.map((name, number): [string, number] => [name, number]),
  ['IOT', signals.SIGIOT],
  ['CLD', signals.SIGCHLD],
  ['POLL', signals.SIGPOLL],
]);

function listNames(): string[] {
  const names = Array.from({ length: SIGRTMAX + 1 }, (_, number) => `NUM${number}`);
  names[0] = 'ZERO';
  names[SIGRTMIN] = 'RTMIN';
  names[SIGRTMAX] = 'RTMAX';
  for (const [name, number] of Object.entries({ ...signals })) {
    if (/^SIG[A-Z0-9]+$/.test(name) && !ALIASES.has(name)) names[number] = name.slice(3);
  }
  return names;
}
