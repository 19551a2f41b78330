import type { Sha256 } from '../ledger/hash.ts';
import { rankScorebook } from '../scoring/result.ts';
import type { EntryResult } from '../scoring/result.ts';
import { parseScorebook } from '../scoring/scorebook/parse.ts';
import type { Scorebook } from '../scoring/scorebook/types.ts';

/** Whether the rule drops marks or takes something else than the mean. */
export const hasPlainTwin = ({ rules }: Scorebook): boolean =>
  (rules.trim ?? null) !== null || rules.combine !== 'mean';

/** The result by the plain mean of all valid sheets, every other rule as it is; by entry. */
export function plainResults(scorebook: Scorebook, sha256: Sha256): ReadonlyMap<string, EntryResult> {
  const parsed = parseScorebook({
    ...scorebook,
    rules: { ...scorebook.rules, trim: null, combine: 'mean' },
  });
  if (!parsed.ok) throw new Error('a rule that drops nothing has no fault of its own');
  return new Map(rankScorebook(parsed.scorebook, sha256).entries.map((entry) => [entry.id, entry]));
}
