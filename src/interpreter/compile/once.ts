/** `Name "main::x" used only once: possible typo` (perldiag, category once), found when the main program is compiled. */
import type { CopInfo } from '../core/cops.js';
import type { Interp } from '../core/interp.js';

interface Mention {
  readonly cop: CopInfo;
  again: boolean;
}

/** Names that perl never complains about: punctuation, digits, sort's variables, the standard handles and arrays. */
const exempt =
  /^(?:main::(?:[^A-Za-z_].*|\^.*|_|[ab]|ENV|ARGV|ARGVOUT|INC|SIG|STDIN|STDOUT|STDERR|stdin|stdout|stderr|0)|.*::(?:[ab]|DATA|ISA|EXPORT|EXPORT_OK|EXPORT_TAGS|EXPORT_FAIL|VERSION|AUTOLOAD|BEGIN)|DB::args)$/;

const mentions = new WeakMap<Interp, Map<string, Mention>>();

/** Has the program, up to here, named the variable or another of its name? */
export function isNamed(perl: Interp, fullName: string): boolean {
  return tableOf(perl).has(fullName);
}

/** One naming of a variable or handle; by `our`: null. */
export interface Mentioned {
  readonly name: string;
  readonly cop: CopInfo | null;
}

interface Log {
  /** all of them in order */
  readonly written: Mentioned[];
  /** and those of files that came out of the cache */
  readonly cached: (() => readonly Mentioned[])[];
  /** how many files and texts are being compiled that are not the main program */
  others: number;
}
const logs = new WeakMap<Interp, Log>();

function logOf(perl: Interp): Log {
  let log = logs.get(perl);
  if (log === undefined) {
    log = { written: [], cached: [], others: 0 };
    logs.set(perl, log);
  }
  return log;
}
export function mentionCount(perl: Interp): number {
  return logOf(perl).written.length;
}
export function mentionsSince(perl: Interp, count: number): Mentioned[] {
  return logOf(perl).written.slice(count);
}
/** A cached file names these: that matters only if the main program is compiled now. */
export function mentionsOfCached(perl: Interp, list: () => readonly Mentioned[]): void {
  if (perl.phase === 'START') logOf(perl).cached.push(list);
}

/** What is compiled meanwhile is a required file or the text of an eval. */
export function apartFromMain<T>(perl: Interp, compile: () => T): T {
  const log = logOf(perl);
  log.others++;
  try {
    return compile();
  } finally {
    log.others--;
  }
}

/** A package variable has been named: only in the main program is it noteworthy that there is no second time. */
export function mention(perl: Interp, fullName: string, cop: CopInfo): void {
  if (logOf(perl).others > 0) declared(perl, fullName);
  else mentionHandle(perl, fullName, cop);
}
/** A handle has been named, in whatever file. */
export function mentionHandle(perl: Interp, fullName: string, cop: CopInfo): void {
  if (perl.phase !== 'START') return;
  logOf(perl).written.push({ name: fullName, cop });
  enter(perl, fullName, cop);
}
function enter(perl: Interp, fullName: string, cop: CopInfo, existed = isHandle(perl, fullName)): void {
  const table = tableOf(perl);
  const known = table.get(fullName);
  if (known !== undefined) known.again = true;
  else {
    const again = existed || !warnsOnce(perl, cop) || exempt.test(fullName) || hasMeaning(perl, fullName);
    table.set(fullName, { cop, again });
  }
}
/** `our` makes a name known. */
export function declared(perl: Interp, fullName: string): void {
  logOf(perl).written.push({ name: fullName, cop: null });
  enterDeclared(perl, fullName);
}
function enterDeclared(perl: Interp, fullName: string): void {
  const known = tableOf(perl).get(fullName);
  if (known !== undefined) known.again = true;
  else tableOf(perl).set(fullName, { cop: perl.cops[0] as CopInfo, again: true });
}
function tableOf(perl: Interp): Map<string, Mention> {
  let table = mentions.get(perl);
  if (table === undefined) {
    table = new Map();
    mentions.set(perl, table);
  }
  return table;
}
function warnsOnce(perl: Interp, cop: CopInfo): boolean {
  return cop.hints.warnings === null ? perl.warnAll : cop.hints.warnings.has('once');
}
/** Imported, filled by a module, or already existing before the program named it. */
function hasMeaning(perl: Interp, fullName: string): boolean {
  if (isOfNativeModule(perl, fullName)) return true;
  const glob = perl.packages.find(fullName);
  return (
    glob !== undefined &&
    (glob.imported !== '' || glob.s.v !== undefined || (glob.a?.length ?? 0) > 0 || glob.h !== null || glob.c !== null)
  );
}
/** It was a handle before: one that the program itself opens meanwhile does not count. */
function isHandle(perl: Interp, fullName: string): boolean {
  return (perl.packages.find(fullName)?.io ?? null) !== null;
}
/** A variable of a module that is built in: whoever wrote the module named it. */
function isOfNativeModule(perl: Interp, fullName: string): boolean {
  const file = `${fullName.slice(0, fullName.lastIndexOf('::')).replace(/::/g, '/')}.pm`;
  const loaded = perl.glob('main::INC').h?.get(file);
  return typeof loaded === 'string' && loaded.startsWith('(built in)');
}

/** After the main program has been compiled. */
export function warnAboutLonelyNames(perl: Interp): void {
  for (const list of logOf(perl).cached)
    for (const { name, cop } of list()) {
      if (cop === null) enterDeclared(perl, name);
      else enter(perl, name, cop, false);
    }
  const table = mentions.get(perl);
  if (table === undefined) return;
  mentions.delete(perl);
  for (const [name, { cop, again }] of table) {
    if (again || hasMeaning(perl, name)) continue;
    const saved = perl.cop;
    perl.cop = perl.cops.push(cop) - 1;
    perl.warn('once', `Name "${name}" used only once: possible typo`);
    perl.cop = saved;
  }
}
