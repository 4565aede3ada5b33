/** What the parts of the pattern parser share. */
import { astral } from '../../runtime/astral.js';
import type { CharSet, NamedClass, SetItem } from './char-set.js';
import { namedClasses, otherCases } from './char-set.js';
import type { PatternFlags } from './flags.js';
import type { Node } from './nodes.js';
import type { Scanner } from './scanner.js';

export class ParserState {
  readonly scan: Scanner;
  flags: PatternFlags;
  groupCount = 0;
  readonly closings: number[] = [];
  readonly names = new Map<string, number[]>();
  /** checks that need all groups to be known */
  readonly later: (() => void)[] = [];
  /** parsing the inside of a (...) as a fresh alternation: set by parse.ts */
  readonly alternation: (state: ParserState) => Node;
  /** the same for one branch of it */
  readonly branch: (state: ParserState) => Node;
  /** a code point above 0xFF, \p or \N was met: Unicode rules (perlunicode, "The Unicode Bug") */
  unicode = false;
  wide = false;
  /** so far something has a meaning that depends on /u or not */
  ambiguous = false;
  /** qr// shows the rules: (?^u:...) */
  shownUnicode = false;
  branchReset = false;
  endsInComment = false;
  constructor(
    scan: Scanner,
    flags: PatternFlags,
    alternation: ParserState['alternation'],
    branch: ParserState['branch'],
  ) {
    this.scan = scan;
    this.flags = flags;
    this.alternation = alternation;
    this.branch = branch;
  }

  /** A literal character under the flags in force. */
  char(code: number): Node {
    this.note(code);
    const charset = this.flags.charset;
    if (!this.flags.i || otherCases(code, charset === 'd' ? 'u' : charset, true).length === 0) {
      return { type: 'Char', code };
    }
    return this.set([{ low: code, high: code }]);
  }
  note(code: number, shown = true): void {
    if (code > 0xff) {
      this.wide = true;
      if (shown) this.shownUnicode = true;
    }
    if (code > 0xffff) astral.seen = true;
  }
  /** \p or \N{U+} is here: Unicode rules from the start; perl begins anew if it had decided something already. */
  requireUnicode(): void {
    this.unicode = true;
    if (this.ambiguous) this.shownUnicode = true;
  }
  set(items: SetItem[], negated = false): Node {
    return { type: 'Set', set: this.charSet(items, negated) };
  }
  charSet(items: SetItem[], negated = false): CharSet {
    const depends = (item: SetItem): boolean =>
      'named' in item && item.named.ascii !== null && item.named !== namedClasses.digit;
    if (items.some(depends)) this.ambiguous = true;
    return { items, negated, fold: this.flags.i, charset: this.flags.charset };
  }
  named(named: NamedClass, negated: boolean): Node {
    return this.set([{ named, negated: false }], negated);
  }
  addName(name: string, group: number): void {
    const groups = this.names.get(name);
    if (groups === undefined) this.names.set(name, [group]);
    else if (!groups.includes(group)) groups.push(group);
  }
}
