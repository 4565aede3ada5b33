/** Which programs count, and what they then see. */
import { expect, test } from 'vitest';
import { Perl } from '../embedding/perl.js';

function outputOf(program: string): string {
  const out: Uint8Array[] = [];
  const perl = new Perl({ stdout: (bytes) => out.push(bytes), stderr: () => {}, env: {} });
  perl.run(program);
  return Buffer.concat(out).toString();
}

const loud = 'package Loud { sub new { bless { name => $_[1] } } sub DESTROY { print "-$_[0]{name} " } } ';

test('a lexical ends with its block', () => {
  expect(outputOf(`${loud} { my $x = Loud->new('a'); print 'in ' } print 'out ';`)).toBe('in -a out ');
});

test('a temporary ends with its statement', () => {
  expect(outputOf(`${loud} Loud->new('a'); print 'next '; my $n = Loud->new('b')->{name}; print 'end ';`)).toBe(
    '-a next -b end ',
  );
});

test('what an exception leaves behind ends before the eval is over', () => {
  expect(outputOf(`${loud} eval { my $x = Loud->new('a'); die "no\\n" }; print "got $@";`)).toBe('-a got no\n');
});

test('counting may begin while the program runs', () => {
  expect(outputOf(`eval q{${loud}}; { my $x = Loud->new('a') } print 'end ';`)).toContain('-a ');
});

test('an empty destructor counts nothing', () => {
  expect(outputOf('package Quiet { sub DESTROY {} } my $x = bless [], "Quiet"; undef $x; print "end"')).toBe('end');
});

test('a call that dies lets go of what its sub held', () => {
  expect(outputOf(`${loud} sub f { my $x = Loud->new('a'); die "no\\n" } eval { f(); 1 } or print 'caught ';`)).toBe(
    '-a caught ',
  );
});
