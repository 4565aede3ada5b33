/**
 * The functions of warnings.pm (perldoc warnings, "FUNCTIONS"): they ask, and warn, from the perspective of the code
 * that called into the current module. The pragma itself is the compiler's.
 */
import type { PerlArray } from '../../../runtime/array.js';
import type { PerlCode } from '../../../runtime/code.js';
import { str } from '../../../runtime/convert.js';
import { SCALAR, VOID, type PerlValue } from '../../../runtime/value.js';
import { bool, referentOf } from '../../../runtime/value.js';
import type { CopInfo } from '../../core/cops.js';
import type { Interp } from '../../core/interp.js';
import { allCategories, isCategory, registerCategory } from '../../core/warning-categories.js';
import { callAs } from './call-as.js';
import { refName } from './ref-name.js';

/** What a question is about: a category, and the statement whose pragmas answer it. */
interface Question {
  readonly category: string;
  readonly cop: CopInfo | null;
  readonly message: string;
}

export function defineWarningsFunctions(perl: Interp): void {
  const define = (name: string, withMessage: boolean, answer: (question: Question) => PerlValue): void => {
    const code = perl.define(`warnings::${name}`, (args) => answer(question(perl, code, args, withMessage, false)));
    if (name === 'register_categories') return;
    const leveled = perl.define(`warnings::${name}_at_level`, (args) =>
      answer(question(perl, leveled, args, withMessage, true)),
    );
  };
  define('enabled', false, ({ cop, category }) => bool(isOn(perl, cop, category)));
  define('fatal_enabled', false, ({ cop, category }) => bool(cop?.hints.fatal.has(category) ?? false));
  define('warn', true, (asked) => emit(perl, asked));
  define('warnif', true, (asked) => (isOn(perl, asked.cop, asked.category) ? emit(perl, asked) : undefined));
  perl.define('warnings::register_categories', (args) => {
    for (const name of args.list()) registerCategory(str(name, 'subroutine entry'));
  });
  perl.define('warnings::register::import', (args) => {
    const pkg = perl.currentPackage();
    registerCategory(pkg);
    for (const name of args.list().slice(1)) registerCategory(`${pkg}::${str(name, 'subroutine entry')}`);
  });
}

function question(perl: Interp, code: PerlCode, args: PerlArray, withMessage: boolean, leveled: boolean): Question {
  const operands = args.list();
  const usage = leveled ? 'category, level' : '[category]';
  const message = withMessage ? operands.pop() : '';
  const level = leveled ? Number(operands.pop() ?? 0) : null;
  if (operands.length > 1) perl.die(`Usage: warnings::${code.name}(${usage}${withMessage ? ", 'message'" : ''})`);
  const [given] = operands;
  const category =
    given === undefined ? perl.currentPackage() : referentOf(given) ? refName(given) : str(given, 'warnings');
  if (!isCategory(category)) {
    if (given === undefined) croak(perl, code, `package '${category}' not registered for warnings`);
    croak(perl, code, `Unknown warnings category '${category}'`);
  }
  const cop = level === null ? blamed(perl, code) : (perl.caller(level)?.cop ?? null);
  return { category, cop, message: withMessage ? str(message, 'warnings') : '' };
}

/** The statement Carp would blame. */
function blamed(perl: Interp, code: PerlCode): CopInfo | null {
  const pkg = perl.currentPackage();
  for (let level = 0; ; level++) {
    const frame = perl.caller(level);
    if (frame === null) break;
    if (frame.pkg !== pkg && !perl.packages.isa(frame.pkg, pkg) && !perl.packages.isa(pkg, frame.pkg)) return frame.cop;
  }
  void code;
  return perl.caller(0)?.cop ?? (perl.cops[perl.cop] as CopInfo);
}

function isOn(perl: Interp, cop: CopInfo | null, category: string): boolean {
  if (cop === null) return false;
  const { warnings } = cop.hints;
  if (warnings === null) return perl.warnAll && (allCategories.has(category) || isCategory(category));
  // A category registered after the statement was compiled counts as `all`.
  return (
    warnings.has(category) || (!allCategories.has(category) && warnings.has('all') && !warnings.has(`-${category}`))
  );
}

function emit(perl: Interp, { cop, category, message }: Question): undefined {
  const fatal = cop?.hints.fatal.has(category) ?? false;
  const name = fatal ? 'croak' : 'carp';
  perl.compiler.requireModule('Carp');
  const sub = perl.glob(`Carp::${name}`).c as PerlCode;
  const self = perl.glob('warnings::warn').c as PerlCode;
  callAs(perl, 'warnings', self, () => perl.call(sub, [message], VOID));
  return undefined;
}

function croak(perl: Interp, code: PerlCode, message: string): never {
  perl.compiler.requireModule('Carp');
  const sub = perl.glob('Carp::croak').c as PerlCode;
  const internal = perl.glob('Carp::CarpInternal').hv;
  internal.delete('warnings');
  try {
    callAs(perl, 'warnings', code, () => perl.call(sub, [message], SCALAR));
  } finally {
    internal.set('warnings', 1);
  }
  throw new Error('croak returned');
}
