/** The command perl-sysv: read the command line, find the program, run it, leave with its status. */
import { readFileSync } from 'node:fs';
import type { CacheFolder } from '../interpreter/cache/cache-folder.js';
import { keepPrograms } from '../interpreter/cache/program-cache.js';
import { noHints } from '../interpreter/core/hints.js';
import { errnoText } from '../runtime/errno.js';
import { createPerl, featureHints, runProgram } from '../interpreter/perl.js';
import { finishProcess, leaveEarly } from '../interpreter/process/finish.js';
import { koffiPlace } from '../libc/libc.js';
import { closeScript } from './descriptors.js';
import { launch } from './launch.js';
import { execInterpreter, namesOtherProgram } from './other-program.js';
import { configurationText, helpText, versionText } from './about.js';
import { useMemoryKernel } from './memory.js';
import { programText } from './program-text.js';
import { noSwitches, parseSwitches, shebangSwitches, type Switches, UsageError } from './switches.js';

interface Script {
  readonly name: string;
  readonly source: string;
  readonly argv: string[];
}

function fail(message: string, status: number): never {
  process.stderr.write(message);
  process.exit(status);
}

/** The words of a command line as perl sees them: bytes. */
function bytes(words: readonly string[]): string[] {
  return words.map((word) => Buffer.from(word, 'utf8').toString('latin1'));
}

function findScript(rest: string[], s: Switches): Script {
  if (s.code.length > 0) return { name: '-e', source: `${s.code.join('\n')}\n`, argv: rest };
  const [name = '-', ...argv] = rest;
  try {
    const path = name === '-' ? 0 : Buffer.from(name, 'latin1');
    return { name, source: readFileSync(path, 'latin1'), argv };
  } catch (e) {
    const errno = -((e as NodeJS.ErrnoException).errno ?? -2);
    return fail(`Can't open perl script "${name}": ${errnoText(errno)}\n`, errno);
  }
}
function main(): never {
  const s = noSwitches();
  let rest: string[];
  try {
    rest = parseSwitches(bytes(process.argv.slice(2)), s);
    const environment = process.env['PERL5OPT'];
    if (environment)
      parseSwitches(
        environment
          .trim()
          .split(/\s+/)
          .map((word) => (word.startsWith('-') ? word : `-${word}`)),
        s,
      );
  } catch (e) {
    if (e instanceof UsageError) fail(e.message, e.status);
    throw e;
  }
  if (s.help) {
    process.stdout.write(helpText);
    process.exit(0);
  }
  if (s.version) {
    process.stdout.write(versionText);
    process.exit(0);
  }
  return run(s, rest);
}

function run(s: Switches, rest: string[]): never {
  const script: Script = s.configuration.length > 0 ? { name: '-e', source: '', argv: [] } : findScript(rest, s);
  const firstLine = (s.skipLeading ? /^#!.*perl.*/m : /^#!.*/).exec(script.source)?.[0] ?? '';
  if (s.code.length === 0 && namesOtherProgram(firstLine)) execInterpreter(firstLine, script.name, script.argv);
  try {
    shebangSwitches(firstLine, script.name, s);
  } catch (e) {
    if (e instanceof UsageError) fail(e.message, e.status);
    throw e;
  }
  const perl = createPerl({ scriptName: script.name, argv: script.argv, include: s.include, warnings: s.warnings });
  useCache(s.cache ? launch.cache : null);
  perl.warnForced = s.forceWarnings;
  perl.failedGet = s.failedGet;
  perl.systemModules = s.systemModules;
  if (s.exactAttach) perl.segments = 'exact';
  if (s.kernel === 'memory') useMemoryKernel(perl);
  if (s.features) perl.initialHints = featureHints(noHints);
  if (s.configuration.length > 0) {
    for (const name of s.configuration) process.stdout.write(configurationText(perl, name));
    process.exit(0);
  }
  if (s.parseArguments) assignSwitches(perl);
  const { scriptDescriptor } = launch;
  const isFile = s.code.length === 0 && script.name !== '-';
  if (!isFile) closeScript(scriptDescriptor, '');
  const compiled = (): void => closeScript(isFile ? scriptDescriptor : null, script.source);
  leaveEarly(perl);
  return finishProcess(runProgram(perl, programText(script.source, s), { checkOnly: s.checkOnly, compiled }));
}

/** What is kept from run to run: compiled programs, and the place of koffi's addon. */
function useCache(cache: CacheFolder | null): void {
  keepPrograms(cache);
  if (cache === null) return;
  koffiPlace.read = () => cache.read('koffi')?.toString('utf8') ?? null;
  koffiPlace.keep = (file) => cache.write('koffi', Buffer.from(file, 'utf8'));
}

/** -s: `-foo=bar` before the other arguments sets $main::foo. */
function assignSwitches(perl: ReturnType<typeof createPerl>): void {
  const argv = perl.glob('main::ARGV').av;
  while (argv.length > 0) {
    const word = String(argv.get(0));
    if (!word.startsWith('-') || word === '-') return;
    argv.shift();
    if (word === '--') return;
    const [, name = '', value] = /^-([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    perl.scalar(`main::${name}`).v = value ?? 1;
  }
}

main();
