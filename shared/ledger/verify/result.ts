import type { ScorebookFile } from '../../scoring/scorebook/types.ts';
import type { Sha256 } from '../hash.ts';
import { lastEntry } from '../known-entry.ts';
import type { KnownEntry } from '../known-entry.ts';
import { scoringRulesHash } from '../scoring-rules.ts';
import type { VerifyFault } from './report.ts';

const path = 'scorebook.json';

/**
 * Compares rules, decided ties and the recomputed result with the entries up to the last computed result.
 * @param checksum of the result computed anew from this scorebook
 */
export function resultFaults(
  scorebook: ScorebookFile,
  checksum: string,
  entries: readonly KnownEntry[],
  sha256: Sha256,
): VerifyFault[] {
  const faults: VerifyFault[] = [];
  const rules = lastEntry(entries, 'rules_frozen', 'rules_corrected', 'rules_changed');
  if (rules?.data.scoring !== scoringRulesHash(scorebook, sha256))
    faults.push({ path, code: 'rules_differ' });

  const recorded = new Set(
    entries.flatMap((entry) => (entry.action === 'tie_decided' ? [entry.data.order.join()] : [])),
  );
  for (const tie of scorebook.rules.ties ?? []) {
    if (typeof tie === 'string' || !('decision' in tie) || recorded.has(tie.decision.join())) continue;
    faults.push({ path, code: 'tie_unrecorded', order: tie.decision });
  }

  const result = lastEntry(entries, 'result_computed');
  if (result === undefined) faults.push({ path, code: 'result_unrecorded' });
  else if (result.data.checksum !== checksum) faults.push({ path, code: 'result_differs' });
  return faults;
}
