/**
 * What is wrong with a test, given how it differs from real perl and why that is known: nothing, the difference, or
 * that the list of known differences is out of date.
 */
export function verdict(difference: string, knownReason: string | undefined): string {
  if (knownReason === undefined) return difference;
  return difference === '' ? 'passes now: remove it from t/known-differences.txt' : '';
}

/** The first line in which two outputs differ, with the line of either; the empty string if none does. */
export function firstDifference(expected: readonly string[], got: readonly string[]): string {
  const length = Math.max(expected.length, got.length);
  for (let i = 0; i < length; i++) {
    if (expected[i] === got[i]) continue;
    return `line ${i + 1}: ${got[i] ?? '(end)'}\nreal perl: ${expected[i] ?? '(end)'}`;
  }
  return '';
}
