import { describe, expect, it } from 'vitest';
import { PerlSyntaxError } from './parser-env.js';
import { parseProgram } from './parser.js';
import { TestEnv } from './test-env.js';
import { unparse } from './unparse.js';

const FEATURES = ['say', 'state', 'fc', 'postderef_qq', 'isa'];

function perl(source: string, features = FEATURES): string {
  return unparse(parseProgram(source, 'test.pl', new TestEnv('test.pl', features)).body.body);
}

/** Each source, and the same with every grouping written out. */
function groups(name: string, cases: Record<string, string>): void {
  describe(name, () => {
    for (const [source, expected] of Object.entries(cases)) it(source, () => expect(perl(source)).toBe(`${expected};`));
  });
}

groups('perlop, precedence', {
  '$a + $b * $c ** -$d': '($a + ($b * ($c ** (- $d))))',
  '-2 ** 2': '(- (2 ** 2))',
  '$a ? $b : $c ? $d : $e': '($a ? $b : ($c ? $d : $e))',
  '$a ? $b : $c = 5': '(($a ? $b : $c) = 5)',
  '$x = $y or $z': '(($x = $y) || $z)',
  'not $a || $b': '(! ($a || $b))',
  'not($a) || $b': '((! $a) || $b)',
  '$a < $b <= $c': '($a < $b <= $c)',
  'ref $x eq "A"': "(ref($x) eq 'A')",
  '-s $f > 100': '((-s $f) > 100)',
  '"-" x 60 . "\\n"': '(("-" x 60) . "\\x{a}")'.replace('"-"', "'-'"),
  '(1, 2) x 3': '((1, 2) x 3)',
  '$x = shift // 2': '($x = (shift // 2))',
  '\\&foo': '(\\ &foo)',
  'time - 5': '(time - 5)',
});

groups('perldata and perlref, variables and subscripts', {
  '$h{a}{b}[0]->[1]': "$h{'a'}->{'b'}->[0]->[1]",
  '@{$x}{qw(a b)}': "@$x{(('a', 'b'))}",
  '$#{$x->{l}}': "$#{$x->{'l'}}",
  '$$x[0]': '$x->[0]',
  '$x->@*': '@$x',
  '$h{$a, $b}': '$h{join($;, $a, $b)}',
  '$h{-foo}': "$h{'-foo'}",
  '$h{s}': "$h{'s'}",
  '(stat $f)[2]': '((stat($f)))[2]',
  '*foo{IO}': "*foo{'IO'}",
  "$Foo'bar": '$Foo::bar',
});

groups('calls', {
  'new Foo(1)->bar': "'Foo'->new(1)->bar",
  'new Foo': "'Foo'->new",
  'print STDERR "x"': "print(STDERR 'x')",
  'print $fh "x"': "print({$fh} 'x')",
  'print $x - 1': 'print(($x - 1))',
  'print {$ok ? $a : $b} 1': 'print({($ok ? $a : $b)} 1)',
  'map { $_ => 1 } @x': 'map({; ($_, 1); } @x)',
  'map +{ a => $_ }, @x': "map(+{'a', $_}, @x)",
  'map { "$_" => 1 }, @x': 'map(+{"${_}", 1}, @x)',
  'sort { $a <=> $b } @x': 'sort({ ($a <=> $b); } @x)',
  'sort by @x': 'sort(by @x)',
  '$x->$m(1)': '$x->$m(1)',
  'grep { -d } @x': 'grep({; (-d ); } @x)',
  'open(FH, "<", $x) || die': '(open(FH, "\\x{3c}", $x) || die)',
});

groups('quotes', {
  '"a$x->{k}[0]b"': `"a$x->{'k'}->[0]b"`,
  '"$x->m"': '"${x}-\\x{3e}m"',
  '"${x}[0]"': '"${x}\\x{5b}0\\x{5d}"',
  '"@{[1 + 2]}"': '"@{[(1 + 2)]}"',
  '"$x::y $x: "': '"${x::y} ${x}: "',
  '"\\u\\L$x"': '"\\u\\L${x}\\E"',
  '/^$x$/': 'm\x01^${x}$\x01',
  '/$x[abc]/': 'm\x01${x}[abc]\x01',
  '/$x[0]{3}/': 'm\x01$x[0]{3}\x01',
  's{a} {b}g': 's\x01a\x01b\x01g',
  'y/a-z//cd': 'tr\x01a-z\x01\x01cd',
  'split /,/, $x / 2': 'split(m\x01,\x01, ($x / 2))',
});

describe('here-documents', () => {
  it('lifts several bodies of one line', () => {
    expect(perl("print <<A . 'x', <<'B';\na $x\nA\nb $y\nB\nprint 1;")).toBe(
      'print(("a ${x}\\x{a}" . \'x\'), "b \\x{24}y\\x{a}");\nprint(1);',
    );
  });

  it('keeps line numbers', () => {
    const { body } = parseProgram('print <<A;\na\nA\n\n=pod\n\n=cut\n$x;\n# line 50 "y"\n$y;', 'x', new TestEnv('x'));
    expect(body.body.map((stmt) => stmt.line)).toEqual([1, 8, 50]);
  });

  it('takes off common indentation', () => {
    expect(perl('print <<~E;\n    a\n      b\n    E\n')).toBe('print("a\\x{a}  b\\x{a}");');
  });
});

describe('the surroundings', () => {
  it('are told in source order', () => {
    const env = new TestEnv('x');
    parseProgram('use constant X => 1; sub f($) { my $y } BEGIN { f X / 2, 1 } my ($a, @b);', 'x', env);
    expect(env.events).toEqual(['use constant', 'sub f($)', 'my $y', 'define f', 'BEGIN', 'my $a,@b']);
  });

  it('decide how operands are read', () => {
    expect(perl('sub one($) { } @x = (one $a, 2);')).toContain('(one($a), 2)');
    expect(perl('sub try(&;@) { } try { 1 } 2;')).toContain('try(sub  { 1; }, 2)');
    expect(perl('use constant PI => 3; $x = PI / 2;')).toContain('(PI() / 2)');
  });
});

function syntaxError(source: string): string {
  try {
    parseProgram(source, '-e', new TestEnv('-e'));
  } catch (error) {
    if (error instanceof PerlSyntaxError) return `${error.message}|${error.line}|${error.near}`;
    throw error;
  }
  return 'none';
}

describe('warnings of the text', () => {
  const cases: Record<string, string> = {
    'print (1) + 2;': 'syntax: print (...) interpreted as function',
    '@x = qw(a,b c);': 'qw: Possible attempt to separate words with commas',
    '$x = "\\y";': 'misc: Unrecognized escape \\y passed through',
    '$x = @y[0];': 'syntax: Scalar value @y[0] better written as $y[0]',
    '$x = @h{"a"};': 'syntax: Scalar value @h{"a"} better written as $h{"a"}',
  };
  for (const [source, expected] of Object.entries(cases)) {
    it(source, () => {
      const env = new TestEnv('x');
      parseProgram(source, 'x', env);
      expect(env.events).toEqual([`warn ${expected}`]);
    });
  }
});

describe('errors in the words of perl', () => {
  const cases: Record<string, string> = {
    'my $x = ;': 'syntax error|1|= ;',
    "\nprint 'a' 'b';": "syntax error|2|'a' 'b'",
    '$x = (1, 2;': 'syntax error|1|2;',
    'if $x { 1 }': 'syntax error|1|if $x',
    'print "foo;': `Can't find string terminator '"' anywhere before EOF|1|null`,
    '$x = <<EOT; foo': `Can't find string terminator "EOT" anywhere before EOF|1|null`,
    's/a/b;': 'Substitution replacement not terminated|1|null',
    'sub f { 1': 'Missing right curly or square bracket|1|\n',
    'rename 1;': 'Not enough arguments for rename|1|1;',
    'ord(1, 2);': 'Too many arguments for ord|1|2)',
    'sub f($$) { } f(1);': 'Not enough arguments for main::f|1|1)',
    'my $1;': `Can't use global $1 in "my"|1|my $1`,
  };
  for (const [source, expected] of Object.entries(cases)) it(source, () => expect(syntaxError(source)).toBe(expected));
});
