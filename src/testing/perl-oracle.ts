/**
 * For tests: real perl as the judge, and a stand-in interpreter that records warnings. One perl child answers a whole
 * batch of questions.
 */
import { spawnSync } from 'node:child_process';
import { type ActivePerl, setActive } from '../runtime/active.js';
import { PerlDie } from '../runtime/exceptions.js';
import type { PerlValue } from '../runtime/value.js';

/** Is there a perl to ask? */
export const hasPerl = spawnSync('perl', ['-e', '1']).status === 0;

/** Run a program; its standard output as a byte string. */
export function runPerl(program: string, env: Record<string, string> = {}): string {
  const child = spawnSync('perl', ['-'], {
    input: Buffer.from(program, 'latin1'),
    encoding: 'latin1',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  });
  if (child.status !== 0) throw new Error(`perl failed: ${child.stderr}`);
  return child.stdout;
}

/**
 * Evaluate many Perl expressions; one answer line each: the value (undef for undef), then warnings, then the exception,
 * each introduced by ` !`. Places are cut off.
 */
export function askPerl(expressions: readonly string[], prelude = ''): string[] {
  const program = `${prelude}
use warnings; no warnings qw(once void);
my @w; $SIG{__WARN__} = sub { push @w, $_[0] =~ s/ at \\S+(?: \\S+)? line \\d+.*//sr };
$/ = "\\x1e"; binmode STDOUT;
while (my $e = <DATA>) { chomp $e; next if $e =~ /^\\s*\\z/;
  @w = (); my @r = eval $e; my $err = $@;
  my $t = join '|', map { defined $_ ? $_ : 'undef' } @r;
  $t .= " !$_" for @w; $t .= " !!" . ($err =~ s/ at \\S+(?: \\S+)? line \\d+.*//sr) if $err ne '';
  $t = join '', map { ord > 255 ? sprintf '<%x>', ord : $_ } split //, $t;
  print $t, "\\x1e";
}
__DATA__
${expressions.map((e) => `${e}\x1e`).join('')}`;
  return runPerl(program).split('\x1e').slice(0, -1);
}

/** An ActivePerl that keeps warnings and throws PerlDie. */
class RecordingPerl implements ActivePerl {
  readonly warnings: string[] = [];
  warns(): boolean {
    return true;
  }
  warn(_category: string, message: string): void {
    this.warnings.push(message);
  }
  uninitialized(op: number | string): void {
    this.warnings.push(`Use of uninitialized value in ${op}`);
  }
  opText(op: number | string): string {
    return String(op);
  }
  die(message: string): never {
    throw new PerlDie(message);
  }
  call(): never {
    throw new Error('no subs here');
  }
  callMethod(): never {
    throw new Error('no methods here');
  }
}

/** What our side answers, in the form of askPerl. `show` makes text of the value. */
export function answer(compute: () => PerlValue | PerlValue[], show: (v: PerlValue) => string): string {
  const perl = new RecordingPerl();
  const before = setActive(perl);
  try {
    const r = compute();
    const values = Array.isArray(r) ? r : [r];
    const text = values.map((v) => (v === undefined ? 'undef' : show(v))).join('|');
    return escapeWide(text + perl.warnings.map((w) => ` !${w}`).join(''));
  } catch (e) {
    if (!(e instanceof PerlDie)) throw e;
    return escapeWide(`${perl.warnings.map((w) => ` !${w}`).join('')} !!${String(e.value)}`);
  } finally {
    setActive(before);
  }
}

function escapeWide(text: string): string {
  return Array.from(text, (c) => (c.codePointAt(0)! > 0xff ? `<${c.codePointAt(0)!.toString(16)}>` : c)).join('');
}

/** Fails with the first of the questions on which perl and we differ. */
export function agree(questions: readonly string[], theirs: readonly string[], ours: readonly string[]): void {
  const wrong = questions.flatMap((q, i) =>
    theirs[i] === ours[i] ? [] : [`${q}  perl: ${theirs[i]}  here: ${ours[i]}`],
  );
  if (wrong.length > 0)
    throw new Error(`${wrong.length} of ${questions.length} differ:\n${wrong.slice(0, 60).join('\n')}`);
}
