import type { KnownEntry } from '../known-entry.ts';
import type { VerifyFault } from './report.ts';

const path = 'ledger.jsonl';

/**
 * Whether the rules changed only as the house allows: versions follow each other; a correction comes before the first
 * submitted sheet; a later change has been approved by somebody else than the one who made it, and by nobody's
 * approval of another change.
 */
export function ruleChangeFaults(entries: readonly KnownEntry[]): VerifyFault[] {
  const faults: VerifyFault[] = [];
  let version = 0;
  let hasSheet = false;
  let approvers = new Set<string>();
  for (const entry of entries) {
    if (entry.action === 'sheet_submitted') hasSheet = true;
    if (entry.action === 'approval_given' && entry.data.act === 'rules_changed') approvers.add(entry.actor);
    if (
      entry.action !== 'rules_frozen' &&
      entry.action !== 'rules_corrected' &&
      entry.action !== 'rules_changed'
    )
      continue;
    const { seq } = entry;
    if (entry.data.version !== version + 1) faults.push({ path, code: 'rules_version', seq });
    version = entry.data.version;
    if (entry.action === 'rules_corrected' && hasSheet)
      faults.push({ path, code: 'rules_corrected_late', seq });
    if (entry.action !== 'rules_changed') continue;
    const approver = `officer:${entry.data.approver ?? ''}`;
    if (!approvers.has(approver) || approver === entry.actor)
      faults.push({ path, code: 'rules_unapproved', seq });
    approvers = new Set();
  }
  return faults;
}
