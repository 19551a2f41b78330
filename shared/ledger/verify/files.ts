import type { Sha256 } from '../hash.ts';
import { manifestFile } from '../manifest.ts';
import type { ManifestFile } from '../manifest.ts';
import type { FileReport } from './report.ts';

/**
 * Compares a folder with the files that its manifest lists, `manifest.json` itself left aside, in the order of
 * the manifest and then of the extra ones.
 */
export function compareFiles(
  files: ReadonlyMap<string, Uint8Array>,
  listed: readonly ManifestFile[],
  sha256: Sha256,
): FileReport[] {
  const reports = listed.map((claim): FileReport => {
    const content = files.get(claim.path);
    if (content === undefined) return { path: claim.path, state: 'missing' };
    const found = manifestFile(claim.path, content, sha256);
    const same = found.bytes === claim.bytes && found.sha256 === claim.sha256;
    return { path: claim.path, state: same ? 'same' : 'changed' };
  });
  const known = new Set(['manifest.json', ...listed.map(({ path }) => path)]);
  const extra = [...files.keys()].filter((path) => !known.has(path)).sort();
  return [...reports, ...extra.map((path): FileReport => ({ path, state: 'extra' }))];
}
