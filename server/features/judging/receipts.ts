import { and, eq, inArray } from 'drizzle-orm';
import type { Receipt } from '../../../shared/contract/common.ts';
import { receiptBody, receiptCode } from '../../../shared/ledger/receipt.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';

/** Place, hash and time of the ledger entry a receipt is about. */
export interface EntryPlace {
  seq: number;
  hash: string;
  at: number;
}

/** The signed receipt of an entry. Ed25519 is deterministic: asked again, it is the same to the letter. */
export function receiptOf({ signer }: Context, competition: string, { seq, hash, at }: EntryPlace): Receipt {
  const signature = signer.sign(receiptBody({ competition, seq, hash, at }));
  return { code: receiptCode(hash), seq, hash, at, signature };
}

/** Receipts of submitted sheets by the `seq` of their entries. */
export async function receiptsOf(
  context: Context,
  db: Db,
  competition: string,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, Receipt>> {
  const { ledger } = context.store.t;
  if (seqs.length === 0) return new Map();
  const rows = await db
    .select({ seq: ledger.seq, hash: ledger.hash, at: ledger.at })
    .from(ledger)
    .where(and(eq(ledger.scope, competition), inArray(ledger.seq, [...seqs])));
  return new Map(rows.map((row) => [row.seq, receiptOf(context, competition, row)]));
}
