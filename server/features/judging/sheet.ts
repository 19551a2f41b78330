import type { Receipt } from '../../../shared/contract/common.ts';
import type { Sheet, SheetStatus } from '../../../shared/contract/judging.ts';
import type { Criterion } from '../../../shared/contract/settings.ts';
import { criteriaFor } from '../../../shared/panels/rubric.ts';
import type { Context } from '../../context.ts';
import { settingsAt } from '../defenses/settings.ts';
import { gateOf, isReturned } from './gate.ts';
import type { Gate, SheetKey } from './gate.ts';
import { receiptsOf } from './receipts.ts';
import { totalOf } from './rubric.ts';

export type SheetRow = NonNullable<Gate['sheet']>;

/**
 * A sheet as its judge sees it. Of one that is recused or absent nothing is shown; what was there stays stored.
 * @param now ms: a return is over by then or not
 */
export function presentSheet(
  proposal: string,
  row: SheetRow | null,
  recused: boolean,
  criteria: readonly Criterion[],
  receipts: ReadonlyMap<number, Receipt>,
  now: number,
): Sheet {
  const status = recused ? 'recused' : statusFor(row?.status ?? 'none');
  const returned = isReturned({ sheet: row }, now) ? (row?.returned ?? null) : null;
  const sheet = { proposal, revision: row?.revision ?? 0, status, savedAt: row?.savedAt ?? null, returned };
  if (!row || status === 'recused' || status === 'absent')
    return { ...sheet, marks: {}, comment: '', total: '', receipt: null };
  const { marks, comment, ledgerSeq } = row;
  return {
    ...sheet,
    marks,
    comment,
    total: totalOf(criteria, marks),
    receipt: receipts.get(ledgerSeq) ?? null,
  };
}

/** What a substitute never had to score looks to the substitute like any other sheet that is not given. */
const statusFor = (status: string): SheetStatus =>
  status === 'unassigned' ? 'absent' : (status as SheetStatus);

/** A judge's own sheet as it is on the server now. */
export async function ownSheet(context: Context, key: SheetKey): Promise<Sheet> {
  const { read } = context.store;
  const gate = await gateOf(context, read, key);
  const settings = await settingsAt(context, read, key.competition, gate.settingsRevision);
  const seqs = gate.sheet && gate.sheet.ledgerSeq > 0 ? [gate.sheet.ledgerSeq] : [];
  const receipts = await receiptsOf(context, read, key.competition, seqs);
  const criteria = criteriaFor(settings.rubric.criteria, gate.track);
  return presentSheet(key.proposal, gate.sheet, gate.recusal !== null, criteria, receipts, context.now());
}
