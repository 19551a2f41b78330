import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadOrCreateSigner } from '../../signing.ts';
import { databaseName, snapshotSqlite } from '../sqlite.ts';
import { checkCopy } from './check-copy.ts';
import type { CopyFault } from './check-copy.ts';
import { keyName, manifestName } from './copy-manifest.ts';
import type { CopyManifest } from './copy-manifest.ts';
import { copyName, incoming, listCopies, poolPath } from './copies.ts';
import type { Copy } from './copies.ts';
import { readContents } from './database-file.ts';
import type { NamedFile } from './database-file.ts';
import { copyDurably, hashFile, syncFile, syncFolder, writeDurably } from './disk.ts';
import { superfluous } from './retention.ts';

/** A copy that was made and looked over; where `faults` has any, it is kept and nothing older is dropped for it. */
export interface MadeCopy {
  copy: Copy;
  faults: CopyFault[];
}

/**
 * Copies a data folder, also while its server runs: the database as committed, then the files it names that the
 * backup folder does not have yet, then the key, last the manifest. The copy gets its name when all of it is on the
 * disk, is checked like one to be restored, and only then takes the place of old ones.
 * @param now milliseconds since 1970
 * @throws the file system's or the driver's error when no copy could be made
 */
export async function makeCopy(dataFolder: string, backupFolder: string, now: number): Promise<MadeCopy> {
  await mkdir(backupFolder, { recursive: true });
  await clearUnfinished(backupFolder);
  const partial = join(backupFolder, `${incoming}${randomBytes(6).toString('hex')}`);
  await mkdir(partial);
  try {
    const database = join(partial, databaseName);
    snapshotSqlite(dataFolder, database);
    await syncFile(database);
    const { files, ...contents } = await readContents(database);
    const missing = await copyFiles(dataFolder, backupFolder, files);
    const key = join(dataFolder, keyName);
    await copyDurably(key, join(partial, keyName), 0o600);
    const number = ((await listCopies(backupFolder)).at(-1)?.manifest.number ?? 0) + 1;
    const manifest: CopyManifest = {
      format: 'gongping-copy/1',
      number,
      at: now,
      ...contents,
      key: loadOrCreateSigner(key).publicKey,
      database: await hashFile(database),
      signingKey: await hashFile(key),
      files: files.filter(({ path }) => !missing.includes(path)),
      missing,
    };
    await writeDurably(join(partial, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
    await syncFolder(partial);
    const name = copyName(number, now);
    const folder = join(backupFolder, name);
    await rename(partial, folder);
    await syncFolder(backupFolder);
    const copy = { name, folder, manifest };
    const faults = await checkCopy(copy, false);
    if (faults.length === 0) await dropSuperfluous(backupFolder, manifest.key);
    return { copy, faults };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

/** Gives the paths of files that are not in the data folder, or not whole. */
async function copyFiles(
  dataFolder: string,
  backupFolder: string,
  files: readonly NamedFile[],
): Promise<string[]> {
  const missing: string[] = [];
  for (const { path, sha256 } of files) {
    const to = poolPath(backupFolder, sha256);
    if ((await stat(to).catch(() => null)) !== null) continue;
    const from = join(dataFolder, ...path.split('/'));
    const found = await hashFile(from).catch(() => null);
    if (found?.sha256 === sha256) await copyDurably(from, to);
    else missing.push(path);
  }
  return missing;
}

async function dropSuperfluous(backupFolder: string, key: string): Promise<void> {
  for (const { folder } of superfluous(await listCopies(backupFolder), key))
    await rm(folder, { recursive: true, force: true });
}

const hour = 3_600_000;

/** What an interrupted copy left behind; one being made at this moment is younger. */
async function clearUnfinished(backupFolder: string): Promise<void> {
  for (const name of await readdir(backupFolder)) {
    if (!name.startsWith(incoming)) continue;
    const folder = join(backupFolder, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > hour) await rm(folder, { recursive: true, force: true });
  }
}
