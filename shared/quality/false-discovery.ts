/**
 * Which of many tests to follow up so that about the share `rate` of them is chance: Benjamini & Hochberg (1995),
 * Journal of the Royal Statistical Society B 57(1), 289–300.
 * @returns the greatest probability that still counts; −1 if none does
 */
export function discoveryLimit(probabilities: readonly number[], rate: number): number {
  const ascending = [...probabilities].sort((a, b) => a - b);
  return ascending.reduce(
    (limit, p, index) => (p <= (rate * (index + 1)) / ascending.length ? p : limit),
    -1,
  );
}
