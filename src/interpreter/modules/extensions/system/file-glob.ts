/** The C half of File::Glob (perldoc File::Glob): bsd_glob with its flags, and what replaces the function glob. */
import type { PerlArray } from '../../../../runtime/array.js';
import { int, str } from '../../../../runtime/convert.js';
import { LIST, type PerlValue, type Want } from '../../../../runtime/value.js';
import type { Interp } from '../../../core/interp.js';
import { cshFlags, expand, expandWord, type GlobFlags } from '../../../files/glob-pattern.js';
import { flushLexicals } from '../../../io/file-handle.js';
import { defineConstants } from '../../native-module.js';

const GLOB = {
  GLOB_ERR: 0x4,
  GLOB_MARK: 0x8,
  GLOB_NOCHECK: 0x10,
  GLOB_NOSORT: 0x20,
  GLOB_ALTDIRFUNC: 0x40,
  GLOB_BRACE: 0x80,
  GLOB_NOMAGIC: 0x200,
  GLOB_QUOTE: 0x400,
  GLOB_TILDE: 0x800,
  GLOB_NOCASE: 0x1000,
  GLOB_ALPHASORT: 0x2000,
  GLOB_LIMIT: 0x4000,
  GLOB_CSH: 0x2e80,
  GLOB_NOSPACE: -1,
  GLOB_ABEND: -2,
} as const;

/** A folder could not be read, and GLOB_ERR was given. */
class Unreadable extends Error {
  readonly errno: number;
  constructor(errno: number) {
    super();
    this.errno = errno;
  }
}

function flagsFrom(bits: number): GlobFlags {
  const has = (name: keyof typeof GLOB): boolean => (bits & GLOB[name]) !== 0;
  return {
    brace: has('GLOB_BRACE'),
    tilde: has('GLOB_TILDE'),
    quote: has('GLOB_QUOTE'),
    nocase: has('GLOB_NOCASE'),
    mark: has('GLOB_MARK'),
    nocheck: has('GLOB_NOCHECK'),
    nomagic: has('GLOB_NOMAGIC'),
    order: has('GLOB_NOSORT') ? 'none' : bits & (GLOB.GLOB_ALPHASORT | GLOB.GLOB_NOCASE) ? 'letters' : 'bytes',
    failed: has('GLOB_ERR')
      ? (errno) => {
          throw new Unreadable(errno);
        }
      : undefined,
  };
}

class FileGlob {
  private error = 0;
  /** names still to come, by the statement that asks one by one */
  private readonly waiting = new Map<number, string[]>();
  private readonly perl: Interp;
  constructor(perl: Interp) {
    this.perl = perl;
  }

  private defaultFlags(): number {
    return Number(int(this.perl.scalar('File::Glob::DEFAULT_FLAGS').v ?? GLOB.GLOB_CSH, 'subroutine entry'));
  }

  bsd(pattern: PerlValue, bits = this.defaultFlags()): string[] {
    flushLexicals();
    const text = str(pattern, 'subroutine entry');
    this.error = 0;
    if (text.includes('\0')) {
      this.perl.errno = 2;
      this.perl.warn('syscalls', `Invalid \\0 character in pattern for bsd_glob: ${text.replace('\0', '\\0')}`);
      return [];
    }
    try {
      return expandWord(text, flagsFrom(bits));
    } catch (e) {
      if (!(e instanceof Unreadable)) throw e;
      this.perl.errno = e.errno;
      this.error = GLOB.GLOB_ABEND;
      return [];
    }
  }

  csh(pattern: PerlValue): string[] {
    flushLexicals();
    const bits = this.defaultFlags();
    return expand(str(pattern, 'glob'), bits === GLOB.GLOB_CSH ? cshFlags : flagsFrom(bits));
  }

  /** All names, or one a call. */
  oneByOne(args: PerlArray, want: Want, names: (pattern: PerlValue) => string[]): PerlValue | PerlValue[] {
    const pattern = args.length > 0 ? args.get(0) : this.perl.underscore.s.v;
    if (want === LIST) return names(pattern);
    const rest = this.waiting.get(this.perl.cop) ?? names(pattern);
    const name = rest.shift();
    if (name === undefined) this.waiting.delete(this.perl.cop);
    else this.waiting.set(this.perl.cop, rest);
    return name;
  }

  get lastError(): number {
    return this.error;
  }
}

export function fileGlob(perl: Interp): void {
  defineConstants(perl, 'File::Glob', GLOB);
  const glob = new FileGlob(perl);
  const bits = (args: PerlArray): number | undefined =>
    args.length > 1 ? Number(int(args.get(1), 'subroutine entry')) & ~GLOB.GLOB_ALTDIRFUNC : undefined;
  const define = (name: string, fn: (args: PerlArray, want: Want) => PerlValue | PerlValue[]): void =>
    void perl.define(`File::Glob::${name}`, fn);
  define('GLOB_ERROR', () => glob.lastError);
  define('bsd_glob', (args) => {
    if (args.length === 0) perl.die('Usage: File::Glob::bsd_glob(pattern_sv, ...)');
    return glob.bsd(args.get(0), bits(args));
  });
  define('csh_glob', (args, want) => glob.oneByOne(args, want, (pattern) => glob.csh(pattern)));
  define('bsd_glob_override', (args, want) => glob.oneByOne(args, want, (pattern) => glob.bsd(pattern)));
  define('CLONE', () => undefined);
}
