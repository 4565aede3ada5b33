/** What patterns leave behind: pos, the match variables, qr objects, the empty pattern. */
import { beforeEach, describe, expect, it } from 'vitest';
import { PerlGlob } from '../../runtime/glob.js';
import { ReadonlyScalar, Scalar } from '../../runtime/scalar.js';
import { Stash } from '../../runtime/stash.js';
import { stringifyRef } from '../../runtime/stringify-ref.js';
import { NO } from '../../runtime/value.js';
import {
  PosLvalue,
  capture,
  installMatchVariables,
  matchGlobalList,
  matchGlobalScalar,
  matchList,
  matchScalar,
  matchState,
  matchTest,
  matched,
  pos,
  prematch,
  qr,
  regexp,
  regexpFrom,
  setPos,
  splitList,
  splitterFrom,
  substitute,
  substituteCopy,
  substituteText,
} from './ops.js';
import { TestDeath, runWithoutInterpreter } from './testing.js';

let warnings: string[];
beforeEach(() => {
  ({ warnings } = runWithoutInterpreter());
  matchState.last = null;
});

describe('pos', () => {
  it('is kept by the scalar until it is assigned to', () => {
    const s = new Scalar('aaa');
    expect(pos(s)).toBe(undefined);
    expect(matchGlobalScalar(regexp('a', ''), s, false)).toBe(true);
    expect(pos(s)).toBe(1);
    s.v = 'aaa';
    expect(pos(s)).toBe(undefined);
  });
  it('survives a failure under /c only', () => {
    const s = new Scalar('ab');
    setPos(s, 1);
    expect(matchGlobalScalar(regexp('x', ''), s, true)).toBe(false);
    expect(pos(s)).toBe(1);
    expect(matchGlobalScalar(regexp('x', ''), s, false)).toBe(false);
    expect(pos(s)).toBe(undefined);
  });
  it('is an lvalue; negative values count from the end', () => {
    const s = new Scalar('abcd');
    const p = new PosLvalue(s);
    p.v = -1;
    expect(p.v).toBe(3);
    p.v = 99;
    expect(pos(s)).toBe(4);
    p.v = undefined;
    expect(pos(s)).toBe(undefined);
  });
  it('works on constants', () => {
    const s = new ReadonlyScalar('aa');
    let n = 0;
    while (matchGlobalScalar(regexp('a', ''), s, false)) n++;
    expect(n).toBe(2);
  });
  it('anchors \\G, as a lexer uses it', () => {
    const s = new Scalar('ab 12');
    const seen: unknown[] = [];
    for (;;) {
      if (matchGlobalScalar(regexp('\\G\\s+', ''), s, true)) continue;
      if (matchGlobalScalar(regexp('\\G(\\d+)', ''), s, true)) seen.push(['number', capture(1)]);
      else if (matchGlobalScalar(regexp('\\G(\\w+)', ''), s, true)) seen.push(['word', capture(1)]);
      else break;
    }
    expect(seen).toEqual([
      ['word', 'ab'],
      ['number', '12'],
    ]);
    setPos(s, 3);
    expect(matchTest(regexp('\\G1', ''), 'ab 12', s)).toBe(true);
  });
});

describe('the match variables', () => {
  it('stay as they are when a match fails', () => {
    matchTest(regexp('(b)', ''), 'abc');
    matchTest(regexp('(x)', ''), 'abc');
    expect([capture(1), prematch(), matched()]).toEqual(['b', 'a', 'b']);
  });
  it('are variables that refuse to be assigned to', () => {
    const globs = new Map<string, PerlGlob>();
    const stash = new Stash('main');
    installMatchVariables((name) => {
      if (!globs.has(name)) globs.set(name, new PerlGlob(stash, name));
      return globs.get(name)!;
    });
    matchTest(regexp('(?<year>\\d+)-(?<month>\\d+)(x)?', ''), 'on 2024-05');
    expect(globs.get('&')!.s.v).toBe('2024-05');
    expect(globs.get('-')!.av.list()).toEqual([3, 3, 8]);
    expect(globs.get('+')!.av.list()).toEqual([10, 7, 10, undefined]);
    expect(globs.get('+')!.av.get(1)).toBe(7);
    expect(globs.get('+')!.hv.get('year')).toBe('2024');
    expect(globs.get('+')!.hv.keys()).toEqual(['year', 'month']);
    expect(matchScalar('2')!.v).toBe('05');
    expect(matchScalar('x')).toBe(null);
    expect(() => (matchScalar('1')!.v = 1)).toThrow(TestDeath);
    expect(() => globs.get('+')!.hv.clear()).toThrow(TestDeath);
  });
});

describe('m//', () => {
  it('answers (1) in list context when there are no groups', () => {
    expect(matchList(regexp('b', ''), 'abc')).toEqual([1]);
    expect(matchList(regexp('(b)(x)?', ''), 'abc')).toEqual(['b', undefined]);
    expect(matchList(regexp('x', ''), 'abc')).toEqual([]);
  });
  it('takes the last successful pattern when it is empty', () => {
    expect(matchTest(regexp('', ''), 'abc')).toBe(true);
    matchTest(regexp('b', ''), 'abc');
    expect(matchTest(regexp('', ''), 'xyz')).toBe(false);
  });
  it('goes on from pos in list context', () => {
    const s = new Scalar('a1b2c3');
    matchGlobalScalar(regexp('a', ''), s, false);
    expect(matchGlobalList(regexp('\\d', ''), s, false)).toEqual(['1', '2', '3']);
    expect(pos(s)).toBe(undefined);
  });
  it('warns of undef', () => {
    matchGlobalScalar(regexp('a', ''), new Scalar(undefined), false);
    expect(warnings).toEqual(['Use of uninitialized value in pattern match (m//)']);
  });
});

describe('qr//', () => {
  it('prints as its pattern and nests', () => {
    const value = qr(regexp('a.b', 'i'), new Stash('Regexp'));
    expect(stringifyRef(value)).toBe('(?^i:a.b)');
    expect(regexpFrom(value, '')).toBe(regexp('a.b', 'i'));
    expect(matchTest(regexpFrom(`^${stringifyRef(value)}$`, ''), 'AXB')).toBe(true);
  });
});

describe('s///', () => {
  it('counts, and answers false when nothing was found', () => {
    const s = new Scalar('aXbX');
    expect(substituteText(regexp('X', ''), s, '-', true)).toBe(2);
    expect(s.v).toBe('a-b-');
    expect(substituteText(regexp('X', ''), s, '-', true)).toBe(NO);
  });
  it('evaluates the replacement for every match, which may itself match', () => {
    const s = new Scalar('1 22');
    substitute(
      regexp('(\\d+)', ''),
      s,
      () => {
        const n = capture(1);
        matchTest(regexp('(.)', ''), 'zzz');
        return `<${n as string}>`;
      },
      true,
    );
    expect(s.v).toBe('<1> <22>');
    expect(capture(1)).toBe('22');
    expect(substituteCopy(regexp('\\d', ''), 'a1', () => 'x', false)).toBe('ax');
  });
});

describe('split', () => {
  it('has its awk mode, also from a variable', () => {
    expect(splitList(null, '  a b\tc\n', 0)).toEqual(['a', 'b', 'c']);
    expect(splitList(null, '  a b  c ', 2)).toEqual(['a', 'b  c ']);
    expect(splitList(null, ' a ', -1)).toEqual(['a', '']);
    expect(splitterFrom(' ')).toBe(null);
    expect(splitList(regexp(' ', ''), ' a b', 0)).toEqual(['', 'a', 'b']);
    expect(splitList(splitterFrom('\\d'), 'a1b2', 0)).toEqual(['a', 'b']);
  });
});
