/** formline (perlfunc formline, perlform): fields of a picture filled from a list, appended to $^A. */
import type { Op } from '../../runtime/active.js';
import { str, toNumber } from '../../runtime/convert.js';
import { Scalar } from '../../runtime/scalar.js';
import type { PerlValue, Slot } from '../../runtime/value.js';
import { interp } from '../core/interp.js';
import type { CoreFunctionTable } from './core-function.js';

const FIELD = /[@^](?:\*|(?:0?#*\.?#+|0#*)(?![#])|[<>|]*)(\.\.\.)?/g;
const MOST_REPEATS = 200;

const valueOf = (slot: Slot | undefined): PerlValue => (slot instanceof Scalar ? slot.v : slot);

class Form {
  filled = false;
  private next = 0;
  private readonly items: readonly Slot[];
  private readonly op: Op;
  constructor(items: readonly Slot[], op: Op) {
    this.items = items;
    this.op = op;
  }

  line(picture: string): string {
    this.filled = false;
    const text = picture.replace(FIELD, (field) => this.field(field));
    return text.replace(/ +(?=\n$)/, '');
  }
  /** The line again and again while its fields find text (`~~`). */
  repeated(picture: string): string {
    const from = this.next;
    let out = '';
    for (let n = 0; n < MOST_REPEATS; n++) {
      this.next = from;
      const text = this.line(picture);
      if (!this.filled) break;
      out += text;
    }
    return out;
  }

  private field(field: string): string {
    const slot = this.items[this.next++];
    const dots = field.endsWith('...') ? '...' : '';
    const plain = dots === '' ? field : field.slice(0, -3);
    if (plain.includes('#')) return this.number(plain, valueOf(slot)) + dots;
    if (plain === '@*' || plain === '^*') return this.lines(plain, slot) + dots;
    const width = plain.length;
    const taken = plain.startsWith('^') ? this.chopped(slot, width) : this.firstLine(slot, width);
    if (taken !== '') this.filled = true;
    return aligned(taken, width, plain[1] ?? '<') + (dots !== '' && this.left(slot) ? dots : '');
  }
  private left(slot: Slot | undefined): boolean {
    return str(valueOf(slot) ?? '', this.op) !== '';
  }
  private firstLine(slot: Slot | undefined, width: number): string {
    return (str(valueOf(slot), this.op).split('\n')[0] ?? '').slice(0, width);
  }
  /** ^<<< takes as many words as fit out of its variable; $: says where it may break. */
  private chopped(slot: Slot | undefined, width: number): string {
    const text = str(valueOf(slot) ?? '', this.op);
    const line = text.split('\n')[0] ?? '';
    let end = line.length;
    if (end > width) {
      const breaks = str(interp().scalar('main:::').v ?? ' \n-');
      end = width;
      while (end > 0 && !(/\s/.test(line[end] ?? '') || breaks.replace(/\s/g, '').includes(line[end - 1] ?? ''))) end--;
      if (end === 0) end = width;
    }
    const taken = line.slice(0, end);
    if (slot instanceof Scalar) slot.v = text.slice(end).replace(/^[ \n]+/, '');
    return taken.replace(/\s+$/, '');
  }
  private lines(field: string, slot: Slot | undefined): string {
    const text = str(valueOf(slot) ?? '', this.op);
    if (text !== '') this.filled = true;
    if (field === '@*') return text.replace(/\n$/, '');
    const end = text.indexOf('\n');
    if (slot instanceof Scalar) slot.v = end < 0 ? '' : text.slice(end + 1);
    return end < 0 ? text : text.slice(0, end);
  }
  private number(field: string, v: PerlValue): string {
    if (v === undefined && field.startsWith('^')) return ' '.repeat(field.length);
    this.filled = true;
    const decimals = field.includes('.') ? field.length - field.indexOf('.') - 1 : 0;
    const text = toNumber(v, this.op).toFixed(decimals);
    return text.padStart(field.length, field[1] === '0' ? '0' : ' ');
  }
}

function aligned(text: string, width: number, how: string): string {
  if (how === '>') return text.padStart(width);
  if (how === '|') return text.padStart(text.length + Math.floor((width - text.length) / 2)).padEnd(width);
  return text.padEnd(width);
}

function formline(op: Op, picture: PerlValue, items: readonly Slot[]): PerlValue {
  const form = new Form(items, op);
  let out = '';
  for (const line of str(picture, op).match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const plain = line.replaceAll('~', ' ');
    if (line.includes('~~')) out += form.repeated(plain);
    else {
      const text = form.line(plain);
      if (form.filled || !line.includes('~')) out += text;
    }
  }
  const accumulator = interp().scalar('main::^A');
  accumulator.v = str(accumulator.v ?? '', op) + out;
  return 1;
}

export const formFunctions: CoreFunctionTable = { formline: { operands: 'sL', returns: 's', fn: formline } };
