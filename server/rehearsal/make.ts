import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { inArray } from 'drizzle-orm';
import { makeId } from '../../shared/ids.ts';
import { record } from '../ledger.ts';
import { beginEpoch } from '../live/epoch.ts';
import { loadOrCreateSigner } from '../signing.ts';
import { readContents } from '../store/backup/database-file.ts';
import { copyDurably } from '../store/backup/disk.ts';
import { databaseName, openSqlite, snapshotSqlite } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { becomeRehearsal, isRehearsal } from './fact.ts';

/** Why there is no rehearsal. */
export type RehearsalRefusal = 'not_empty' | 'inside' | 'sheets' | 'rehearsal';
export class RehearsalError extends Error {
  readonly why: RehearsalRefusal;
  constructor(why: RehearsalRefusal) {
    super(`no rehearsal: ${why}`);
    this.name = 'RehearsalError';
    this.why = why;
  }
}

/**
 * Makes a data folder to rehearse in from one that may be in use: the database as committed and the files it names,
 * copied, never linked. It has a signing key of its own, so that nothing made in it passes for real, and says for good
 * what it is. The real folder is only read.
 * @throws RehearsalError when the folder holds something or lies in the real one, when a sheet has been submitted
 * already, or when the source is a rehearsal itself
 */
export async function makeRehearsal(real: string, folder: string, now: number): Promise<void> {
  await requireApart(real, folder);
  const partial = `${folder.replace(/[/\\]+$/, '')}.making`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    const database = join(partial, databaseName);
    snapshotSqlite(real, database);
    const { files, ledgers } = await readContents(database);
    // What is missing in the real folder is missing here too.
    for (const { path } of files)
      await copyDurably(join(real, ...path.split('/')), join(partial, ...path.split('/'))).catch(
        () => undefined,
      );
    const { publicKey } = loadOrCreateSigner(join(partial, 'signing.key'));
    const store = openSqlite(partial);
    try {
      await requireBeforeSheets(store);
      await turnInto(store, ledgers, publicKey, now);
    } finally {
      await store.close();
    }
    await rmdir(folder).catch(() => undefined);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function requireApart(real: string, folder: string): Promise<void> {
  const way = relative(resolve(real), resolve(folder));
  if (way === '' || !way.startsWith('..')) throw new RehearsalError('inside');
  const names = await readdir(folder).catch(() => []);
  if (names.length > 0) throw new RehearsalError('not_empty');
}

/** Once a real sheet is in, nobody may be in doubt which of two places is the real one. */
async function requireBeforeSheets(store: Store): Promise<void> {
  if (await isRehearsal(store)) throw new RehearsalError('rehearsal');
  const { sheetRevision } = store.t;
  const [first] = await store.read
    .select({ judge: sheetRevision.judge })
    .from(sheetRevision)
    .where(inArray(sheetRevision.action, ['submit', 'paper']))
    .limit(1);
  if (first) throw new RehearsalError('sheets');
}

async function turnInto(
  store: Store,
  ledgers: readonly { competition: string }[],
  key: string,
  now: number,
): Promise<void> {
  await becomeRehearsal(store, now);
  await beginEpoch(store, makeId(now, randomBytes(10)));
  for (const { competition } of ledgers)
    await store.write(competition, (tx) =>
      record({ store, random: randomBytes }, tx, competition, {
        at: now,
        actor: 'system',
        action: 'signing_key_changed',
        subject: `competition:${competition}`,
        data: { key },
        sealed: {},
      }),
    );
}
