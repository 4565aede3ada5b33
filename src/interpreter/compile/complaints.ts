/** All that perl says when a compilation fails: the complaints in the order of the text, and how they end (perldiag). */

function lineOf(complaint: string): number {
  return Number(/ line (\d+)(?:\.|, (?:near|at) .*)\n$/s.exec(complaint)?.[1] ?? 0);
}

/** `read`: what was found on the way through the text, in perl's order; the others go where their lines are. */
export function inOrder(read: readonly string[], others: readonly string[]): string {
  if (others.length === 0) return read.join('');
  const late = (text: string): number => (text.startsWith('Bareword') ? Number.POSITIVE_INFINITY : lineOf(text));
  return [...read, ...others].sort((a, b) => late(a) - late(b)).join('');
}

/** `begins`: the lines of what would run during the compilation; perl does not go on past the first after an error. */
export function complaintsText(
  complaints: readonly string[],
  begins: readonly number[],
  file: string,
  ending: string,
): string {
  const sorted = [...complaints].sort((a, b) => lineOf(a) - lineOf(b));
  if (sorted.some((text) => lineOf(text) === 0)) return complaints.join('') + ending;
  const first = lineOf(sorted[0] ?? '');
  const stop = begins.filter((line) => line > first).sort((a, b) => a - b)[0];
  const seen = stop === undefined ? sorted : sorted.filter((text) => lineOf(text) <= stop);
  if (stop === undefined) return seen.join('') + ending;
  return `${seen.join('')}BEGIN not safe after errors--compilation aborted at ${file} line ${stop}.\n`;
}
