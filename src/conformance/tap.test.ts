import { describe, expect, test } from 'vitest';
import { readTap } from './tap.js';

const names = (tap: string) => readTap(tap).tests.map(({ name, verdict }) => `${verdict}: ${name}`);

describe('readTap', () => {
  test('counts what is inside of subtests, not the subtests', () => {
    const tap =
      'ok 1 - a\n# Subtest: b\n    ok 1 - c\n    # Subtest: d\n        not ok 1 - e\n        1..1\n    not ok 2 - d\n    1..2\nnot ok 2 - b\n1..2\n';
    expect(names(tap)).toEqual(['passed: a', 'passed: b / c', 'failed: b / d / e']);
    expect(readTap(tap).complete).toBe(true);
  });

  test('keeps the reason of SKIP and TODO', () => {
    const tap = 'ok 1 # skip no locks\nnot ok 2 - later # TODO some day\nnot ok 3 - sign \\# TODO\n1..3\n';
    expect(names(tap)).toEqual(['skipped: no locks', 'passed: later some day', 'failed: sign \\# TODO']);
  });

  test.for([
    ['ok 1\n', false],
    ['1..2\nok 1\n', false],
    ['1..1\nok 1\n', true],
    ['1..0 # SKIP not here\n', true],
    ['', false],
  ] as const)('%j is complete: %s', ([tap, complete]) => {
    expect(readTap(tap).complete).toBe(complete);
  });
});
