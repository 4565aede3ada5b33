/** From source text to something that runs: files, and the text of string evals. */
import type { PerlArray } from '../../runtime/array.js';
import type { SubFunction } from '../../runtime/code.js';
import { PerlDie } from '../../runtime/exceptions.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import { saveProgram } from '../cache/save-program.js';
import type { SavedProgram } from '../cache/saved-program.js';
import { type Hints, noHints } from '../core/hints.js';
import type { Interp } from '../core/interp.js';
import { noticeLifetimes } from '../lifetime/activate.js';
import type { Program } from '../syntax/ast.js';
import type { Diagnosis, Subject } from '../syntax/diagnosis/diagnose.js';
import { PerlSyntaxError } from '../syntax/parser-env.js';
import { clearsErrno } from './end-of-file.js';
import { parseProgram } from '../syntax/parser.js';
import { explained } from './diagnosis.js';
import { functionSource, statements, subSource } from './blocks.js';
import { complaintsText, inOrder } from './complaints.js';
import { CompileError, type Compiler, identifierCount } from './compiler.js';
import { quote } from './emit.js';
import { nextEvalName } from './eval-count.js';
import { keepUnit, recalledUnit } from '../cache/eval-memo.js';
import { captureForGood } from './ends.js';
import './emit-assign.js';
import './emit-calls.js';
import './emit-functions.js';
import './emit-given.js';
import './emit-io.js';
import './emit-literals.js';
import './emit-local.js';
import './emit-loops.js';
import './emit-matching.js';
import './emit-operators.js';
import './emit-references.js';
import './emit-subs.js';
import './emit-try.js';
import './emit-variables.js';
import './statements.js';
import { apartFromMain, warnAboutLonelyNames } from './once.js';
import { Environment } from './environment.js';
import type { EvalSite } from './eval-site-table.js';
import { siteAt } from './eval-sites.js';
import { link, linkInPlace } from './link.js';
import { type Repeated, Trace } from './trace.js';
import { fileStatics } from './unit.js';

/** How the end of a failed compilation reads. */
type Ending = (perl: Interp, env: Environment) => string;

const abortedMain: Ending = (perl, env) =>
  perl.checkOnly
    ? `${env.file} had compilation errors.\n`
    : `Execution of ${env.file} aborted due to compilation errors.\n`;
const nothing: Ending = () => '';

/** Parse; syntax errors and collected complaints become one exception. */
function parse(
  env: Environment,
  source: string,
  ending: Ending,
  options: { evalString?: boolean; startLine?: number },
): Program {
  try {
    return parseProgram(source, env.file, env, options);
  } catch (e) {
    if (e instanceof CompileError) env.report(e, env.cop(1).line);
    else if (e instanceof RangeError) env.errors.push(`Out of stack while parsing ${env.file}.\n`);
    else if (!(e instanceof PerlSyntaxError)) throw e;
    throw explanation(env, source, ending, options, e instanceof PerlSyntaxError ? e : null) ?? e;
  }
}
/** What is wrong, as a second reading finds, or else as the first has found it; null: nothing. */
function explanation(
  env: Environment,
  source: string,
  ending: Ending,
  { startLine = 1, evalString = false }: { evalString?: boolean; startLine?: number },
  stumbled: PerlSyntaxError | null = null,
): PerlDie | null {
  const { file } = env;
  const { complaints, end, metEnd } = secondReading(env, { source, file, startLine, evaluated: evalString });
  if (metEnd && !evalString && clearsErrno(source, file)) env.perl.errno = 0;
  if (complaints.length === 0 && end === 'read') {
    if (stumbled !== null) env.errors.push(syntaxMessage(env, stumbled));
    return env.errors.length === 0 ? null : failure(env, ending);
  }
  env.releaseWarnings(true);
  const said = inOrder(complaints, end === 'read' ? env.errors.filter(isOfCompiler) : []);
  if (end === 'read') return new PerlDie(said + ending(env.perl, env));
  if (end === 'quit') return new PerlDie(said + abortedMain(env.perl, env));
  const isOwn = /^BEGIN not safe|has too many errors\.\n$/.test(end.complaint);
  const replaces = ending === nothing && !isOwn;
  return new PerlDie(replaces ? end.complaint : said + end.complaint);
}
/** Should the second reading fail by itself, the first has still found something to say. */
function secondReading(env: Environment, subject: Subject): Diagnosis {
  try {
    return explained(env.again(), subject);
  } catch (e) {
    if (!(e instanceof TypeError || e instanceof RangeError)) throw e;
    return { complaints: [], end: 'read', metEnd: false };
  }
}
/** What the second reading doesn't look for. */
function isOfCompiler(complaint: string): boolean {
  return !/^(?:Global symbol|Bareword|Can't modify|Not enough arg|Too many arg|Type of arg|Experimental|Can't redeclare|Assigning to a ref)/.test(
    complaint,
  );
}
function syntaxMessage(env: Environment, e: PerlSyntaxError): string {
  const near =
    e.near === null ? '' : e.near === '' ? ', at EOF' : e.near === '\n' ? ', at end of line' : `, near "${e.near}"`;
  return `${e.message} at ${env.file} line ${e.line}${near === '' ? '.' : near}\n`;
}

function failure(env: Environment, ending: Ending): PerlDie {
  env.releaseWarnings();
  return new PerlDie(complaintsText(env.errors, env.begins, env.file, ending(env.perl, env)));
}
function finishErrors(env: Environment, source: string, ending: Ending, options: { evalString?: boolean }): void {
  const failed = env.errors.length > 0 || env.suspicious ? explanation(env, source, ending, options) : null;
  if (failed !== null) throw failed;
  env.releaseWarnings();
}

/** Who wants to keep what a file is compiled to, and what of it has been loaded from what was kept earlier. */
export interface Keeping {
  readonly key: string;
  readonly repeated: Repeated | null;
  keep(program: SavedProgram): void;
}

/** The function of a whole file; calling it runs the file. */
export function compileFile(
  perl: Interp,
  source: string,
  file: string,
  hints: Hints,
  main: boolean,
  keeping: Keeping | null,
): SubFunction {
  const compile = (): SubFunction => compileSource(perl, source, file, hints, main, keeping);
  return main ? compile() : apartFromMain(perl, compile);
}
function compileSource(
  perl: Interp,
  source: string,
  file: string,
  hints: Hints,
  main: boolean,
  keeping: Keeping | null,
): SubFunction {
  const statics = keeping?.repeated?.statics ?? fileStatics();
  const env = new Environment(perl, file, statics, hints, 'main', null, false);
  const trace = keeping === null ? null : new Trace(perl, keeping.repeated);
  env.trace = trace;
  const ending = main ? abortedMain : nothing;
  const program = parse(env, source, ending, {});
  const c = env.compiler(env.cop(1));
  c.isProgram = main;
  const begin = clearsErrno(source, file) ? 'I.errno=0;' : '';
  const text = functionSource(c, 'file', 'function(args,want)', () => begin + statements(c, program.body, !main));
  finishErrors(env, source, ending, {});
  if (main) warnAboutLonelyNames(perl);
  const { data } = program;
  if (data !== null) perl.setData(data.pkg, data.text);
  const unit = c.unit.finish(text);
  if (keeping !== null && trace !== null) {
    trace.finish();
    const compilation = {
      key: keeping.key,
      source,
      trace,
      statics,
      main: trace.unit(unit),
      data,
      identifiers: identifierCount(),
    };
    if (!trace.spoilt) keeping.keep(saveProgram(compilation));
  }
  return link(perl, unit, statics) as unknown as SubFunction;
}

/** Compile the text of eval STRING in the scope of its site, and run it. */
export function runEvalString(
  perl: Interp,
  source: string,
  siteIndex: number,
  args: PerlArray,
  want: Want,
  run: (js: string) => unknown,
): PerlValue | PerlValue[] | void {
  const site = siteAt(siteIndex);
  const fn = apartFromMain(perl, () => compileInSite(perl, source, nextEvalName(), site, run));
  return fn(args, want);
}

function compileInSite(
  perl: Interp,
  source: string,
  file: string,
  site: EvalSite,
  run: (js: string) => unknown,
): SubFunction {
  noticeLifetimes(perl, source);
  const recalled = recalledUnit(perl, site, source, file);
  if (recalled !== null) return linkInPlace(perl, recalled, site.statics, run) as unknown as SubFunction;
  const { hints, pkg } = site.cop;
  const before = site.statics.containers.length;
  const env = new Environment(perl, file, site.statics, hints, pkg, site.scope, true);
  const trace = new Trace(perl, null);
  env.trace = trace;
  env.reachable = site.functions;
  env.link = (unit) => linkInPlace(perl, unit, site.statics, run);
  const program = parse(env, source, nothing, { evalString: true });
  const c = env.compiler(env.cop(1));
  const kind = site.inSub ? 'sub' : 'file';
  const subs = inlineSubs(env, c);
  const text = functionSource(c, kind, 'function(args,want)', () => subs + statements(c, program.body, true));
  finishErrors(env, source, nothing, { evalString: true });
  trace.finish();
  const unit = c.unit.finish(text);
  if (subs === '') keepUnit(site, source, file, unit, trace, before);
  return linkInPlace(perl, unit, site.statics, run) as unknown as SubFunction;
}

/** The named subs of the text, defined before its first statement runs. */
function inlineSubs(env: Environment, c: Compiler): string {
  return (env.inlineSubs ?? [])
    .map(({ def, scope, cop }) => {
      const outer = c.scope;
      const outerCop = c.cop;
      c.scope = scope;
      c.cop = cop;
      const js = subSource(c, def.sub);
      const kept = captureForGood(c);
      c.scope = outer;
      c.cop = outerCop;
      const index = env.perl.pendingSubs.push((fn) => env.install(def, fn, cop)) - 1;
      return `${c.lib('defineInline')}(I,${index},${js},${quote(def.name)});${kept}`;
    })
    .join('');
}

/** eval STRING for JavaScript callers: an empty lexical scope in a package. */
export function compileText(perl: Interp, source: string, pkg: string, file?: string): SubFunction {
  const name = nextEvalName();
  noticeLifetimes(perl, source);
  const statics = fileStatics();
  const env = new Environment(perl, file ?? name, statics, noHints, pkg, null, false);
  const program = parse(env, source, nothing, { evalString: true });
  const c = env.compiler(env.cop(1));
  const text = functionSource(c, 'file', 'function(args,want)', () => statements(c, program.body, true));
  finishErrors(env, source, nothing, { evalString: true });
  return link(perl, c.unit.finish(text), statics) as unknown as SubFunction;
}
