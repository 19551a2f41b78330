import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beijingTime } from '../../beijing-time.ts';
import { readManifest } from './copy-manifest.ts';
import type { CopyManifest } from './copy-manifest.ts';

/** One whole copy in a backup folder. */
export interface Copy {
  /** Name of its folder, `00042_2026-10-16_09-25`. */
  name: string;
  folder: string;
  manifest: CopyManifest;
}

export const copyName = (number: number, at: number): string =>
  `${String(number).padStart(5, '0')}_${beijingTime(at).replace(' ', '_').replace(':', '-')}`;

/** Copies are put together under this prefix and get their name when they are whole. */
export const incoming = 'incoming-';

/** Where a backup folder keeps the bytes of a file, once for all copies. */
export const poolPath = (backupFolder: string, sha256: string): string =>
  join(backupFolder, 'files', sha256.slice(0, 2), sha256);

/** The whole copies of a backup folder, oldest first; none where there is no such folder. */
export async function listCopies(backupFolder: string): Promise<Copy[]> {
  const names = await readdir(backupFolder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const copies = await Promise.all(
    names
      .filter((name) => /^[0-9]{5,}_/.test(name))
      .map(async (name): Promise<Copy[]> => {
        const folder = join(backupFolder, name);
        const manifest = await readManifest(folder);
        return manifest === null ? [] : [{ name, folder, manifest }];
      }),
  );
  return copies.flat().sort((a, b) => a.manifest.number - b.manifest.number);
}

/** The copy a path means: the folder of one, or a backup folder, whose newest it is. Null: there is none. */
export async function findCopy(path: string): Promise<Copy | null> {
  const manifest = await readManifest(path);
  if (manifest !== null) return { name: copyName(manifest.number, manifest.at), folder: path, manifest };
  return (await listCopies(path)).at(-1) ?? null;
}
