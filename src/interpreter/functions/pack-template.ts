/** Templates of pack and unpack taken apart (perlfunc pack, perlpacktut). Parsed once, then kept. */
import { active, type Op } from '../../runtime/active.js';
import { measure, sizeOf } from './pack-measure.js';
import { isPlain } from './pack-plain.js';
import { numberReader, numberWriter } from './pack-number.js';

export type Caller = 'pack' | 'unpack';

export interface TemplateItem {
  /** the type letter; '(' for a group */
  readonly code: string;
  /** the ! modifier */
  readonly shriek: boolean;
  /** byte order: big if '>' */
  readonly big: boolean;
  readonly count: 'none' | 'number' | 'star';
  /** 1 if there is no count, 0 for a star */
  readonly length: number;
  readonly group: readonly TemplateItem[] | null;
  /** followed by '/': the next item's count or length */
  readonly slash: boolean;
  /** for fixed-size numbers: size, and what makes and reads their bytes */
  readonly number: NumberType | null;
  /** what is wrong with the template here; perl finds out when it gets there */
  readonly error?: string;
}

/** The code of an item that only says what is wrong. */
export const ERROR = 'error';
class TemplateError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

export interface NumberType {
  readonly size: number;
  readonly write: ReturnType<typeof numberWriter>;
  readonly read: ReturnType<typeof numberReader>;
}

export interface Template {
  readonly items: readonly TemplateItem[];
  /** the first letter is U: starts in U0 mode */
  readonly startsWithU: boolean;
  /** numbers and byte strings only: the short way will do (pack-plain.ts, unpack-plain.ts) */
  readonly plain: boolean;
  /** unpack works on the UTF-8 form (it begins with U or has a U0) */
  readonly needsUtf8: boolean;
}

const cache = { pack: new Map<string, Template>(), unpack: new Map<string, Template>() };

interface Latest {
  readonly text: string;
  readonly template: Template;
}

/** The latest templates of some operators, which are likely to ask for them again: by the operator's number. */
const PLACES = 64;
const latest: Record<Caller, (Latest | undefined)[]> = {
  pack: new Array<undefined>(PLACES).fill(undefined),
  unpack: new Array<undefined>(PLACES).fill(undefined),
};

export function parseTemplate(text: string, caller: Caller, op: Op = 0): Template {
  const place = typeof op === 'number' ? op & (PLACES - 1) : 0;
  const last = latest[caller][place];
  if (last !== undefined && last.text === text) return last.template;
  const template = cache[caller].get(text);
  if (template === undefined) return parsed(text, caller);
  latest[caller][place] = { text, template };
  return template;
}

function parsed(text: string, caller: Caller): Template {
  const parser = new TemplateParser(text, caller);
  const items = parser.items(text.length, '', 0);
  const template = {
    items,
    startsWithU: /^(?:\s|#.*)*U/.test(text),
    needsUtf8: needsUtf8(text),
    plain: isPlain(items),
  };
  if (cache[caller].size > 500) cache[caller].clear();
  if (!parser.warned) cache[caller].set(text, template);
  return template;
}

function needsUtf8(text: string): boolean {
  const plain = text.replace(/#[^\n]*/g, '');
  return plain.startsWith('U') || plain.includes('U0');
}

const WITH_SHRIEK = 'sSiIlLxXnNvV@.';
const WITH_ORDER = 'sSiIlLqQjJfFdDpP(';
const DEEPEST = 100;

class TemplateParser {
  /** a warning was raised: to be raised again next time */
  warned = false;
  private at = 0;
  private readonly text: string;
  private readonly caller: Caller;
  constructor(text: string, caller: Caller) {
    this.text = text;
    this.caller = caller;
  }

  /** The items up to `end`; `order` is what the group around them prescribes. */
  items(end: number, order: string, depth: number): TemplateItem[] {
    const out: TemplateItem[] = [];
    try {
      this.addItems(out, end, order, depth);
    } catch (e) {
      if (!(e instanceof TemplateError)) throw e;
      const nothing = {
        shriek: false,
        big: false,
        count: 'number',
        length: 1,
        group: null,
        slash: false,
        number: null,
      } as const;
      out.push({ code: ERROR, error: e.message, ...nothing });
    }
    return out;
  }

  private addItems(out: TemplateItem[], end: number, order: string, depth: number): void {
    for (;;) {
      this.skipBlanks(end);
      if (this.at >= end) return;
      if (this.text[this.at] === ',') this.comma();
      else out.push(this.item(end, order, depth));
    }
  }

  private item(end: number, order: string, depth: number): TemplateItem {
    const code = this.text[this.at++] as string;
    let inside: [from: number, to: number] | null = null;
    if (code === '(') {
      const from = this.at;
      this.at = this.closing(')', end) + 1;
      if (depth >= DEEPEST) this.fail('Too deeply nested ()-groups in');
      inside = [from, this.at - 1];
    }
    const modifiers = this.modifiers(code, end, order);
    const { count, length } = this.count(end);
    const slash = this.slash(end);
    const group = inside === null ? null : this.nested(inside, modifiers.order, depth);
    const big = modifiers.order === '>';
    const number = numberType(code, modifiers.shriek, big);
    return { code, shriek: modifiers.shriek, big, count, length, group, slash, number };
  }

  private nested([from, to]: [number, number], order: string, depth: number): TemplateItem[] {
    const after = this.at;
    this.at = from;
    const items = this.items(to, order, depth + 1);
    this.at = after;
    return items;
  }

  private modifiers(code: string, end: number, inherited: string): { shriek: boolean; order: string } {
    let shriek = false;
    let own = '';
    for (; this.at < end; this.at++) {
      const ch = this.text[this.at] as string;
      if (ch !== '!' && ch !== '<' && ch !== '>') break;
      const allowed = ch === '!' ? WITH_SHRIEK : WITH_ORDER;
      if (!allowed.includes(code)) this.fail(`'${ch}' allowed only after types ${allowed} in`);
      if (ch !== '!' && own !== '' && own !== ch) this.fail(`Can't use both '<' and '>' after type '${code}' in`);
      if (ch !== '!' && inherited !== '' && inherited !== ch) {
        this.fail(`Can't use '${ch}' in a group with different byte-order in`);
      }
      if (ch === '!' ? shriek : own === ch) this.warn(`Duplicate modifier '${ch}' after '${code}' in ${this.caller}`);
      if (ch === '!') shriek = true;
      else own = ch;
    }
    return { shriek, order: own || (WITH_ORDER.includes(code) ? inherited : '') };
  }

  private count(end: number): { count: TemplateItem['count']; length: number } {
    const ch = this.at < end ? (this.text[this.at] as string) : '';
    if (ch === '*') {
      this.at++;
      return { count: 'star', length: 0 };
    }
    if (ch >= '0' && ch <= '9') return { count: 'number', length: this.digits(end) };
    if (ch === '[') return { count: 'number', length: this.bracketed(end) };
    return { count: 'none', length: 1 };
  }

  private digits(end: number): number {
    const from = this.at;
    while (this.at < end && /[0-9]/.test(this.text[this.at] as string)) this.at++;
    const n = Number(this.text.slice(from, this.at));
    if (n > 0x7fffffff) throw new TemplateError('pack/unpack repeat count overflow');
    return n;
  }

  /** [N], or [template]: the length of what that packs. */
  private bracketed(end: number): number {
    const from = ++this.at;
    const to = this.closing(']', end);
    let length: number;
    if (/[0-9]/.test(this.text[from] ?? '')) {
      length = this.digits(to);
      if (this.at !== to) this.fail('Malformed integer in [] in');
    } else length = measure(this.items(to, '', 0), this.caller);
    this.at = to + 1;
    return length;
  }

  private slash(end: number): boolean {
    this.skipBlanks(end);
    if (this.at >= end || this.text[this.at] !== '/') return false;
    this.at++;
    if (this.at < end && /[0-9*[]/.test(this.text[this.at] as string)) {
      this.fail("'/' does not take a repeat count in");
    }
    return true;
  }

  private skipBlanks(end: number): void {
    while (this.at < end) {
      const ch = this.text[this.at] as string;
      if (ch === '#') {
        const line = this.text.indexOf('\n', this.at);
        this.at = line < 0 || line >= end ? end : line + 1;
      } else if (/[ \t\n\r\f\v]/.test(ch)) this.at++;
      else return;
    }
  }

  private comma(): void {
    this.at++;
    if (!this.warned) this.warn(`Invalid type ',' in ${this.caller}`);
  }

  /** The position of the bracket that closes the one just passed. */
  private closing(bracket: string, end: number): number {
    for (let i = this.at; i < end; i++) {
      const ch = this.text[i];
      if (ch === bracket) return i;
      if (ch === '#') i = lineEnd(this.text, i, end);
      else if (ch === '(' || ch === '[') {
        const before = this.at;
        this.at = i + 1;
        i = this.closing(ch === '(' ? ')' : ']', end);
        this.at = before;
      }
    }
    throw new TemplateError(`No group ending character '${bracket}' found in template`);
  }

  private warn(message: string): void {
    this.warned = true;
    active().warn(this.caller, message);
  }
  private fail(message: string): never {
    throw new TemplateError(`${message} ${this.caller}`);
  }
}

/** c, C, W, U, w, p and P have ways of their own. */
function numberType(code: string, shriek: boolean, big: boolean): NumberType | null {
  const size = 'cCWUwpP'.includes(code) ? undefined : sizeOf(code, shriek);
  if (size === undefined) return null;
  return { size, write: numberWriter(code, shriek, big), read: numberReader(code, shriek, big) };
}

function lineEnd(text: string, from: number, end: number): number {
  const line = text.indexOf('\n', from);
  return line < 0 ? end : line;
}

export function invalidType(code: string, caller: Caller): never {
  const shown = code > '\xff' ? (Buffer.from(code, 'utf8').toString('latin1')[0] as string) : code;
  return active().die(`Invalid type '${shown}' in ${caller}`);
}
