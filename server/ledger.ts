import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Act } from '../shared/ledger/actions.ts';
import { appendEntry } from '../shared/ledger/entry.ts';
import type { LedgerEntry, LedgerHead } from '../shared/ledger/entry.ts';
import { sealAct } from '../shared/ledger/seal-act.ts';
import type { Context } from './context.ts';
import { sha256 } from './sha256.ts';
import { perSchema, prepared } from './store/prepared.ts';
import type { Db, Scope } from './store/store.ts';

const statements = perSchema(({ ledger, opening }) => ({
  head: prepared('ledger_head', (db) =>
    db
      .select({ seq: ledger.seq, at: ledger.at, hash: ledger.hash })
      .from(ledger)
      .where(eq(ledger.scope, sql.placeholder('scope')))
      .orderBy(desc(ledger.seq))
      .limit(1),
  ),
  append: prepared('ledger_append', (db) =>
    db.insert(ledger).values({
      scope: sql.placeholder('scope'),
      seq: sql.placeholder('seq'),
      at: sql.placeholder('at'),
      actor: sql.placeholder('actor'),
      action: sql.placeholder('action'),
      subject: sql.placeholder('subject'),
      data: sql.placeholder('data'),
      sealed: sql.placeholder('sealed'),
      prev: sql.placeholder('prev'),
      hash: sql.placeholder('hash'),
    }),
  ),
  open: prepared('opening_add', (db) =>
    db.insert(opening).values({
      scope: sql.placeholder('scope'),
      seq: sql.placeholder('seq'),
      field: sql.placeholder('field'),
      salt: sql.placeholder('salt'),
      value: sql.placeholder('value'),
    }),
  ),
}));

/** The end of a ledger; null where nothing was written yet. */
export async function ledgerHead(
  context: Pick<Context, 'store'>,
  db: Db,
  scope: Scope,
): Promise<LedgerHead | null> {
  const [head] = await statements(context.store.t).head(db, { scope });
  return head ?? null;
}

/**
 * Writes an act into the ledger of a scope, in the transaction of the change it tells of. The scope's writer is
 * single, so the head read here is the end of the chain.
 */
export async function record(
  context: Pick<Context, 'store' | 'random'>,
  tx: Db,
  scope: Scope,
  act: Act,
): Promise<LedgerEntry> {
  const { append, open } = statements(context.store.t);
  const { draft, openings } = sealAct(act, () => Buffer.from(context.random(16)).toString('hex'), sha256);
  const entry = appendEntry(await ledgerHead(context, tx, scope), draft, sha256);
  await append(tx, { scope, ...entry });
  for (const { field, salt, value } of openings)
    await open(tx, { scope, seq: entry.seq, field, salt, value });
  return entry;
}

/**
 * The entry that tells of one revision of a subject; null where there is none. Looked up without an index: asked only
 * for a receipt whose answer was lost.
 */
export async function entryOfRevision(
  { store }: Pick<Context, 'store'>,
  db: Db,
  scope: Scope,
  { subject, actions, revision }: { subject: string; actions: readonly string[]; revision: number },
): Promise<LedgerHead | null> {
  const { ledger } = store.t;
  const rows = await db
    .select({ seq: ledger.seq, at: ledger.at, hash: ledger.hash, data: ledger.data })
    .from(ledger)
    .where(and(eq(ledger.scope, scope), eq(ledger.subject, subject), inArray(ledger.action, [...actions])));
  const found = rows.find(({ data }) => data['revision'] === revision);
  return found ? { seq: found.seq, at: found.at, hash: found.hash } : null;
}
