import type { Sha256 } from '../hash.ts';
import type { KnownEntry } from '../known-entry.ts';
import type { VerifyFault } from './report.ts';

/**
 * Compares files with the hashes that the ledger recorded when they were made (the last entry that names a file
 * counts). Through these the head on paper stands for the tables too, whoever holds the signing key.
 */
export function exportFaults(
  files: ReadonlyMap<string, Uint8Array>,
  entries: readonly KnownEntry[],
  sha256: Sha256,
): VerifyFault[] {
  const recorded = new Map<string, { seq: number; hash: string }>();
  for (const entry of entries) {
    if (entry.action !== 'exported') continue;
    for (const file of entry.data.files) recorded.set(file.path, { seq: entry.seq, hash: file.sha256 });
  }
  return [...recorded].flatMap(([path, { seq, hash }]): VerifyFault[] => {
    const content = files.get(path);
    return content === undefined || sha256(content) === hash ? [] : [{ path, code: 'export_differs', seq }];
  });
}
