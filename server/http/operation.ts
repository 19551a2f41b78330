import { and, eq, sql } from 'drizzle-orm';
import { ContractError } from '../../shared/contract/errors.ts';
import type { Route } from '../../shared/contract/route.ts';
import { canonicalJson } from '../../shared/ledger/canonical.ts';
import type { JsonValue } from '../../shared/ledger/canonical.ts';
import { sha256 } from '../sha256.ts';
import { perSchema, prepared } from '../store/prepared.ts';
import type { Db, Scope } from '../store/store.ts';
import type { Call } from './server.ts';

/**
 * Does an act of creating or submitting once. The reply is stored with the operation id in the same transaction: a
 * retry gets the same answer, the same id with another body or from another actor is refused.
 * @throws ContractError operation_reused
 */
export async function once<R extends Route, T>(
  call: Call<R>,
  scope: Scope,
  operation: string,
  job: (tx: Db) => Promise<T>,
): Promise<T> {
  const { store, now } = call.context;
  const { find, add } = statements(store.t);
  const bodyHash = sha256(
    canonicalJson({
      route: `${call.route.method} ${call.route.path}`,
      params: call.params as JsonValue,
      body: (call.body ?? null) as JsonValue,
    }),
  );
  return store.write(scope, async (tx) => {
    const [known] = await find(tx, { scope, id: operation });
    if (known) {
      if (known.actor !== call.actor || known.bodyHash !== bodyHash)
        throw new ContractError('operation_reused');
      return known.reply as T;
    }
    const reply = await job(tx);
    await add(tx, {
      scope,
      id: operation,
      actor: call.actor,
      bodyHash,
      reply: reply as JsonValue,
      at: now(),
    });
    return reply;
  });
}

const statements = perSchema((t) => ({
  find: prepared('operation_find', (db) =>
    db
      .select()
      .from(t.operation)
      .where(and(eq(t.operation.scope, sql.placeholder('scope')), eq(t.operation.id, sql.placeholder('id')))),
  ),
  add: prepared('operation_add', (db) =>
    db.insert(t.operation).values({
      scope: sql.placeholder('scope'),
      id: sql.placeholder('id'),
      actor: sql.placeholder('actor'),
      bodyHash: sql.placeholder('bodyHash'),
      reply: sql.placeholder('reply'),
      at: sql.placeholder('at'),
    }),
  ),
}));
