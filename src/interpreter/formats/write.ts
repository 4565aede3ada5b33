/**
 * write (perlfunc, perlform): runs the format of a handle and prints what it has filled, with the top of a new page before
 * it where the lines left on the page do not suffice.
 */
import { PerlArray } from '../../runtime/array.js';
import { str } from '../../runtime/convert.js';
import type { PerlCode } from '../../runtime/code.js';
import type { PerlGlob } from '../../runtime/glob.js';
import { NO, type PerlValue, SCALAR } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import type { FileHandle } from '../io/file-handle.js';
import { handleIn, makeHandle, requiredGlob } from '../io/handles.js';
import { perl } from '../io/perl.js';
import { encodeFor } from '../io/print.js';
import { reportClosed, reportOneWay } from '../io/report.js';
import type { Accumulator } from './accumulator.js';
import { Page } from './page.js';

const linesOf = (text: string): number => text.split('\n').length - 1;

/** False if the format was left by `return`. */
function run(interp: Interp, format: PerlCode): boolean {
  const { cop } = interp;
  const end = format.fn?.(new PerlArray(), SCALAR);
  interp.cop = cop;
  return end !== undefined;
}

/** A handle's own name stands for a format of the main package, too. */
function undefinedFormat(glob: PerlGlob, what: string): never {
  const name = glob.stash.name === 'main' ? glob.name : glob.fullName;
  return perl().die(`Undefined ${what} "${name}" called`);
}

class Writing {
  readonly #perl = perl();
  readonly #glob: PerlGlob;
  readonly #handle: FileHandle;
  readonly #page: Page;
  readonly #accumulator: Accumulator;

  constructor(glob: PerlGlob) {
    this.#glob = glob;
    this.#handle = makeHandle(glob);
    this.#page = this.#handle.page ??= new Page();
    this.#accumulator = this.#perl.scalar('main::^A') as Accumulator;
  }

  run(): PerlValue {
    const glob = this.#page.format?.glob ?? this.#glob;
    if (glob.format === null) return undefinedFormat(glob, 'format');
    if (!run(this.#perl, glob.format)) return NO;
    const page = this.#page;
    if (page.linesLeft < linesOf(this.#body)) this.#newPage();
    const text = this.#body;
    const printed = this.#print(text);
    if (printed) this.#accumulator.v = '';
    return printed ? 1 : NO;
  }

  get #body(): string {
    return str(this.#accumulator.v);
  }

  /** The top comes first; a text that is longer than a whole page goes on over several. */
  #newPage(): void {
    const page = this.#page;
    const top = this.#top();
    if (top === null) {
      page.linesLeft = page.length;
      return;
    }
    for (let first = true; first || page.linesLeft < linesOf(this.#body); first = false) {
      if (!first && !this.#fillPage()) return;
      if (page.linesLeft >= 0 && page.number > 0) this.#put(str(this.#perl.scalar('main::^L').v));
      page.linesLeft = page.length;
      page.number++;
      const { format } = top;
      if (format === null) return undefinedFormat(top, 'top format');
      if (!this.#print(this.#accumulator.apart(() => void run(this.#perl, format)))) return;
    }
  }

  /** What still fits on the page; false if nothing does. */
  #fillPage(): boolean {
    const page = this.#page;
    if (page.linesLeft <= 0) return false;
    const lines = this.#body.split('\n');
    this.#put(`${lines.slice(0, page.linesLeft).join('\n')}\n`);
    this.#accumulator.v = lines.slice(page.linesLeft).join('\n');
    return true;
  }

  /** $^, else NAME_TOP, else `top`. */
  #top(): PerlGlob | null {
    const page = this.#page;
    if (page.top === null) {
      const find = (name: string): PerlGlob | undefined =>
        this.#perl.packages.find(this.#perl.packages.qualify(name, this.#perl.currentPackage()));
      const own = `${this.#glob.name}_TOP`;
      page.topName ??= find(own)?.format || !find('top') ? own : 'top';
      const glob = find(page.topName);
      if (!glob?.format) return null;
      page.top = { name: page.topName, glob };
    }
    return page.top.glob;
  }

  #print(text: string): boolean {
    const handle = this.#handle;
    if (!handle.writes || handle.stream === null) {
      if (handle.stream !== null) reportOneWay(this.#glob, 'input');
      else reportClosed(this.#glob, 'write');
      return false;
    }
    this.#page.linesLeft -= linesOf(text);
    if (this.#page.linesLeft < 0) this.#perl.warn('io', 'page overflow');
    return this.#put(text);
  }

  #put(text: string): boolean {
    return this.#handle.put(encodeFor(this.#handle, text, 'write'));
  }
}

export function write(...operand: PerlValue[]): PerlValue {
  const glob = operand.length > 0 ? requiredGlob(operand[0]) : perl().selected!;
  if (handleIn(glob) === null && glob.format === null) return undefinedFormat(glob, 'format');
  return new Writing(glob).run();
}
