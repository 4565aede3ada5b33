/** Overloading against perl: classes with few operators and every rule for `fallback`, tried with many operations. */
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { type ActivePerl, setActive } from '../../runtime/active.js';
import { PerlArray } from '../../runtime/array.js';
import { str, truthy } from '../../runtime/convert.js';
import { PerlDie } from '../../runtime/exceptions.js';
import { Scalar } from '../../runtime/scalar.js';
import { bool, type PerlValue, ScalarRef } from '../../runtime/value.js';
import { hasPerl, runPerl } from '../../testing/perl-oracle.js';
import { Interp } from '../core/interp.js';
import { numericFunctions } from '../functions/numeric.js';
import { formatList } from '../functions/sprintf.js';
import { add, addAssign, mod, pow, sub } from './arithmetic.js';
import { bitAnd, bitNot } from './bitwise.js';
import { numCmp, numEq, numLt, strEq, strLt } from './comparison.js';
import { concat, concatAssign, repeat } from './concatenation.js';
import { decremented, incremented } from './increment.js';
import { neg } from './negate.js';
import { dereferenced } from './overload.js';
import { shiftLeft } from './shift.js';

const fallbacks: [source: string, given: boolean, value: PerlValue][] = [
  ['', false, undefined],
  ['fallback => undef', true, undefined],
  ['fallback => 0', true, 0],
  ['fallback => 1', true, 1],
];

type Methods = Record<string, [source: string, fn: (args: PerlValue[]) => PerlValue]>;
const classes: Methods[] = [
  { '""': ['"7"', () => '7'] },
  { '0+': ['7', () => 7] },
  { bool: ['1', () => 1] },
  { '+': ['"plus"', () => 'plus'] },
  { '<=>': ['1', () => 1] },
  { cmp: ['1', () => 1] },
  { '""': ['"7"', () => '7'], '+': ['"plus"', () => 'plus'] },
  { '""': ['"7"', () => '7'], '0+': ['8', () => 8] },
  { '0+': ['8', () => 8], bool: ['0', () => 0] },
  { '""': ['""', () => ''], bool: ['1', () => 1] },
  { nomethod: ['"nm$_[3]"', (a) => `nm${str(a[3])}`] },
  {
    '-': ['defined $_[2] ? "m$_[1],$_[2]" : "mu"', (a) => (a[2] === undefined ? 'mu' : `m${str(a[1])},${str(a[2])}`)],
    '<': ['1', () => 1],
  },
  { '.': ['"cat" . ($_[2] ? 1 : 0)', (a) => `cat${truthy(a[2]) ? 1 : 0}`] },
  { neg: ['"neg"', () => 'neg'], abs: ['"abs"', () => 'abs'] },
  { x: ['"times"', () => 'times'], '~': ['"not"', () => 'not'], '!': ['"no"', () => 'no'] },
  { '+=': ['"pe"', () => 'pe'], '++': ['1', () => 1] },
];

const last = (r: PerlValue | boolean): PerlValue => (typeof r === 'boolean' ? bool(r) : r);
const call = (name: string, v: PerlValue): PerlValue => numericFunctions[name]?.fn(name, v) as PerlValue;
const operations: [source: string, fn: (x: PerlValue) => PerlValue | boolean][] = [
  ['$x+1', (x) => add(x, 1, '+')],
  ['1+$x', (x) => add(1, x, '+')],
  ['$x-1', (x) => sub(x, 1, '-')],
  ['1-$x', (x) => sub(1, x, '-')],
  ['$x==7', (x) => numEq(x, 7, '==')],
  ['$x eq 7', (x) => strEq(x, 7, 'eq')],
  ['7 eq $x', (x) => strEq(7, x, 'eq')],
  ['$x<8', (x) => numLt(x, 8, '<')],
  ['8<$x', (x) => numLt(8, x, '<')],
  ['$x lt 8', (x) => strLt(x, 8, 'lt')],
  ['8 lt $x', (x) => strLt(8, x, 'lt')],
  ['$x.""', (x) => concat(x, '', '.')],
  ['"".$x', (x) => concat('', x, '.')],
  ['-$x', (x) => neg(x, '-')],
  ['abs $x', (x) => call('abs', x)],
  ['$x?1:0', (x) => (truthy(x) ? 1 : 0)],
  ['~$x', (x) => bitNot(x, '~')],
  ['$x x 2', (x) => repeat(x, 2, 'x')],
  ['int $x', (x) => call('int', x)],
  ['my $y=$x;$y++;$y', (x) => incremented(x, '++')],
  ['my $y=$x;$y--;$y', (x) => decremented(x, '--')],
  ['my $y=$x;$y+=1;$y', (x) => addAssign(x, 1, '+=')],
  ['my $y=$x;$y.=1;$y', (x) => concatAssign(x, 1, '.=')],
  ['my $y=1;$y+=$x;$y', (x) => addAssign(1, x, '+=')],
  ['"$x"', (x) => str(x)],
  ['sqrt $x', (x) => call('sqrt', x)],
  ['$x<=>1', (x) => numCmp(x, 1, '<=>')],
  ['sprintf "%d", $x', (x) => formatList('%d', [x], 'sprintf')],
  ['sprintf "%s", $x', (x) => formatList('%s', [x], 'sprintf')],
  ['$x&1', (x) => bitAnd(x, 1, '&')],
  ['$x**2', (x) => pow(x, 2, '**')],
  ['$x<<1', (x) => shiftLeft(x, 1, '<<')],
  ['$x%2', (x) => mod(x, 2, '%')],
  ['sin $x', (x) => call('sin', x)],
];

let perl: Interp;
let before: ActivePerl | null;
beforeAll(() => {
  perl = new Interp();
  before = setActive(perl);
});
afterAll(() => void setActive(before));

/** What overload.pm does. */
function define(
  name: string,
  methods: Record<string, (args: PerlValue[]) => PerlValue>,
  fallback?: { value: PerlValue },
): void {
  const nothing = (): undefined => undefined;
  perl.define(`${name}::((`, nothing);
  if (fallback !== undefined) {
    perl.define(`${name}::()`, nothing);
    perl.glob(`${name}::()`).s.v = fallback.value;
  }
  for (const [key, fn] of Object.entries(methods)) perl.define(`${name}::(${key}`, (args) => fn(args.list()));
}

/** Addresses and large numbers made of them can't be compared. */
const plain = (text: string): string =>
  text
    .replace(/ at \S+ line.*/s, '')
    .replace(/\s+/g, ' ')
    .replace(/0x[0-9a-f]+/g, '0x')
    .replace(/^-?[0-9.e+]{10,}$/, 'NUM')
    .replace(/^[^ -~]+$/, 'BYTES');

function ours(fn: (x: PerlValue) => PerlValue | boolean, x: PerlValue): string {
  try {
    return plain(str(last(fn(x))));
  } catch (e) {
    if (!(e instanceof PerlDie)) throw e;
    return `ERR ${plain(str(e.value))}`;
  }
}

describe.runIf(hasPerl)('overload', () => {
  test('every class with every operation', () => {
    let program =
      'no warnings; my ($n, $x) = 0; sub p { my ($r, $e) = @_; $e =~ s/ at \\S+ line.*//s; print $e ne "" ? "ERR $e" : $r, "\\x1e" }';
    const mine: string[] = [];
    const labels: string[] = [];
    let n = 0;
    for (const methods of classes) {
      for (const [source, given, value] of fallbacks) {
        const name = `K${++n}`;
        const entries = Object.entries(methods).map(([key, [perlSource]]) => `'${key}' => sub { ${perlSource} }`);
        program += `{ package ${name}; use overload ${[...entries, ...(source === '' ? [] : [source])].join(', ')}; }\n$x = bless [5], '${name}';\n`;
        define(
          name,
          Object.fromEntries(Object.entries(methods).map(([key, [, fn]]) => [key, fn])),
          given ? { value } : undefined,
        );
        const object = new PerlArray([5]);
        object.blessed = perl.stash(name);
        for (const [operation, fn] of operations) {
          // Comparisons answer booleans here; perl asks nomethod even for the copy.
          if ('+=' in methods && /\$y(\+\+|\+=1)/.test(operation)) continue;
          if ('nomethod' in methods && /[<=>]|eq|lt|\+\+|--/.test(operation)) continue;
          program += `{ my $r = eval { ${operation} }; p($r, $@) }\n`;
          mine.push(ours(fn, object));
          labels.push(`${Object.keys(methods).join(' ')} ${source}: ${operation}`);
        }
      }
    }
    const theirs = runPerl(program).split('\x1e').map(plain);
    const wrong = labels.flatMap((label, i) =>
      theirs[i] === mine[i] ? [] : [`${label}  perl: ${theirs[i]}  here: ${mine[i]}`],
    );
    expect(wrong.slice(0, 60)).toEqual([]);
  });

  test('copy constructor, inheritance, named methods, dereferencing', () => {
    define('Base', { '+': (a) => `base+${str(a[1])}`, '@{}': () => new PerlArray([1, 2]) });
    perl.glob('Derived::ISA').av.assign(['Base']);
    const derived = new PerlArray([]);
    derived.blessed = perl.stash('Derived');
    expect(add(derived, 3, '+')).toBe('base+3');
    expect((dereferenced(derived, '@{}') as PerlArray).list()).toEqual([1, 2]);
    expect(dereferenced(derived, '%{}')).toBe(derived);

    const counter = (v: PerlValue): Scalar => (v as ScalarRef).target;
    define('Counter', {
      '++': (a) => (counter(a[0]).v = add(counter(a[0]).v, 1, '+')),
      '""': (a) => `C${str(counter(a[0]).v)}`,
    });
    const cell = new Scalar(5);
    cell.blessed = perl.stash('Counter');
    const old = new ScalarRef(cell);
    const now = incremented(old, '++');
    expect([str(old), str(now)]).toEqual(['C5', 'C6']);
  });
});
