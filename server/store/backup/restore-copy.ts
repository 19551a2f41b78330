import { eq } from 'drizzle-orm';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeId } from '../../../shared/ids.ts';
import { record } from '../../ledger.ts';
import { beginEpoch } from '../../live/epoch.ts';
import { noteRestored } from '../../live/run.ts';
import { databaseName, openSqlite } from '../sqlite.ts';
import { keyName } from './copy-manifest.ts';
import { poolPath } from './copies.ts';
import type { Copy } from './copies.ts';
import { copyDurably, syncFolder } from './disk.ts';

/** Where a ledger stands after the restoring, its own entry included. */
export interface RestoredLedger {
  competition: string;
  name: string;
  size: number;
  head: string;
}

/** The folder to restore into holds something already. */
export class FolderNotEmptyError extends Error {
  constructor(folder: string) {
    super(`folder not empty: ${folder}`);
    this.name = 'FolderNotEmptyError';
  }
}

interface Outside {
  now: number;
  random: (bytes: number) => Uint8Array;
}

/**
 * Makes a data folder from a copy that was checked before. A new epoch begins, so that every device sends again what
 * it did since the copy, and each ledger says that it was restored. The folder appears whole or not at all.
 * @param without files of the manifest to leave out, by path
 * @throws FolderNotEmptyError when `dataFolder` holds anything
 */
export async function restoreCopy(
  copy: Copy,
  dataFolder: string,
  { now, random }: Outside,
  without: ReadonlySet<string> = new Set(),
): Promise<RestoredLedger[]> {
  await requireEmpty(dataFolder);
  const partial = `${dataFolder.replace(/[/\\]+$/, '')}.restoring`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await copyDurably(join(copy.folder, databaseName), join(partial, databaseName));
  await copyDurably(join(copy.folder, keyName), join(partial, keyName), 0o600);
  for (const { path, sha256 } of copy.manifest.files)
    if (!without.has(path))
      await copyDurably(poolPath(dirname(copy.folder), sha256), join(partial, ...path.split('/')));
  const ledgers = await writeRestoring(copy, partial, { now, random });
  await rmdir(dataFolder).catch(() => undefined);
  await rename(partial, dataFolder);
  await syncFolder(dirname(dataFolder));
  return ledgers;
}

async function requireEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length > 0) throw new FolderNotEmptyError(folder);
}

async function writeRestoring(
  { manifest }: Copy,
  folder: string,
  { now, random }: Outside,
): Promise<RestoredLedger[]> {
  const store = openSqlite(folder);
  try {
    const epoch = await beginEpoch(store, makeId(now, random(10)));
    await noteRestored(store, { at: now, taken: manifest.at });
    const { competition } = store.t;
    const ledgers: RestoredLedger[] = [];
    for (const { competition: id, size } of manifest.ledgers) {
      const [row] = await store.read.select().from(competition).where(eq(competition.id, id));
      const entry = await store.write(id, (tx) =>
        record({ store, random }, tx, id, {
          at: now,
          actor: 'system',
          action: 'backup_restored',
          subject: `competition:${id}`,
          data: { epoch, size, taken: manifest.at },
          sealed: {},
        }),
      );
      ledgers.push({ competition: id, name: row?.settings.name ?? '', size: entry.seq, head: entry.hash });
    }
    return ledgers;
  } finally {
    await store.close();
  }
}
