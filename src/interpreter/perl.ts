/** An interpreter ready to run programs: special variables, handles, modules, and the phases of a program's life. */
import { fileURLToPath } from 'node:url';
import { EINVAL } from '../abi/linux-errno.js';
import { setActive } from '../runtime/active.js';
import { PerlArray } from '../runtime/array.js';
import type { PerlCode, SubFunction } from '../runtime/code.js';
import { str, truthy } from '../runtime/convert.js';
import { LoopControl, PerlDie, PerlExit, ReturnControl } from '../runtime/exceptions.js';
import { Dual, type PerlValue, VOID } from '../runtime/value.js';
import { featuresOf } from './compile/pragmas.js';
import { fileFunction } from './cache/program-cache.js';
import { compileText } from './compile/program.js';
import { installRunTimePragmas } from './compile/run-time-pragmas.js';
import type { Hints } from './core/hints.js';
import { Interp, interp } from './core/interp.js';
import { installUniversal } from './core/universal.js';
import { versionObject } from './core/version-object.js';
import { installFormatVariables } from './formats/variables.js';
import { installIoVariables } from './io/variables.js';
import { systemFolders } from './core/system-folders.js';
import { openStandardHandles } from './io/standard-handles.js';
import { ErrnoScalar } from './core/errno-scalar.js';
import { destroyEverything } from './lifetime/global-destruction.js';
import { exitWith, limitReached } from './library/errors.js';
import { library } from './library/library.js';
import { doFile, requireFile, requireModule } from './library/load.js';
import { FunctionScalar, installProcessVariables } from './process/environment-scalars.js';
import { rehearseLater } from './process/rehearse.js';
import { installMatchVariables } from './regexp/ops.js';
import { zoneSource } from './functions/zone-source.js';
import { installUtf8 } from './functions/strings-utf8.js';
import { builtin } from './modules/core/builtin.js';
import { ErrnoHash } from './modules/system/errno-hash.js';
import { mro } from './modules/util/mro.js';
import { re } from './modules/util/re.js';
import { installHandleHooks } from './io/hooks.js';
import { defineCoreSubs } from './sysv/core-subs.js';

export interface PerlOptions {
  readonly scriptName?: string;
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** folders searched before the built-in library */
  readonly include?: readonly string[];
  readonly warnings?: boolean;
}

const VERSION_NUMBER = 5.042;

/** The folder of our own Perl modules. */
const libraryFolder = fileURLToPath(new URL('./lib', import.meta.url));
/** IPC::SysV and its object modules. */
const ipcLibraryFolder = fileURLToPath(new URL('../ipc-sysv/perl', import.meta.url));

export function createPerl(options: PerlOptions = {}): Interp {
  const perl = new Interp();
  setActive(perl);
  perl.scriptName = options.scriptName ?? '-e';
  perl.warnAll = options.warnings ?? false;
  perl.compiler = {
    evalIn: (source, pkg, want) => compileText(perl, source, pkg)(new PerlArray(), want),
    requireModule: (name) => requireModule(perl, name),
    requireFile: (path) => requireFile(perl, path),
    doFile: (path, want) => doFile(perl, path, want),
  };
  perl.library = library;
  installVariables(perl, options);
  installUniversal(perl);
  zoneSource.read = () => interp().glob('main::ENV').h?.get('TZ');
  installRunTimePragmas(perl);
  defineCoreSubs(perl);
  re.install(perl);
  mro.install(perl);
  builtin.install(perl);
  perl.glob('main::!').h = new ErrnoHash(perl);
  installUtf8((name, fn, prototype) => perl.define(name, fn, prototype ?? null));
  return perl;
}

function installVariables(perl: Interp, options: PerlOptions): void {
  const set = (name: string, v: PerlValue): void => {
    perl.scalar(`main::${name}`).v = v;
  };
  perl.glob('main::!').s = new ErrnoScalar(perl);
  perl.glob('main::^E').s = perl.glob('main::!').s;
  set('"', ' ');
  set(';', '\x1c');
  set(',', undefined);
  set('\\', undefined);
  set('^O', 'linux');
  set('^T', perl.startTime);
  set('^X', process.argv[1] ?? 'perl-sysv');
  set('^V', versionObject(perl, [5, 42, 0]));
  set(']', VERSION_NUMBER_SCALAR);
  set('^H', 256);
  perl.glob('main::^GLOBAL_PHASE').s = new FunctionScalar(
    () => perl.phase,
    () => {},
  );
  perl.glob('main::^S').s = new FunctionScalar(
    () => evalState(perl),
    () => {},
  );
  perl.glob('main::^W').s = new FunctionScalar(
    () => (perl.warnAll ? 1 : 0),
    (v) => {
      perl.warnAll = truthy(v);
    },
  );
  set('^A', '');
  set(':', ' \n-');
  set('^TAINT', 0);
  set('^UNICODE', 0);
  set('^SAFE_LOCALES', 1);
  set('^OPEN', undefined);
  set('0', perl.scriptName);
  installProcessVariables(perl, perl.scriptName);
  installIoVariables(perl);
  installFormatVariables(perl);
  installMatchVariables((name) => perl.glob(`main::${name}`), perl);
  openStandardHandles(perl);
  installHandleHooks(perl);
  perl.glob('main::ARGV').av.assign([...(options.argv ?? [])]);
  const env = perl.glob('main::ENV').hv;
  for (const [name, value] of Object.entries(options.env ?? process.env))
    env.set(name, value === undefined ? undefined : bytesOf(value));
  const lib = (options.env ?? process.env)['PERL5LIB'];
  const folders = [
    ...(options.include ?? []),
    ...(lib ? lib.split(':').filter((d) => d !== '') : []),
    libraryFolder,
    ipcLibraryFolder,
    ...systemFolders(),
  ];
  perl.glob('main::INC').av.assign(folders);
}
const VERSION_NUMBER_SCALAR = new Dual(VERSION_NUMBER, '5.042000');
/** $^S: 1 inside an eval, undef while compiling, 0 otherwise */
function evalState(perl: Interp): PerlValue {
  if (perl.compiling.length > 0) return undefined;
  if (perl.frames.tries > 0) return 1;
  return perl.frames.kinds.slice(0, perl.frames.depth).some((k) => k !== 'sub') ? 1 : 0;
}

function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** -E: every feature of this version */
export function featureHints(hints: Hints): Hints {
  return { ...hints, features: featuresOf(VERSION_NUMBER) };
}

/** Run a program from its source; the exit status. END blocks run, buffers are not flushed yet. */
export function runProgram(
  perl: Interp,
  source: string,
  options: { checkOnly?: boolean; compiled?: () => void } = {},
): number {
  perl.checkOnly = options.checkOnly ?? false;
  return guardedRun(perl, () => {
    const fn = fileFunction(perl, source, perl.scriptName, perl.initialHints, true);
    options.compiled?.();
    for (const block of perl.checkBlocks) callPhase(perl, block);
    if (perl.checkOnly) {
      perl.writeError(`${perl.scriptName} syntax OK\n`);
      return;
    }
    for (const block of perl.initBlocks) callPhase(perl, block);
    perl.phase = 'RUN';
    callMain(perl, fn);
  });
}
function callPhase(perl: Interp, block: PerlCode): void {
  perl.callSub(block, new PerlArray(), VOID);
}
function callMain(perl: Interp, fn: SubFunction): void {
  const mark = perl.dynamic.mark();
  fn(perl.glob('main::_').av, VOID);
  perl.dynamic.unwind(mark);
}

/** Run, report what dies, run END blocks; the exit status. */
function guardedRun(perl: Interp, action: () => void): number {
  let status = attempt(perl, () => {
    action();
    perl.scalar('main::?').v = 0;
  });
  perl.phase = 'END';
  if (perl.checkOnly) perl.endBlocks.length = 0;
  // perl puts all signal handlers back first, which the kernel refuses for some
  perl.errno = EINVAL;
  while (perl.endBlocks.length > 0) {
    const block = perl.endBlocks.shift() as PerlCode;
    const before = status;
    perl.errorGlob.s.v = '';
    status = attempt(perl, () => callPhase(perl, block), 'END failed--call queue aborted.\n');
    if (status !== 0 && status !== 0 + before) perl.scalar('main::?').v = status;
    status = Number(perl.scalar('main::?').v ?? 0);
  }
  status = Number(perl.scalar('main::?').v ?? 0);
  perl.phase = 'DESTRUCT';
  const { lifetimes } = perl;
  if (lifetimes !== null) attempt(perl, () => destroyEverything(perl, lifetimes));
  return status & 0xff;
}

function attempt(perl: Interp, action: () => void, failure = ''): number {
  try {
    action();
    return 0;
  } catch (e) {
    perl.frames.depth = 0;
    if (perl.lifetimes === null) perl.dynamic.unwind(0);
    const status = statusOf(perl, e, failure);
    finishScopes(perl);
    if (e instanceof PerlExit) return exitStatus(perl);
    perl.scalar('main::?').v = status;
    return status;
  }
}
rehearseLater(() => {
  const perl = interp();
  try {
    exitWith(perl, 0);
  } catch (e) {
    statusOf(perl, e);
  }
  if (perl.lifetimes === null) finishScopes(perl);
  void perl.scalar('main::$').v;
});
/** Scopes that were left by exit or die end after its message, and before END blocks. */
function finishScopes(perl: Interp): void {
  if (perl.lifetimes === null) return;
  try {
    perl.lifetimes.finish();
  } catch (e) {
    statusOf(perl, e);
  }
}
function statusOf(perl: Interp, e: unknown, failure = ''): number {
  if (e instanceof PerlExit) return exitStatus(perl);
  if (e instanceof PerlDie) {
    perl.writeError(str(e.value) + failure);
    return dieStatus(perl);
  }
  if (e instanceof LoopControl) {
    const place = perl.place();
    perl.writeError(
      e.label === null
        ? `Can't "${e.kind}" outside a loop block${place}`
        : `Label not found for "${e.kind} ${e.label}"${place}`,
    );
    return 255;
  }
  if (e instanceof ReturnControl) {
    perl.writeError(`Can't return outside a subroutine${perl.place()}`);
    return 255;
  }
  const limit = limitReached(e);
  if (limit !== null) {
    perl.writeError(`${limit}${perl.place()}`);
    return limit === 'Out of memory!' ? 1 : 255;
  }
  throw e;
}
/** exit has put its operand into $?, and what ended since then may have changed it or put the former value back. */
function exitStatus(perl: Interp): number {
  return Number(perl.scalar('main::?').v ?? 0) & 0xff;
}
/** die's exit status: $! or $? >> 8 or 255 (perlfunc die) */
function dieStatus(perl: Interp): number {
  const errno = perl.errno & 255;
  if (errno !== 0) return errno;
  const child = (Number(perl.scalar('main::?').v ?? 0) >> 8) & 255;
  return child !== 0 ? child : 255;
}
