import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chainFault } from '../../../shared/ledger/chain.ts';
import { ledgerSize } from '../../../shared/ledger/head.ts';
import { sha256 } from '../../sha256.ts';
import { knownMigrations } from '../migrations.ts';
import { databaseName, readSqlite } from '../sqlite.ts';
import { keyName } from './copy-manifest.ts';
import type { Copy } from './copies.ts';
import { poolPath } from './copies.ts';
import { readLedgers } from './database-file.ts';
import { hashFile } from './disk.ts';

/** What is wrong with a copy. `path`: as in the manifest; of the database and the key, their names. */
export type CopyFault =
  | { code: 'file_missing' | 'file_changed'; path: string }
  /** Made by a newer program than this one. */
  | { code: 'newer_program' }
  /** SQLite's own words. */
  | { code: 'database_damaged'; detail: string }
  | { code: 'ledger_broken'; competition: string; seq: number }
  | { code: 'ledger_differs'; competition: string };

/** A fault of an attachment or an exported file alone: without it the scores can still be restored. */
export const isFileFault = (fault: CopyFault): boolean => 'path' in fault && fault.path.includes('/');

/**
 * Compares a copy with its manifest: every file by its hash, the database by SQLite's own check, each ledger by its
 * chain, size and head.
 * @param rereads false: files that lie beside the copy for all copies are only looked for, not read once more
 */
export async function checkCopy({ folder, manifest }: Copy, rereads = true): Promise<CopyFault[]> {
  const database = join(folder, databaseName);
  const faults = [
    ...(await fileFaults(database, databaseName, manifest.database)),
    ...(await fileFaults(join(folder, keyName), keyName, manifest.signingKey)),
  ];
  for (const file of manifest.files)
    faults.push(...(await fileFaults(poolPath(dirname(folder), file.sha256), file.path, file, rereads)));
  if (manifest.migrations > knownMigrations('sqlite')) faults.push({ code: 'newer_program' });
  if (faults.some((fault) => !isFileFault(fault))) return faults;
  const damaged = databaseFault(database);
  if (damaged !== null) return [...faults, damaged];
  return [...faults, ...(await ledgerFaults(database, manifest.ledgers))];
}

async function fileFaults(
  at: string,
  path: string,
  expected: { bytes: number; sha256: string },
  rereads = true,
): Promise<CopyFault[]> {
  const there = await stat(at).catch(() => null);
  if (there === null) return [{ code: 'file_missing', path }];
  if (!rereads && there.size === expected.bytes) return [];
  const found = await hashFile(at).catch(() => null);
  return found?.sha256 === expected.sha256 ? [] : [{ code: 'file_changed', path }];
}

function databaseFault(file: string): CopyFault | null {
  try {
    const database = readSqlite(file);
    const [first] = database.damage();
    database.close();
    return first === undefined ? null : { code: 'database_damaged', detail: first };
  } catch (error) {
    return { code: 'database_damaged', detail: error instanceof Error ? error.message : String(error) };
  }
}

async function ledgerFaults(file: string, expected: Copy['manifest']['ledgers']): Promise<CopyFault[]> {
  const faults: CopyFault[] = [];
  const sizes = new Map(expected.map((ledger) => [ledger.competition, ledger]));
  for await (const { competition, entries } of readLedgers(file)) {
    const broken = chainFault(entries, sha256);
    const { size, head } = ledgerSize(entries);
    const said = sizes.get(competition);
    sizes.delete(competition);
    if (broken !== null) faults.push({ code: 'ledger_broken', competition, seq: broken.seq });
    else if (said?.size !== size || said.head !== head) faults.push({ code: 'ledger_differs', competition });
  }
  return [
    ...faults,
    ...[...sizes.keys()].map((competition) => ({ code: 'ledger_differs' as const, competition })),
  ];
}
