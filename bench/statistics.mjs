// What a few noisy measurements say.
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function geometricMean(numbers) {
  return Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);
}

/** perl's time divided by ours: of each pair that was measured one after the other; their median and their extremes. */
export function ratios(pairs) {
  const each = pairs.map(({ perl, ours }) => perl / ours);
  return {
    ratio: median(each),
    low: Math.min(...each),
    high: Math.max(...each),
    perl: median(pairs.map(({ perl }) => perl)),
    ours: median(pairs.map(({ ours }) => ours)),
  };
}
