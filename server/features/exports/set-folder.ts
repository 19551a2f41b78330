import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ManifestFile } from '../../../shared/ledger/manifest.ts';
import { manifestFile } from '../../../shared/ledger/manifest.ts';
import { sha256 } from '../../sha256.ts';

/** Where a set lies when it is whole, and where it is put together before. */
export interface SetFolder {
  whole: string;
  partial: string;
}

export function setFolder(dataFolder: string, id: string): SetFolder {
  const whole = join(dataFolder, 'exports', id);
  return { whole, partial: `${whole}.partial` };
}

/** Writes files into the partial folder, each on the disk before this resolves. */
export async function writeFiles(
  { partial }: SetFolder,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  await mkdir(partial, { recursive: true });
  for (const [name, content] of files) {
    const file = await open(join(partial, name), 'w');
    await file.writeFile(content);
    await file.sync();
    await file.close();
  }
}

/** Gives the set its place: whoever looks there finds all files or none. */
export async function publishFolder({ whole, partial }: SetFolder): Promise<void> {
  await rename(partial, whole);
  const parent = await open(join(whole, '..'), 'r');
  await parent.sync();
  await parent.close();
}

export const discardFolder = ({ partial }: SetFolder): Promise<void> =>
  rm(partial, { recursive: true, force: true });

export const isPublished = async ({ whole }: SetFolder): Promise<boolean> =>
  (await stat(whole).catch(() => null)) !== null;

/** Size and hash of each named file of a folder, in the order of the names. */
export async function filesIn(folder: string, names: readonly string[]): Promise<ManifestFile[]> {
  return Promise.all(
    names.map(async (name) => manifestFile(name, await readFile(join(folder, name)), sha256)),
  );
}
