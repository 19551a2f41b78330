import { lastEntry } from '../known-entry.ts';
import { ledgerSize } from '../head.ts';
import { isManifestSigned } from '../manifest.ts';
import type { Manifest } from '../manifest.ts';
import type { Ledger } from './ledger.ts';
import type { VerifyFault } from './report.ts';
import type { VerifyTools } from './tools.ts';

/**
 * Checks a manifest by itself (signature) and against the ledger: the key must be the one the ledger announced
 * last, else anybody could sign a changed set with a key of their own.
 */
export function manifestFaults(
  manifest: Manifest,
  { entries, known }: Ledger,
  tools: Pick<VerifyTools, 'verifySignature'>,
): VerifyFault[] {
  const path = 'manifest.json';
  const faults: VerifyFault[] = [];
  if (!isManifestSigned(manifest, tools.verifySignature)) faults.push({ path, code: 'manifest_signature' });
  const announced = lastEntry(known, 'competition_created', 'signing_key_changed');
  if (announced?.data.key !== manifest.key) faults.push({ path, code: 'manifest_key' });
  if (announced?.subject !== `competition:${manifest.competition}`)
    faults.push({ path, code: 'manifest_competition' });
  const { size, head } = ledgerSize(entries);
  if (size !== manifest.ledger.size || head !== manifest.ledger.head)
    faults.push({ path, code: 'manifest_ledger' });
  return faults;
}
