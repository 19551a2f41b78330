import { headFault, ledgerSize } from '../head.ts';
import type { LedgerSize } from '../head.ts';
import { parseManifest } from '../manifest.ts';
import { exportFaults } from './exports.ts';
import { compareFiles } from './files.ts';
import { readLedger, readOpenings } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { manifestFaults } from './manifest.ts';
import type { VerifyFault, VerifyReport } from './report.ts';
import { ruleChangeFaults } from './rules.ts';
import { scorebookFaults } from './scorebook.ts';
import { signatureFaults } from './signatures.ts';
import { readTexts } from './texts.ts';
import type { VerifyTools } from './tools.ts';

/**
 * Verifies a set of files from themselves alone: every file against the signed manifest and the hashes in the
 * ledger, the chain, openings against seals, replayed sheets against the scorebook, the result computed anew
 * against the recorded checksum, the list against the decided amounts.
 *
 * A good report says that the files agree with each other. That they are the ones of the day shows only when
 * `paper`, a head that stood on paper that day, is compared too.
 *
 * @param files content by path below the folder, with `/`
 */
export function verifyDirectory(
  files: ReadonlyMap<string, Uint8Array>,
  tools: VerifyTools,
  paper: LedgerSize | null = null,
): VerifyReport {
  const { texts, faults: unreadable } = readTexts(files, tools);
  const ledger = readLedger(texts['ledger.jsonl'], tools.sha256);
  const { openings, faults: openingFaults } = readOpenings(
    texts['openings.jsonl'],
    ledger.entries,
    tools.sha256,
  );
  const manifest = parseManifest(texts['manifest.json']);
  const { faults: contentFaults, ...counts } = scorebookFaults(texts, ledger.known, openings, tools.sha256);

  const faults: VerifyFault[] = [
    ...unreadable,
    ...(manifest === null
      ? [{ path: 'manifest.json', code: 'manifest_form' } as const]
      : manifestFaults(manifest, ledger, tools)),
    ...ledger.faults,
    ...ruleChangeFaults(ledger.known),
    ...signatureFaults(ledger.known),
    ...paperFaults(ledger, paper),
    ...exportFaults(files, ledger.known, tools.sha256),
    ...openingFaults,
    ...contentFaults,
  ];
  return {
    files: manifest === null ? [] : compareFiles(files, manifest.files, tools.sha256),
    faults,
    ledger: ledgerSize(ledger.entries),
    seals: {
      total: ledger.entries.reduce((sum, { sealed }) => sum + Object.keys(sealed).length, 0),
      opened: openings.length,
    },
    ...counts,
  };
}

function paperFaults({ entries }: Ledger, paper: LedgerSize | null): VerifyFault[] {
  const fault = paper === null ? null : headFault(entries, paper);
  if (paper === null || fault === null) return [];
  return [
    { path: 'ledger.jsonl', code: fault === 'short' ? 'head_short' : 'head_differs', size: paper.size },
  ];
}
