/** What Encode does with characters that cannot be converted (perldoc Encode, "Handling Malformed Data"). */
import { PerlArray } from '../../../../runtime/array.js';
import { PerlCode } from '../../../../runtime/code.js';
import { int, str } from '../../../../runtime/convert.js';
import { type PerlValue, SCALAR } from '../../../../runtime/value.js';
import type { Interp } from '../../../core/interp.js';
import type { Codec, Malformed, Unmappable } from '../../../encodings/codec.js';

export const CHECKS = {
  DIE_ON_ERR: 0x1,
  WARN_ON_ERR: 0x2,
  RETURN_ON_ERR: 0x4,
  LEAVE_SRC: 0x8,
  ONLY_PRAGMA_WARNINGS: 0x10,
  PERLQQ: 0x100,
  HTMLCREF: 0x200,
  XMLCREF: 0x400,
  STOP_AT_PARTIAL: 0x800,
};

export const FALLBACKS = {
  FB_DEFAULT: 0,
  FB_CROAK: CHECKS.DIE_ON_ERR,
  FB_QUIET: CHECKS.RETURN_ON_ERR,
  FB_WARN: CHECKS.RETURN_ON_ERR | CHECKS.WARN_ON_ERR,
  FB_PERLQQ: CHECKS.PERLQQ | CHECKS.LEAVE_SRC,
  FB_HTMLCREF: CHECKS.HTMLCREF | CHECKS.LEAVE_SRC,
  FB_XMLCREF: CHECKS.XMLCREF | CHECKS.LEAVE_SRC,
};

/** The operand CHECK: bits, or code that answers what stands for a character. */
export class Check {
  readonly bits: number;
  private readonly code: PerlCode | null;
  private readonly perl: Interp;

  constructor(perl: Interp, given: PerlValue) {
    this.perl = perl;
    this.code = given instanceof PerlCode ? given : null;
    this.bits =
      this.code !== null ? CHECKS.PERLQQ | CHECKS.LEAVE_SRC : given === undefined ? 0 : Number(int(given, 'CHECK'));
  }

  /** Is what was converted taken out of the source? */
  get consumes(): boolean {
    return this.bits !== 0 && (this.bits & CHECKS.LEAVE_SRC) === 0;
  }

  private complain(message: string): void {
    if (this.bits & CHECKS.DIE_ON_ERR) this.perl.die(message);
    if (!(this.bits & CHECKS.WARN_ON_ERR)) return;
    if (this.bits & CHECKS.ONLY_PRAGMA_WARNINGS) this.perl.warn('utf8', message);
    else this.perl.warnAlways(message);
  }

  private answer(operands: PerlValue[]): string {
    return str(this.perl.callSub(this.code as PerlCode, new PerlArray(operands), SCALAR) as PerlValue);
  }

  forEncoding(codec: Codec): Unmappable {
    return (code) => {
      if (this.code !== null) return codec.encode(this.answer([code]), () => codec.substitute).text;
      const hex = code.toString(16).padStart(4, '0');
      this.complain(`"\\x{${hex}}" does not map to ${shownName(codec)}`);
      if (this.bits & CHECKS.RETURN_ON_ERR) return null;
      const shown = this.reference(code, hex);
      return shown === null ? codec.substitute : codec.encode(shown, () => codec.substitute).text;
    };
  }

  private reference(code: number, hex: string): string | null {
    if (this.bits & CHECKS.PERLQQ) return `\\x{${hex}}`;
    if (this.bits & CHECKS.HTMLCREF) return `&#${code};`;
    return this.bits & CHECKS.XMLCREF ? `&#x${code.toString(16)};` : null;
  }

  forDecoding(codec: Codec): Malformed {
    const escapes = CHECKS.PERLQQ | CHECKS.HTMLCREF | CHECKS.XMLCREF;
    return (bad) => {
      const bytes = Array.from(bad, (c) => c.charCodeAt(0));
      if (this.code !== null) return this.answer(bytes);
      const hex = bytes.map((byte) => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
      this.complain(`${shownName(codec)} "${hex}" does not map to Unicode`);
      if (this.bits & CHECKS.RETURN_ON_ERR) return null;
      return this.bits & escapes ? hex : '\ufffd';
    };
  }
}

/** The name in complaints: strict UTF-8 goes by its common name there. */
const shownName = (codec: Codec): string => (codec.name === 'utf-8-strict' ? 'UTF-8' : codec.name);
