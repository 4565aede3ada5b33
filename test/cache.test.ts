/** Programs run the same with and without the cache of compiled files, whatever state the cache is in. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const command = join(import.meta.dirname, '../bin/perl-sysv');
let base: string;

beforeEach(() => {
  base = mkdtempSync(`${tmpdir()}/cache-test-`);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const environment = () => ({ ...process.env, XDG_CACHE_HOME: `${base}/cache`, PERL5LIB: base });

function run(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', env: environment() });
  return `${stdout}${stderr}${status}`;
}

function write(name: string, text: string): string {
  writeFileSync(`${base}/${name}`, text);
  return `${base}/${name}`;
}

/** Every file of the cache. */
function entries(): string[] {
  return readdirSync(`${base}/cache`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${base}/cache/${name}`)
    .filter((path) => statSync(path).isFile());
}

/** The same output from a program that is compiled, loaded, and loaded with V8's code. */
function expectEach(output: string, ...args: string[]): void {
  for (let i = 0; i < 3; i++) expect(run(...args)).toBe(output);
  expect(run('--no-cache', ...args)).toBe(output);
}

test('a compiled file is used again', () => {
  const program = write('a.pl', 'print "hello\\n"; exit 3');
  expect(run(program)).toBe('hello\n3');
  expect(entries().filter((path) => path.endsWith('.program'))).toHaveLength(1);
  expectEach('hello\n3', program);
  write('a.pl', 'print "hallo\\n"; exit 4');
  expectEach('hallo\n4', program);
});

/** The parts of the command that a program has loaded (tools/bundle.mjs). */
function partsLoadedBy(program: string): string[] {
  run('-e', program);
  return entries()
    .map((path) => /(\w+)\.code$/.exec(path)?.[1] ?? '')
    .filter((name) => /^[a-z]+$/.test(name))
    .sort();
}

test('a plain program loads nothing but core and compiler', () => {
  const plain = 'my %h = map { $_ => lc } "A" .. "C"; printf "%s\\n", join ",", sort values %h';
  expect(partsLoadedBy(plain)).toEqual(['compiler', 'core']);
  expect(partsLoadedBy('print scalar getpwuid 0')).toEqual(['compiler', 'core', 'network']);
});

test('nothing is kept with --no-cache', () => {
  expect(run('--no-cache', '-e', 'print 1')).toBe('10');
  expect(readdirSync(base)).not.toContain('cache');
});

test('everything that happens at compile time happens again', () => {
  const program = write(
    'a.pl',
    `
    use strict; use warnings; my @seen; BEGIN { push @seen, 'begin' }
    my $lexical; BEGIN { $lexical = 5 } sub counter { return $lexical++ }
    use constant { ONE => 1, LIST => [1, 2] }; use Scalar::Util qw(blessed);
    sub proto(\\@) { scalar @{$_[0]} } my @three = (1, 2, 3); print proto(@three), ONE, counter(), counter(), "\\n";
    INIT { push @seen, 'init' } END { print "end @seen\\n" } CHECK { push @seen, 'check' }
    package Other { our $x = 7; sub new { bless {}, shift } } print blessed(Other->new), $Other::x, "\\n";
    my $n = 4; print eval '$n + $lexical + ONE', "\\n"; print __FILE__ =~ /a.pl$/ ? 1 : 0, __LINE__, "\\n";
    { no strict 'refs'; *{"main::made"} = sub { 'made' } } print main->can('made')->(), "\\n"; print <DATA>; warn "so";
__DATA__
data
`,
  );
  const output = run('--no-cache', program);
  expect(output).toContain('3156\n');
  expectEach(output, program);
});

test('eval STRING sees the lexicals of a loaded file', () => {
  const program = write(
    'a.pl',
    `use strict; my @list = (1, 2); our $global = 3; sub f { my ($x) = @_; my %h = (k => $x);
    return eval 'my $y = $x + $list[1]; $h{k} += $global; sub { $y + $h{k} + eval q($y) }' } print f(5)->(), "\\n";
    print eval { eval 'die { code => 7 }' or die $@ } // $@->{code}, "\\n"; my $s = eval 'sub { @list = (9) }'; $s->(); print "@list\\n"`,
  );
  expectEach('22\n7\n9\n0', program);
});

test('undefined values keep their names', () => {
  const program = write(
    'a.pl',
    'use warnings; my @a = (undef, undef); my %h = (k => undef); my $i = 1; my $x = $a[$i] . $h{k}; $x = 1 + ($i ? $a[0] : 1);',
  );
  const output = run('--no-cache', program);
  expect(output).toContain('$a[1]');
  expectEach(output, program);
});

test('a file is compiled anew where what it saw has changed', () => {
  const program = write(
    'a.pl',
    'BEGIN { print "begin\\n" } use Names; my $n = 1; sub f { $n++ } BEGIN { f() } print VALUE, " $n ", name(1), "\\n"; print join ",", list 1, 2;',
  );
  const module = (value: number, prototype: string): string => `package Names; require Exporter; our @ISA = 'Exporter';
    our @EXPORT = qw(VALUE name list); use constant VALUE => ${value}; sub name { "name@_" } sub list${prototype} { "list@_" } 1;`;
  write('Names.pm', module(1, ''));
  expectEach('begin\n1 1 name1\nlist1 20', program);
  write('Names.pm', module(2, ''));
  expectEach('begin\n2 1 name1\nlist1 20', program);
  write('Names.pm', module(2, '($)'));
  expectEach('begin\n2 1 name1\nlist1,20', program);
});

test('pragmas that a module decides on by itself', () => {
  const program = write('a.pl', 'use Mine; my @a = (1); my $r = "name"; print "a"; print eval { @$r; 1 } ? 1 : 0;');
  write('Mine.pm', 'package Mine; sub import { strict->import if $ENV{MINE} } 1;');
  expectEach('a10', program);
  process.env['MINE'] = '1';
  try {
    expectEach('a00', program);
  } finally {
    delete process.env['MINE'];
  }
  expectEach('a10', program);
});

test('warnings of the compiler are given each time', () => {
  const program = write('a.pl', 'use warnings; my $x = 1; my $x = 2; print $x;');
  const output = run('--no-cache', program);
  expect(output).toContain('masks earlier declaration');
  expectEach(output, program);
});

test('a cache that can not be written, and damaged entries', () => {
  const program = write('a.pl', 'use Symbol; print ref gensym;');
  const output = 'GLOB0';
  expectEach(output, program);
  for (const path of entries()) writeFileSync(path, readFileSync(path).subarray(0, 100));
  expectEach(output, program);
  for (const path of entries()) writeFileSync(path, Buffer.alloc(statSync(path).size, 'x'));
  expectEach(output, program);
  rmSync(`${base}/cache`, { recursive: true });
  writeFileSync(`${base}/cache`, '');
  expectEach(output, program);
  rmSync(`${base}/cache`);
  write('cache', '');
  chmodSync(`${base}/cache`, 0o400);
  expectEach(output, program);
}, 120_000);

test('many processes begin with an empty cache', async () => {
  const program = write(
    'a.pl',
    'use List::Util "sum"; use File::Spec; print sum(1 .. 4), File::Spec->catfile("a", "b");',
  );
  const outputs = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const child = spawn(command, [program], { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
      let text = '';
      child.stdout.on('data', (data) => (text += data));
      await new Promise((resolve) => child.on('close', resolve));
      return text;
    }),
  );
  expect(new Set(outputs)).toEqual(new Set(['10a/b']));
  expect(entries().filter((path) => path.endsWith('.new'))).toEqual([]);
}, 120_000);
