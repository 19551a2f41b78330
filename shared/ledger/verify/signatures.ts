import { openCountersignatures } from '../countersign.ts';
import type { KnownEntry } from '../known-entry.ts';
import type { VerifyFault } from './report.ts';

const path = 'ledger.jsonl';

/**
 * Whether results were signed as the house allows: the latest version as it was computed, by two people, with nothing
 * waiting to be countersigned; and whether what needs a signed result came after its signature.
 */
export function signatureFaults(entries: readonly KnownEntry[]): VerifyFault[] {
  const faults: VerifyFault[] = [];
  const signed = new Set<number>();
  /** The version each list of amounts rests on. */
  const restsOn = new Map<number, number>();
  let latest: { version: number; checksum: string } | null = null;
  let approvers = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const { seq } = entry;
    switch (entry.action) {
      case 'result_computed':
        latest = entry.data;
        approvers = new Set();
        break;
      case 'approval_given':
        if (entry.data.act === 'result_signed') approvers.add(entry.actor);
        break;
      case 'result_signed': {
        const { version, checksum, approver } = entry.data;
        if (latest?.version !== version || latest.checksum !== checksum)
          faults.push({ path, code: 'signed_other', seq });
        if (openCountersignatures(entries.slice(0, index)).length > 0)
          faults.push({ path, code: 'signed_open', seq });
        const second = `officer:${approver}`;
        if (second === entry.actor || !approvers.has(second))
          faults.push({ path, code: 'signed_unapproved', seq });
        signed.add(version);
        break;
      }
      case 'analysis_opened':
        if (!signed.has(entry.data.version)) faults.push({ path, code: 'analysis_unsigned', seq });
        break;
      case 'decision_recorded':
        restsOn.set(entry.data.version, entry.data.result);
        break;
      case 'decision_confirmed':
        if (!signed.has(restsOn.get(entry.data.version) ?? 0))
          faults.push({ path, code: 'confirmed_unsigned', seq });
        break;
      default: // says nothing about signatures
    }
  }
  return faults;
}
