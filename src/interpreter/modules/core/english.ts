/** English (perldoc English): long names that are the punctuation variables themselves. */
import type { Interp } from '../../core/interp.js';
import type { NativeModule } from '../native-module.js';

/** Each name and the variable it means; ^X is written with a caret. */
const names: Readonly<Record<string, string>> = {
  ARG: '_',
  LAST_PAREN_MATCH: '+',
  LAST_SUBMATCH_RESULT: '^N',
  LAST_MATCH_START: '-',
  LAST_MATCH_END: '+',
  INPUT_LINE_NUMBER: '.',
  NR: '.',
  INPUT_RECORD_SEPARATOR: '/',
  RS: '/',
  OUTPUT_AUTOFLUSH: '|',
  OUTPUT_FIELD_SEPARATOR: ',',
  OFS: ',',
  OUTPUT_RECORD_SEPARATOR: '\\',
  ORS: '\\',
  LIST_SEPARATOR: '"',
  SUBSCRIPT_SEPARATOR: ';',
  SUBSEP: ';',
  CHILD_ERROR: '?',
  OS_ERROR: '!',
  ERRNO: '!',
  EXTENDED_OS_ERROR: '^E',
  EVAL_ERROR: '@',
  PROCESS_ID: '$',
  PID: '$',
  REAL_USER_ID: '<',
  UID: '<',
  EFFECTIVE_USER_ID: '>',
  EUID: '>',
  REAL_GROUP_ID: '(',
  GID: '(',
  EFFECTIVE_GROUP_ID: ')',
  EGID: ')',
  PROGRAM_NAME: '0',
  PERL_VERSION: '^V',
  OLD_PERL_VERSION: ']',
  SYSTEM_FD_MAX: '^F',
  INPLACE_EDIT: '^I',
  PERLDB: '^P',
  WARNING: '^W',
  EXECUTABLE_NAME: '^X',
  OSNAME: '^O',
  BASETIME: '^T',
  COMPILING: '^C',
  DEBUGGING: '^D',
  ACCUMULATOR: '^A',
  EXCEPTIONS_BEING_CAUGHT: '^S',
  PREMATCH: '`',
  MATCH: '&',
  POSTMATCH: "'",
  FORMAT_NAME: '~',
  FORMAT_TOP_NAME: '^',
  FORMAT_PAGE_NUMBER: '%',
  FORMAT_LINES_LEFT: '-',
  FORMAT_LINES_PER_PAGE: '=',
  FORMAT_LINE_BREAK_CHARACTERS: ':',
  FORMAT_FORMFEED: '^L',
};

export const english: NativeModule = {
  version: '1.11',
  install(perl) {
    perl.define('English::import', () => aliasAll(perl, perl.currentPackage()));
  },
};

/** Puts the globs of the variables themselves into a package, under the long names. */
function aliasAll(perl: Interp, pkg: string): void {
  const stash = perl.stash(pkg);
  for (const [name, short] of Object.entries(names)) {
    const glob = perl.glob(`main::${short}`);
    glob.imported += '$@%';
    stash.globs.set(name, glob);
    perl.packages.forget(`${pkg}::${name}`);
  }
}
