import { describe, expect, it } from 'vitest';
import { MemoryKernel } from '../../kernel-memory/memory-kernel.js';
import { PerlError, PerlExitError } from './errors.js';
import { collecting } from './testing.js';
import { PerlReference } from './values.js';

describe('a program', () => {
  it('prints, reads, warns, runs END blocks and answers a status', () => {
    const { perl, out, err } = collecting({ argv: ['a', 'b'], stdin: 'one\ntwo\n', env: { NAME: 'value' } });
    const status = perl.run(
      'print "@ARGV $ENV{NAME} ", scalar <STDIN>; warn "careful\\n"; END { print "end\\n" } exit 3',
    );
    expect([status, out(), err()]).toEqual([3, 'a b value one\nend\n', 'careful\n']);
  });

  it('has System V IPC from the kernel it is given', () => {
    const kernel = new MemoryKernel();
    const { perl, out } = collecting({ kernel });
    const program =
      'my $id = shmget(77, 10, 01600); shmwrite($id, "data", 0, 10); shmread($id, my $d, 0, 4); print "$id $d"';
    expect([perl.run(program), out()]).toEqual([0, '0 data']);
    expect(new MemoryKernel({ system: kernel.system }).shmget(77, 0, 0)).toBe(0);
  });

  it('dies with the status of perl', () => {
    const { perl, err } = collecting();
    expect(perl.run('die "no\\n"')).toBe(255);
    expect(err()).toBe('no\n');
  });
});

describe('values', () => {
  const { perl } = collecting();

  it('come from Perl', () => {
    expect(perl.eval('+{ list => [1, 2.5, "x"], undef => undef, big => 9223372036854775807 }')).toEqual({
      list: [1, 2.5, 'x'],
      undef: undefined,
      big: 9223372036854775807n,
    });
    expect(perl.evalList('(1 .. 3, "a")')).toEqual([1, 2, 3, 'a']);
    expect(perl.eval('my @a = (1); push @a, \\@a; \\@a')).toHaveProperty('1.1.0', 1);
  });

  it('go to Perl', () => {
    perl.set('@list', [1, [2, 3], { key: 'value' }, null, true, false, new Uint8Array([0, 255])]);
    expect(
      perl.eval('join "|", $list[1][1], $list[2]{key}, defined $list[3], $list[4], $list[5], ord substr $list[6], 1'),
    ).toBe('3|value||1||255');
    perl.set('%hash', { one: 1 });
    perl.set('$Some::name', '\u{1f600}x');
    expect([perl.eval('$hash{one} + length $Some::name'), perl.get('@list')]).toHaveProperty('0', 3);
    expect([perl.get('%hash'), perl.get('$Some::name')]).toEqual([{ one: 1 }, '\u{1f600}x']);
  });

  it('keep their identity as objects', () => {
    const object = perl.eval(
      'package Counter; sub new { bless { n => $_[1] } } sub next { $_[0]{n}++ } Counter->new(5)',
    );
    expect(object).toBeInstanceOf(PerlReference);
    expect((object as PerlReference).className).toBe('Counter');
    perl.method(object, 'next');
    expect(perl.method(object, 'next')).toBe(6);
  });
});

describe('calls', () => {
  const { perl } = collecting();

  it('of Perl from JavaScript', () => {
    perl.eval('sub add { return $_[0] + $_[1] } sub both { return wantarray ? @_ : "scalar" }');
    expect([perl.call('add', 2, 3), perl.call('both', 1), perl.callList('main::both', 1, 'b')]).toEqual([
      5,
      'scalar',
      [1, 'b'],
    ]);
    const sub = perl.eval('my $n = 0; sub { $n += shift }') as (n: number) => number;
    expect([sub(4), sub(5)]).toEqual([4, 9]);
  });

  it('of JavaScript from Perl', () => {
    perl.define('twice', (value) => Number(value) * 2, '$');
    perl.define('Math::parts', () => [1, 2, 3]);
    expect(perl.eval('join ",", twice 4, Math::parts(), scalar Math::parts()')).toBe('8,1,2,3,3');
    perl.set('$callback', (name) => `hello ${String(name)}`);
    expect(perl.eval('$callback->("perl")')).toBe('hello perl');
  });

  it('with exceptions both ways', () => {
    expect(() => perl.eval('die { code => 7 }')).toThrow(PerlError);
    try {
      perl.eval('die { code => 7 }');
    } catch (error) {
      expect((error as PerlError).value).toEqual({ code: 7 });
    }
    expect(() => perl.call('missing')).toThrow('Undefined subroutine &main::missing called');
    perl.define('fails', () => {
      throw new TypeError('not so');
    });
    expect(perl.eval('eval { fails(); 1 } ? "lived" : $@')).toMatch(/^not so at \(eval \d+\) line 1\.\n$/);
    expect(() => perl.eval('exit 4')).toThrow(PerlExitError);
  });
});
