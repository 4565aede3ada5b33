import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { PerlGlob } from '../../runtime/glob.js';
import { Scalar } from '../../runtime/scalar.js';
import { LIST, SCALAR, ScalarRef } from '../../runtime/value.js';
import { setLayers } from './binmode.js';
import { closeHandle } from './close.js';
import { atEnd } from './end-of-file.js';
import { flushAll } from './file-handle.js';
import { openFunction } from './open-function.js';
import { seekHandle, tellHandle } from './position.js';
import { print, say } from './print.js';
import { readCharactersInto } from './read-write.js';
import { readline } from './read-line.js';
import { lexicalGlob, startTestPerl, type TestPerl } from './testing.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'file-handle-'));
const file = path.join(folder, 'a');
afterAll(() => fs.rmSync(folder, { recursive: true }));

let test: TestPerl;
let fh: PerlGlob;
beforeEach(() => {
  test = startTestPerl();
  fh = lexicalGlob(test.perl);
});

const contents = (): string => fs.readFileSync(file, 'latin1');
const open = (mode: string, what: string = file) => openFunction('open', fh, mode, [what]);
const line = () => readline(fh, SCALAR, 'readline');

describe('writing', () => {
  it('keeps output back until 8192 bytes, a flush or close', () => {
    expect(open('>')).toBe(1);
    expect(print(fh, ['a', 1, 2.5], 'print')).toBe(1);
    expect(contents()).toBe('');
    print(fh, ['x'.repeat(8190)], 'print');
    expect(contents()).toHaveLength(8192);
    flushAll();
    expect(contents()).toHaveLength(8195);
    say(fh, ['end'], 'say');
    expect(closeHandle(fh)).toBe(1);
    expect(contents().endsWith('xend\n')).toBe(true);
  });

  it('puts $, between and $\\ after', () => {
    test.perl.scalar('main::,').v = '-';
    test.perl.scalar('main::\\').v = '!';
    open('>');
    print(fh, ['a', 'b'], 'print');
    closeHandle(fh);
    expect(contents()).toBe('a-b!');
  });

  it('warns of wide characters and writes them as UTF-8', () => {
    open('>');
    print(fh, ['\u263a', '\xe9'], 'print');
    closeHandle(fh);
    expect(contents()).toBe('\xe2\x98\xba\xe9');
    expect(test.warnings).toEqual(['Wide character in print']);
  });

  it('encodes as the layers say', () => {
    open('>:encoding(UTF-8)');
    print(fh, ['\u263a\xe9'], 'print');
    closeHandle(fh);
    expect(contents()).toBe('\xe2\x98\xba\xc3\xa9');
    open('>:crlf');
    print(fh, ['a\nb\n'], 'print');
    closeHandle(fh);
    expect(contents()).toBe('a\r\nb\r\n');
  });

  it('warns about handles that are closed, unopened or for reading', () => {
    expect(print(fh, ['a'], 'print')).toBeUndefined();
    open('<', '/dev/null');
    print(fh, ['a'], 'print');
    closeHandle(fh);
    print(fh, ['a'], 'print');
    expect(test.warnings).toEqual([
      'print() on unopened filehandle $fh',
      'Filehandle $fh opened only for input',
      'print() on closed filehandle $fh',
    ]);
  });
});

describe('reading', () => {
  beforeEach(() => fs.writeFileSync(file, 'one\ntwo\n\n\nthree'));

  it('reads lines and counts them', () => {
    open('<');
    expect(line()).toBe('one\n');
    expect(test.perl.scalar('main::.').v).toBe(1);
    expect(readline(fh, LIST, 'readline')).toEqual(['two\n', '\n', '\n', 'three']);
    expect(atEnd(fh)).toBe(1);
    expect(line()).toBeUndefined();
    expect(test.perl.place()).toContain('<$fh> line 5');
  });

  it('honours $/', () => {
    const separator = test.perl.scalar('main::/');
    open('<');
    separator.v = '';
    expect(readline(fh, LIST, 'readline')).toEqual(['one\ntwo\n\n', 'three']);
    open('<');
    separator.v = undefined;
    expect(line()).toBe('one\ntwo\n\n\nthree');
    expect(line()).toBeUndefined();
    open('<');
    separator.v = new ScalarRef(new Scalar(6));
    expect(readline(fh, LIST, 'readline')).toEqual(['one\ntw', 'o\n\n\nth', 'ree']);
    open('<');
    separator.v = 'two';
    expect(readline(fh, LIST, 'readline')).toEqual(['one\ntwo', '\n\n\nthree']);
  });

  it('gives one empty text for an empty file read whole', () => {
    fs.writeFileSync(file, '');
    test.perl.scalar('main::/').v = undefined;
    open('<');
    expect([line(), line()]).toEqual(['', undefined]);
  });

  it('reads lines longer than any block', () => {
    const long = `${'y'.repeat(100_000)}\n`;
    fs.writeFileSync(file, `${long}x`);
    open('<');
    expect([line() === long, line(), line()]).toEqual([true, 'x', undefined]);
  });

  it('decodes, and counts characters', () => {
    fs.writeFileSync(file, 'a\u263ab\n');
    open('<:utf8');
    const into = new Scalar(undefined);
    expect(readCharactersInto('read', fh, into, 2)).toBe(2);
    expect(into.v).toBe('a\u263a');
    expect(setLayers('binmode', fh)).toBe(1);
    expect(line()).toBe('b\n');
  });

  it('seeks and tells where reading stands', () => {
    open('+<');
    line();
    expect(tellHandle('tell', fh)).toBe(4);
    print(fh, ['TWO'], 'print');
    expect(seekHandle('seek', fh, 0, 0)).toBe(1);
    expect(readline(fh, LIST, 'readline')).toEqual(['one\n', 'TWO\n', '\n', '\n', 'three']);
  });
});

describe('in-memory files', () => {
  it('reads and writes a scalar', () => {
    const text = new Scalar('a\nb\n');
    openFunction('open', fh, '<', [new ScalarRef(text)]);
    expect(readline(fh, LIST, 'readline')).toEqual(['a\n', 'b\n']);
    openFunction('open', fh, '>>', [new ScalarRef(text)]);
    print(fh, ['c'], 'print');
    expect(text.v).toBe('a\nb\nc');
    openFunction('open', fh, '>', [new ScalarRef(text)]);
    expect(text.v).toBe('');
  });
});
