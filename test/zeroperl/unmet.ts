/**
 * What a test program did not show: the names of tests that failed or were skipped, those inside a subtest behind the names
 * of what they are in.
 */
export function unmet(tap: string): string[] {
  const found: string[][] = [[]];
  const at = (depth: number): string[] => (found[depth] ??= []);
  for (const line of tap.split('\n')) {
    const [, indent = '', not, name = '', skip] = /^( *)(not )?ok \d+(?: - (.*?))?(?: # (skip.*))?$/i.exec(line) ?? [];
    const depth = indent.length / 4;
    if (/^ +1\.\.0 # SKIP/.test(line)) at(line.search(/\S/) / 4).push('');
    if (!/^ *(?:not )?ok \d/.test(line)) continue;
    const inner = at(depth + 1).splice(0);
    if (inner.length > 0) at(depth).push(...inner.map((test) => (test === '' ? name : `${name}: ${test}`)));
    else if (not !== undefined || skip !== undefined) at(depth).push(name || skip || '');
  }
  return at(0);
}
