/** String and list functions: each line is run by real perl and here, and must give the same values and warnings. */
import { expect, it } from 'vitest';
import { setActive } from '../../runtime/active.js';
import { PerlArray } from '../../runtime/array.js';
import { noteAstral } from '../../runtime/astral.js';
import { str } from '../../runtime/convert.js';
import { PerlDie } from '../../runtime/exceptions.js';
import { ReadonlyScalar, Scalar } from '../../runtime/scalar.js';
import { LIST, SCALAR, ScalarRef, type PerlValue } from '../../runtime/value.js';
import { Interp } from '../core/interp.js';
import { askPerl } from '../regexp/testing.js';
import { join, reverse } from './lists.js';
import { fc, lc, lcfirst, quotemeta, uc, ucfirst } from './strings-case.js';
import { chomp, chop } from './strings-chomp.js';
import { chr, index, length, ord, rindex } from './strings-search.js';
import { substr, substrLvalue, substrReplace } from './strings-substr.js';
import { installUtf8 } from './strings-utf8.js';

type Answer = PerlValue[];
const perl = new Interp();
perl.warnAll = true;
const box = (v: PerlValue): Scalar => new Scalar(v);
const hello = 'hello';

/** Call a sub of package utf8; the variable afterwards. */
function utf8(name: string, target: Scalar, ...rest: PerlValue[]): PerlValue {
  return perl.callSub(
    perl.glob(`utf8::${name}`).c!,
    new PerlArray([target, ...rest] as PerlValue[]),
    SCALAR,
  ) as PerlValue;
}
const truth = (v: PerlValue): number => (v === 1 ? 1 : 0);

function replaced(text: PerlValue, offset: PerlValue, size: PerlValue, part: PerlValue): Answer {
  const target = box(text);
  return [substrReplace('substr', target, offset, size, part), target.v];
}
function window(
  text: PerlValue,
  offset: number,
  size: number | undefined,
  use: (w: Scalar, x: Scalar) => Answer,
): Answer {
  const target = box(text);
  return use(substrLvalue(target, offset, size, size === undefined ? 2 : 3), target);
}
function cut(fn: typeof chomp | typeof chop, ...values: PerlValue[]): Answer {
  const targets = values.map(box);
  return [fn(`scalar ${fn.name}`, targets), ...targets.map((t) => t.v)];
}
function separated(separator: PerlValue, text: string): Answer {
  const rs = perl.scalar('main::/');
  const before = rs.v;
  rs.v = separator;
  try {
    return cut(chomp, text);
  } finally {
    rs.v = before;
  }
}

/** [Perl, the same here] */
const lines: [string, () => Answer][] = [
  [
    'substr("hello", 5, 1), substr("hello", -6, 2), substr("hello", -6, 1), substr("hello", -8)',
    () => [
      substr('substr', hello, 5, 1),
      substr('substr', hello, -6, 2),
      substr('substr', hello, -6, 1),
      substr('substr', hello, -8),
    ],
  ],
  ['substr("hello", 6, 1)', () => [substr('substr', hello, 6, 1)]],
  ['substr("hello", -7, 1)', () => [substr('substr', hello, -7, 1)]],
  ['substr("hello", 6, -2)', () => [substr('substr', hello, 6, -2)]],
  [
    'map substr("hello", $_->[0], $_->[1]), [1,-1],[1,-9],[3,-2],[4,-2],[-3,-5],[-2,5],[1.9,1.9]',
    () =>
      [
        [1, -1],
        [1, -9],
        [3, -2],
        [4, -2],
        [-3, -5],
        [-2, 5],
        [1.9, 1.9],
      ].map(([a, b]) => substr('substr', hello, a, b)),
  ],
  [
    'substr($u, 0, 1), substr("hello", 0, $u)',
    () => [substr('substr', undefined, 0, 1), substr('substr', hello, 0, undefined)],
  ],
  ['my $x = "hello"; my $r = substr($x, 1, 2, "XYZ"); ($r, $x)', () => replaced(hello, 1, 2, 'XYZ')],
  ['my $x = "hello"; my $r = substr($x, 5, 0, "!"); ($r, $x)', () => replaced(hello, 5, 0, '!')],
  ['my $x = "hello"; my $r = substr($x, 6, 1, "!"); ($r, $x)', () => replaced(hello, 6, 1, '!')],
  ['my $x; my $r = substr($x, 0, 0, "!"); ($r, $x)', () => replaced(undefined, 0, 0, '!')],
  ['my $x = "abc"; my $r = substr($x, 0, 1, undef); ($r, $x)', () => replaced('abc', 0, 1, undefined)],
  ['my $x = "hello"; substr($x, 1, 2) = "Q"; $x', () => window(hello, 1, 2, (w, x) => ((w.v = 'Q'), [x.v]))],
  ['my $x = "hello"; substr($x, 6, 1) = "Q"; $x', () => window(hello, 6, 1, (w, x) => ((w.v = 'Q'), [x.v]))],
  ['my $x = "hello"; substr($x, 5, 1) = "Q"; $x', () => window(hello, 5, 1, (w, x) => ((w.v = 'Q'), [x.v]))],
  ['my $x = "hello"; my $r = \\substr($x, 6, 1); $$r', () => window(hello, 6, 1, (w) => [w.v])],
  [
    'my $x = "hello"; my $r = \\substr($x, 1, 2); $$r = "1234"; my $a = $$r; $$r = "x"; ($a, $x, $$r)',
    () => window(hello, 1, 2, (w, x) => ((w.v = '1234'), [w.v, ((w.v = 'x'), x.v), w.v])),
  ],
  [
    'my $x = "hello"; my $r = \\substr($x, 1, -1); $$r = "1234567"; my $a = $$r; $x = "abcdefghijk"; ($a, $$r)',
    () => window(hello, 1, -1, (w, x) => ((w.v = '1234567'), [w.v, ((x.v = 'abcdefghijk'), w.v)])),
  ],
  [
    'my $x = "hello"; my $r = \\substr($x, -2, 1); $$r = "QQ"; ($x, $$r)',
    () => window(hello, -2, 1, (w, x) => ((w.v = 'QQ'), [x.v, w.v])),
  ],
  [
    'map(index("hello", $_->[0], $_->[1]), ["l",0],["l",3],["l",-5],["l",9],["",0],["",3],["",9],["z",0]), index("", "a"), index("", "")',
    () => [
      ...(
        [
          ['l', 0],
          ['l', 3],
          ['l', -5],
          ['l', 9],
          ['', 0],
          ['', 3],
          ['', 9],
          ['z', 0],
        ] as const
      ).map(([a, b]) => index('index', hello, a, b)),
      index('index', '', 'a'),
      index('index', '', ''),
    ],
  ],
  [
    'map(rindex("hello", $_->[0], $_->[1]), ["l",2],["l",-1],["h",-1],["",2],["",9],["z",9],["l",1],["",-1]), rindex("hello", "l"), rindex("hello", "")',
    () => [
      ...(
        [
          ['l', 2],
          ['l', -1],
          ['h', -1],
          ['', 2],
          ['', 9],
          ['z', 9],
          ['l', 1],
          ['', -1],
        ] as const
      ).map(([a, b]) => rindex('rindex', hello, a, b)),
      rindex('rindex', hello, 'l'),
      rindex('rindex', hello, ''),
    ],
  ],
  [
    'index($u, "a"), index("a", $u), index("a", "a", $u)',
    () => [index('index', undefined, 'a'), index('index', 'a', undefined), index('index', 'a', 'a', undefined)],
  ],
  [
    'index("\\x{1F600}a\\x{1F600}b", "b"), rindex("\\x{1F600}a\\x{1F600}", "\\x{1F600}"), length("\\x{1F600}a"), substr("\\x{1F600}ab", 1, 1), ord("\\x{1F600}")',
    () => [
      index('', '😀a😀b', 'b'),
      rindex('', '😀a😀', '😀'),
      length('', '😀a'),
      substr('', '😀ab', 1, 1),
      ord('', '😀'),
    ],
  ],
  [
    'lc($u), lc("\\xc9A"), lc("\\x{130}"), lc("A\\x{3a3}"), lc(1.50)',
    () => [lc('lc', undefined), lc('lc', '\xc9A'), lc('lc', '\u0130'), lc('lc', 'A\u03a3'), lc('lc', 1.5)],
  ],
  [
    'uc("\\xe9a"), uc("\\xdf"), uc("\\xe9\\x{101}"), uc("\\xdf\\x{101}"), uc("\\x{149}")',
    () => ['\xe9a', '\xdf', '\xe9\u0101', '\xdf\u0101', '\u0149'].map((v) => uc('uc', v)),
  ],
  [
    'ucfirst("abc"), ucfirst(""), ucfirst("\\xe9"), ucfirst("\\x{1c6}"), ucfirst("\\xe9\\x{101}"), ucfirst("\\xdf\\x{101}"), ucfirst($u)',
    () => ['abc', '', '\xe9', '\u01c6', '\xe9\u0101', '\xdf\u0101', undefined].map((v) => ucfirst('ucfirst', v)),
  ],
  ['lcfirst("ABC"), lcfirst("\\x{391}B")', () => [lcfirst('lcfirst', 'ABC'), lcfirst('lcfirst', '\u0391B')]],
  ['CORE::fc("ABC"), CORE::fc("\\xdf\\x{100}")', () => [fc('fc', 'ABC'), fc('fc', '\xdf\u0100')]],
  [
    'length($u), length(""), length(12), ord(""), ord("\\x{100}"), ord($u)',
    () => [
      length('', undefined),
      length('', ''),
      length('', 12),
      ord('ord', ''),
      ord('ord', '\u0100'),
      ord('ord', undefined),
    ],
  ],
  ['map chr, 65, 256, 65.9, -1, 0x1F600', () => [65, 256, 65.9, -1, 0x1f600].map((v) => chr('chr', v))],
  ['chr($u)', () => [chr('chr', undefined)]],
  ['chr("inf")', () => [chr('chr', Infinity)]],
  ['scalar reverse("abc", "def")', () => [reverse('reverse', SCALAR, ['abc', 'def']) as PerlValue]],
  ['scalar reverse($u, "a\\x{1F600}")', () => [reverse('reverse', SCALAR, [undefined, 'a😀']) as PerlValue]],
  [
    'local $_ = "xyz"; scalar reverse()',
    () => ((perl.scalar('main::_').v = 'xyz'), [reverse('reverse', SCALAR, []) as PerlValue]),
  ],
  ['reverse(1, 2, 3)', () => reverse('reverse', LIST, [1, 2, 3]) as PerlValue[]],
  ['join(",", 1, $u, 3)', () => [join('join or string', ',', [1, undefined, 3])]],
  [
    'join($u, 1, 2), join($u, 1)',
    () => [join('join or string', undefined, [1, 2]), join('join or string', undefined, [1])],
  ],
  ['join($u)', () => [join('join or string', undefined, [])]],
  [
    'quotemeta("a.b[c]\\xe9 _\\n"), quotemeta("\\x{100}\\xe9 \\x{2028}\\xd7"), quotemeta($u)',
    () => [
      quotemeta('quotemeta', 'a.b[c]\xe9 _\n'),
      quotemeta('quotemeta', '\u0100\xe9 \u2028\xd7'),
      quotemeta('quotemeta', undefined),
    ],
  ],
  ['my $x = "abc"; my $r = chop $x; ($r, $x)', () => cut(chop, 'abc')],
  ['my $x = ""; my $r = chop $x; ($r, $x)', () => cut(chop, '')],
  ['my $x; my $r = chop $x; ($r, $x)', () => cut(chop, undefined)],
  ['my @a = ("ab", "cd"); my $r = chop @a; ($r, @a)', () => cut(chop, 'ab', 'cd')],
  ['my $x = "abc\\n\\n"; my $r = chomp $x; ($r, $x)', () => cut(chomp, 'abc\n\n')],
  ['my $x; my $r = chomp $x; ($r, $x)', () => cut(chomp, undefined)],
  ['my @a = ("ab\\n", "cd", "e\\n"); my $r = chomp @a; ($r, @a)', () => cut(chomp, 'ab\n', 'cd', 'e\n')],
  ['local $/ = ""; my $x = "abc\\n\\n\\n"; my $r = chomp $x; ($r, $x)', () => separated('', 'abc\n\n\n')],
  ['local $/; my $x = "abc\\n"; my $r = chomp $x; ($r, $x)', () => separated(undefined, 'abc\n')],
  ['local $/ = "xx"; my $x = "abcxx"; my $r = chomp $x; ($r, $x)', () => separated('xx', 'abcxx')],
  ['local $/ = \\3; my $x = "abc"; my $r = chomp $x; ($r, $x)', () => separated(new ScalarRef(box(3)), 'abc')],
  ['for ("a") { chomp }', () => [chomp('chomp', [new ReadonlyScalar('a')])]],
  [
    'my $x = "\\xe9"; utf8::encode($x); $x',
    () => {
      const x = box('\xe9');
      utf8('encode', x);
      return [x.v];
    },
  ],
  [
    'my $x = "\\x{1F600}\\x{d800}"; utf8::encode($x); $x',
    () => {
      const x = box('😀\ud800');
      utf8('encode', x);
      return [x.v];
    },
  ],
  [
    'map { my $x = $_; ((utf8::decode($x) ? 1 : 0), $x) } "abc", "\\xff", "\\xc4\\x80x", "\\xed\\xa0\\x80", "\\xc0\\x80", "\\xf0\\x9f\\x98\\x80"',
    () =>
      ['abc', '\xff', '\xc4\x80x', '\xed\xa0\x80', '\xc0\x80', '\xf0\x9f\x98\x80'].flatMap((v) => {
        const x = box(v);
        return [truth(utf8('decode', x)), x.v];
      }),
  ],
  [
    'my $x = "\\xe9"; (utf8::is_utf8($x) ? 1 : 0, utf8::upgrade($x), utf8::is_utf8($x) ? 1 : 0, length $x, $x, uc $x)',
    () => {
      const x = box('\xe9');
      return [
        truth(utf8('is_utf8', x)),
        utf8('upgrade', x),
        truth(utf8('is_utf8', x)),
        length('', x.v),
        str(x.v),
        uc('', x.v),
      ];
    },
  ],
  ['my $x = "\\x{100}"; utf8::downgrade($x)', () => [utf8('downgrade', box('\u0100'))]],
  ['my $x = "\\x{100}"; utf8::downgrade($x, 1) ? 1 : 0', () => [truth(utf8('downgrade', box('\u0100'), 1))]],
  [
    'require bytes; bytes::length("\\x{100}a"), bytes::length("\\xe9")',
    () =>
      ['\u0100a', '\xe9'].map(
        (v) => perl.callSub(perl.glob('bytes::length').c!, new PerlArray([v]), SCALAR) as PerlValue,
      ),
  ],
];

/** Texts as code points, so that nothing is lost on the way. */
const shown = (v: PerlValue): string | null =>
  v === undefined ? null : Array.from(str(v), (c) => c.codePointAt(0)!.toString(16)).join('.');

interface Result {
  values: (string | null)[];
  warnings: string[];
  died?: string;
}

function ours(run: () => Answer): Result {
  const warnings: string[] = [];
  perl.writeError = (text) => void warnings.push(text.replace(/ at [^\n]*\n$/, ''));
  try {
    return { values: run().map(shown), warnings };
  } catch (error) {
    if (!(error instanceof PerlDie)) throw error;
    return { values: [], warnings, died: str(error.value).replace(/ at [^\n]*\n$/, '') };
  }
}

it('agrees with perl', () => {
  setActive(perl);
  noteAstral('😀');
  installUtf8((name, fn, prototype) => perl.define(name, fn, prototype));
  perl.scalar('main::/').v = '\n';
  const program = String.raw`use warnings; no strict; my ($u, @w); local $SIG{__WARN__} = sub { push @w, $_[0] };
    local $/ = "\n";
    [map { @w = (); my @v = eval "use warnings; $_"; my $died = $@;
      s/ at \(eval.*//s, s/uninitialized value \$[\w{}]+ in/uninitialized value in/ for @w, $died;
      +{ values => [$died ? () : map { defined ? join(".", map { sprintf "%x", ord } split //) : undef } @v],
         warnings => [@w], ($died ? (died => $died) : ()) } } @$in]`;
  const theirs = askPerl<Result[]>(
    program,
    lines.map(([code]) => code),
  );
  for (const [i, [code, run]] of lines.entries()) expect({ code, ...ours(run) }).toEqual({ code, ...theirs[i] });
});
