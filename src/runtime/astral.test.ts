import { expect, it } from 'vitest';
import {
  astral,
  charLength,
  charToUnit,
  characters,
  compareCodePoints,
  fromCodePoint,
  isAstral,
  isWide,
  noteAstral,
  unitToChar,
} from './astral.js';

it('costs nothing until a character above U+FFFF is made', () => {
  astral.seen = false;
  expect(charLength('\ud83d\ude00')).toBe(2);
  expect(fromCodePoint(0xffff)).toBe('\uffff');
  expect(astral.seen).toBe(false);
  expect(fromCodePoint(0x1f600)).toBe('\u{1f600}');
  expect(astral.seen).toBe(true);
});

it('counts characters, not code units', () => {
  const text = noteAstral('a\u{1f600}b\ud800');
  expect(isAstral(text)).toBe(true);
  expect(charLength(text)).toBe(4);
  expect([0, 1, 3, 4, 5].map((unit) => unitToChar(text, unit))).toEqual([0, 1, 2, 3, 4]);
  expect([0, 1, 2, 3, 4, 6].map((char) => charToUnit(text, char))).toEqual([0, 1, 3, 4, 5, 7]);
  expect(characters(text)).toEqual(['a', '\u{1f600}', 'b', '\ud800']);
});

it('finds its way in long strings, forwards and backwards', () => {
  const pieces = ['a', '\u{1f600}', '\ud800', 'bc', '\udc00', '\u{10ffff}', '\u0100'];
  const texts = [1, 2, 3].map((step) =>
    noteAstral(Array.from({ length: 200 }, (_, i) => pieces[(i * step) % pieces.length]).join('')),
  );
  for (let n = 0; n < 3000; n++) {
    const text = texts[(n % 7) % 3] as string;
    const characters = Array.from(text);
    const at = (n * (n % 100 < 50 ? 7919 : 190)) % (characters.length + 1);
    const unit = characters.slice(0, at).join('').length;
    expect([charToUnit(text, at), unitToChar(text, unit)]).toEqual([unit, at]);
    expect(charLength(text)).toBe(characters.length);
  }
  expect(charToUnit(texts[0] as string, 1000)).toBe(
    (texts[0] as string).length + 1000 - Array.from(texts[0] as string).length,
  );
});

it('orders by code point', () => {
  expect(compareCodePoints('\u{1f600}', '\uffff')).toBe(1);
  expect(compareCodePoints('\u{1f600}', '\u{1f601}')).toBe(-1);
  expect(compareCodePoints('ab', 'a')).toBe(1);
  expect(compareCodePoints('a', 'a')).toBe(0);
});

it('tells bytes from wide characters, and stays inside Unicode', () => {
  expect([isWide('\xff'), isWide('\u0100')]).toEqual([false, true]);
  expect(fromCodePoint(0x110000)).toBe('\ufffd');
});
