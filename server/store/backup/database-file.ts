import { asc, desc, eq, getTableColumns } from 'drizzle-orm';
import type { LedgerEntry } from '../../../shared/ledger/entry.ts';
import { readSqlite } from '../sqlite.ts';
import type { Db } from '../store.ts';
import type { Schema } from '../schema.ts';

/** A file the database names, by its place in the data folder. */
export interface NamedFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** What a database says of itself, as far as a copy has to know it. */
export interface DatabaseContents {
  epoch: string;
  migrations: number;
  files: NamedFile[];
  ledgers: { competition: string; size: number; head: string }[];
}

/** Reads a database file that no server has open. */
export async function readContents(file: string): Promise<DatabaseContents> {
  const { db, t, migrations, close } = readSqlite(file);
  try {
    const [epoch] = await db.select().from(t.fact).where(eq(t.fact.name, 'epoch'));
    return {
      epoch: String(epoch?.value ?? ''),
      migrations: migrations(),
      files: await namedFiles(db, t),
      ledgers: await ledgerSizes(db, t),
    };
  } finally {
    close();
  }
}

/** The whole ledger of each competition. */
export async function* readLedgers(
  file: string,
): AsyncGenerator<{ competition: string; entries: LedgerEntry[] }> {
  const { db, t, close } = readSqlite(file);
  const { scope, ...entry } = getTableColumns(t.ledger);
  try {
    for (const { id } of await db.select({ id: t.competition.id }).from(t.competition)) {
      const entries = await db.select(entry).from(t.ledger).where(eq(scope, id)).orderBy(asc(entry.seq));
      yield { competition: id, entries };
    }
  } finally {
    close();
  }
}

async function namedFiles(db: Db, t: Schema): Promise<NamedFile[]> {
  const { bytes, sha256 } = t.attachment;
  const attachments = await db.selectDistinct({ bytes, sha256 }).from(t.attachment);
  const sets = await db.select({ id: t.exportSet.id, files: t.exportSet.files }).from(t.exportSet);
  return [
    ...attachments.map((file) => ({ path: `files/${file.sha256.slice(0, 2)}/${file.sha256}`, ...file })),
    ...sets.flatMap(({ id, files }) =>
      files.map(({ name, ...file }) => ({ path: `exports/${id}/${name}`, ...file })),
    ),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function ledgerSizes(db: Db, t: Schema): Promise<DatabaseContents['ledgers']> {
  const { scope, seq, hash } = t.ledger;
  const ledgers: DatabaseContents['ledgers'] = [];
  for (const { competition } of await db
    .selectDistinct({ competition: scope })
    .from(t.ledger)
    .orderBy(asc(scope))) {
    const last = db.select({ size: seq, head: hash }).from(t.ledger).where(eq(scope, competition));
    const [head] = await last.orderBy(desc(seq)).limit(1);
    if (head) ledgers.push({ competition, ...head });
  }
  return ledgers;
}
