// Interpreters in one process have nothing in common but the process: its working folder, its signals, its descriptors.
import { describe, expect, it } from 'vitest';
import { MemoryKernel } from '../../kernel-memory/memory-kernel.js';
import { PerlError } from './errors.js';
import type { Perl, PerlOptions } from './perl.js';
import { collecting } from './testing.js';
import type { FromPerl } from './values.js';

const pair = (one: PerlOptions = {}, two: PerlOptions = {}): [Perl, Perl] => [
  collecting(one).perl,
  collecting(two).perl,
];

/** Some code in both: the values by turns, twice. */
function byTurns([one, two]: [Perl, Perl], code: string): FromPerl[] {
  return [one, two, one, two].map((perl) => perl.eval(code));
}

describe('several interpreters', () => {
  it('share nothing, even while one calls the other', () => {
    const [one, two] = pair();
    one.eval('$x = "one"; sub name { "first" }');
    two.eval('$x = "two"; $_ = "topic"');
    two.define('ask', () => one.eval('"ab" =~ /(b)/; "$x $1 " . name()'));
    expect(two.eval('"xyz" =~ /(y)/; my $answer = ask(); "$answer $x $1 $_"')).toBe('one b first two y topic');
    expect(() => two.call('name')).toThrow(PerlError);
    expect(one.eval('$!{ENOENT} + ($! = 2)')).toBe(2);
    expect(two.eval('$! + 0')).toBe(0);
  });

  it('have options of their own', () => {
    const one = collecting({
      argv: ['a'],
      env: { TZ: 'Asia/Tokyo' },
      warnings: true,
      failedGet: 'minusOne',
      scriptName: 'x',
    });
    const two = collecting({ argv: ['b', 'c'], env: { TZ: 'UTC' }, include: ['/somewhere'] });
    const both: [Perl, Perl] = [one.perl, two.perl];
    expect(byTurns(both, '"@ARGV"')).toEqual(['a', 'b c', 'a', 'b c']);
    expect(byTurns(both, '(localtime 0)[2]')).toEqual([9, 0, 9, 0]);
    expect(byTurns(both, '$0')).toEqual(['x', '-e', 'x', '-e']);
    expect(byTurns(both, '$INC[0] eq "/somewhere" ? 1 : 0')).toEqual([0, 1, 0, 1]);
    expect(byTurns(both, 'defined shmget(-9, 1, 0) ? 1 : 0')).toEqual([1, 0, 1, 0]);
    byTurns(both, 'my $undef; print "$undef|"; 1');
    expect([one.out(), two.out(), two.err()]).toEqual(['||', '||', '']);
    expect(one.err().match(/uninitialized value \$undef/g)).toHaveLength(2);
  });

  it('have kernels, segments and addresses of their own', () => {
    const [one, two] = pair({ kernel: new MemoryKernel() }, { kernel: new MemoryKernel() });
    const attach =
      'use IPC::SysV qw(shmat); my $id = shmget(1, 9, 01600); shmwrite($id, $text, 0, 9); $at = shmat($id, undef, 0)';
    for (const [perl, text] of [
      [one, 'first'],
      [two, 'other'],
    ] as const) {
      perl.set('$text', text);
      perl.eval(attach);
    }
    expect(byTurns([one, two], 'unpack "P5", $at')).toEqual(['first', 'other', 'first', 'other']);
  });

  it('count their own evals, and know their own categories of warnings', () => {
    const [one, two] = pair();
    one.eval('eval "1" for 1 .. 5; package Category; use warnings::register; 1');
    expect(two.eval('eval "die"; $@')).toBe('Died at (eval 2) line 1.\n');
    expect(() => two.eval('use warnings "Category"; 1')).toThrow("Unknown warnings category 'Category'");
    expect(one.eval('use warnings "Category"; 1')).toBe(1);
  });

  it('go on where they were: random numbers, iterators, globs, match variables, code in patterns', () => {
    const both = pair();
    const [one, two] = both;
    one.eval('srand 5; %h = (a => 1, b => 2); sub next_name { scalar glob "{1,2,3}" } "ab" =~ /(a)/; 1');
    two.eval('srand 9; %h = (c => 1, d => 2); sub next_name { scalar glob "{x,y,z}" } "cd" =~ /(c)/; 1');
    expect(byTurns(both, 'next_name()')).toEqual(['1', 'x', '2', 'y']);
    const [a, b, c, d] = byTurns(both, 'rand');
    expect([a, c]).toEqual(collecting().perl.evalList('srand 5; (rand, rand)'));
    expect([b, d]).toEqual(collecting().perl.evalList('srand 9; (rand, rand)'));
    expect(byTurns(both, '(each %h)[0] =~ /[ab]/ ? 1 : 2')).toEqual([1, 2, 1, 2]);
    for (const perl of both) perl.eval('sub code { "x" =~ /x(?{ $count++ })/; $count }');
    expect([one.call('code'), one.call('code'), two.call('code'), one.call('code')]).toEqual([1, 2, 1, 3]);
    expect([one.eval('"x" =~ /x(?{ 5 })/; $^R'), two.eval('$^R')]).toEqual([5, 0]);
  });

  it('destroy their own objects, at the end of their own programs', () => {
    const [one, two] = [collecting(), collecting()];
    one.perl.eval('package D; sub new { bless [$_[1]] } sub DESTROY { print "one: $_[0][0]\n" }');
    const held = one.perl.eval('D->new("held by JavaScript")');
    one.perl.define('other', () =>
      two.perl.eval(
        'package D; sub DESTROY { print "two: $_[0][0]\n" } { my $d = bless ["inner"] } $kept = bless ["kept"]; 7',
      ),
    );
    one.perl.eval(
      'sub run { my $d = D->new("lexical"); my $n = other() + @{ D->new("temporary") }; print "$n\n" } run(); 1',
    );
    expect([one.out(), two.out()]).toEqual(['one: temporary\n8\none: lexical\n', 'two: inner\n']);
    two.perl.run('print "two ends\n"');
    expect(two.out()).toBe('two: inner\ntwo ends\ntwo: kept\n');
    expect(one.out()).not.toContain('JavaScript');
    one.perl.run('print "one ends\n"');
    expect(one.out()).toMatch(/one ends\none: held by JavaScript\n$/);
    expect(held).toHaveProperty('className', 'D');
  });

  it('unwind what they have begun when one dies in the other', () => {
    const [one, two] = pair();
    two.eval('sub deep { my $n = shift; local $x = $n; die "at $n\n" if $n == 3; deep($n + 1) }');
    one.define('call_two', () => {
      try {
        return two.call('deep', 1);
      } catch (error) {
        return `caught ${(error as Error).message}`;
      }
    });
    expect(one.eval('sub outer { local $x = "kept"; call_two() . $x . (caller 0)[3] } outer()')).toBe(
      'caught at 3keptmain::outer',
    );
    expect(two.eval('defined $x ? 1 : 0')).toBe(0);
  });
});
