// The second reading by itself: without an interpreter around it.
import { describe, expect, test } from 'vitest';
import { diagnose } from './diagnose.js';
import { perlGrammar } from './grammar.js';
import { tables } from './lalr.js';
import type { Surroundings } from './surroundings.js';
import { packedTables, unpacked } from './tables.js';

class Nowhere implements Surroundings {
  readonly pkg = 'main';
  readonly utf8 = false;
  readonly warnings: string[] = [];
  readonly carriedOut: string[] = [];
  sub = (): null => null;
  packageExists = (): boolean => false;
  handleExists = (): boolean => false;
  exists = (): boolean => false;
  imported = (): boolean => false;
  replaces = (): boolean => false;
  feature = (name: string): boolean => name === 'indirect';
  hasCharacter = (): boolean => true;
  strict = (): boolean => true;
  lexical = (): boolean => false;
  state = (): unknown => null;
  restore(): void {}
  setPackage(): void {}
  declareSub(): void {}
  warn(_category: string, message: string): void {
    this.warnings.push(message);
  }
  carryOut(text: string): readonly string[] {
    this.carriedOut.push(text);
    return [];
  }
}

function complaints(source: string, evaluated = false): string {
  const { complaints: said, end } = diagnose({ source, file: 'F', startLine: 1, evaluated }, new Nowhere());
  return said.join('') + (typeof end === 'object' ? end.complaint : '');
}

describe('the automaton', () => {
  test('knows a rule for every symbol', () => {
    const { terminals, rules } = perlGrammar();
    expect(terminals.filter((name) => /^(?!error$)[a-z][a-z-]*$/.test(name))).toEqual([]);
    expect(rules.length).toBeGreaterThan(280);
  });
  test('settles what a grammar leaves open by precedence', () => {
    const rules = [
      { left: 'goal', right: ['e', 'END'], precedence: null, action: '' },
      { left: 'e', right: ['e', '+', 'e'], precedence: '+', action: 'sum' },
      { left: 'e', right: ['n'], precedence: null, action: '' },
    ];
    const states = tables({
      terminals: ['+', 'n', 'END'],
      rules,
      precedence: new Map([['+', { level: 1, kind: 'left' }]]),
    });
    expect(states.some((state) => state.fallback === 1 && !state.actions.has('+'))).toBe(true);
  });
  test('is the same after it has been written down', () => {
    const grammar = perlGrammar();
    const { states, rules } = unpacked(JSON.parse(JSON.stringify(packedTables())) as ReturnType<typeof packedTables>);
    expect(states).toEqual(tables(grammar));
    expect(rules).toEqual(grammar.rules.map(({ left, right, action }) => ({ left, length: right.length, action })));
  });
});

describe('what perl says', () => {
  test.each([
    ['my $x = 1;\nprint $x;\n', ''],
    ['my $x = ;\n', 'syntax error at F line 1, near "= ;"\n'],
    [
      'if (1) {\n  print 1;\n',
      'Missing right curly or square bracket at F line 2, at end of line\nsyntax error at F line 2, at EOF\n',
    ],
    [
      'print 1;\n}\n',
      'Unmatched right curly bracket at F line 2, at end of line\nsyntax error at F line 2, near "}"\n',
    ],
    ['my $x = "a\n', "Can't find string terminator '\"' anywhere before EOF at F line 1.\n"],
    ['print <<E;\na\n', 'Can\'t find string terminator "E" anywhere before EOF at F line 1.\n'],
    ['shmget(1, 2);\n', 'Not enough arguments for shmget at F line 1, near "2)"\n'],
    ['1 = 2;\n', 'Can\'t modify constant item in scalar assignment at F line 1, near "2;"\n'],
  ])('%j', (source, expected) => {
    expect(complaints(source)).toBe(expected);
  });

  test('goes on after a mistake, without the variables of the broken statement', () => {
    const said = complaints('my $x = 1\nmy $y = 2;\nprint $y;\n');
    expect(said.match(/Global symbol "\$y"/g)).toHaveLength(2);
    expect(said).toMatch(/^syntax error at F line 2, near "my "\n/);
  });
  test('gives up after ten', () => {
    expect(complaints('1 = ;\n'.repeat(12))).toMatch(/F has too many errors\.\n$/);
  });
  test('sees the end of an evaluated text at its last semicolon', () => {
    expect(complaints('my $x = ;', true)).toBe('syntax error at F line 1, at EOF\n');
  });
  test('carries out what comes before the mistake, and nothing after it', () => {
    const around = new Nowhere();
    diagnose({ source: 'use A;\nmy $x = ;\nuse B;\n', file: 'F', startLine: 1, evaluated: false }, around);
    expect(around.carriedOut).toEqual(['use A;']);
  });
});
