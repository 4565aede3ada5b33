/** Test Anything Protocol as Test::More writes it (Test2::Formatter::TAP): single tests, those of subtests included. */

export type Verdict = 'passed' | 'failed' | 'skipped';

/** One test that has no tests inside. */
export interface SingleTest {
  /** The names of the subtests around it and its own, joined by ' / '. */
  readonly name: string;
  readonly verdict: Verdict;
}

export interface Results {
  readonly tests: readonly SingleTest[];
  /** Whether the program came to its plan, and ran as many tests as that says. */
  readonly complete: boolean;
}

const testLine = /^( *)(not )?ok\b(?: \d+)?(?: - )?(.*)$/;
const directive = /(?:^|[^\\])# *(SKIP|TODO)\b/i;
const planLine = /^1\.\.(\d+)/;

function verdictOf(failed: boolean, mark: string | undefined): Verdict {
  if (mark === 'SKIP') return 'skipped';
  return failed && mark !== 'TODO' ? 'failed' : 'passed';
}

/** Reads the output of one test program. */
export function readTap(stdout: string): Results {
  const open: SingleTest[][] = []; // by depth: the tests of a subtest whose own line is still to come
  let plan: number | undefined;
  let outermost = 0;
  for (const line of stdout.split('\n')) {
    const planned = planLine.exec(line);
    if (planned !== null) plan = Number(planned[1]);
    const found = testLine.exec(line);
    if (found === null) continue;
    const [, indent = '', not, text = ''] = found;
    const depth = Math.floor(indent.length / 4);
    if (depth === 0) outermost++;
    const name = text.replace(directive, '').trim();
    const inside = open.splice(depth + 1).flat();
    const own: SingleTest[] =
      inside.length > 0
        ? inside.map((test) => ({ ...test, name: `${name} / ${test.name}` }))
        : [{ name, verdict: verdictOf(not !== undefined, directive.exec(text)?.[1]?.toUpperCase()) }];
    for (let i = open.length; i <= depth; i++) open.push([]);
    open[depth]?.push(...own);
  }
  return { tests: open.flat(), complete: plan !== undefined && plan === outermost };
}
