import { and, eq, inArray } from 'drizzle-orm';
import type { Countersignature } from '../../../shared/contract/incidents.ts';
import { subjectId } from '../../../shared/ledger/known-entry.ts';
import type { TwoPersonEntry } from '../../../shared/ledger/countersign.ts';
import type { Context } from '../../context.ts';
import { openEntries } from '../approvals/countersign.ts';
import { accountNames } from '../people/queries.ts';

/** The acts still to be countersigned, with names and the reasons that were given. */
export async function listCountersignatures(
  context: Context,
  competition: string,
): Promise<Countersignature[]> {
  const { read } = context.store;
  const entries = await openEntries(context, read, competition);
  const reasons = await reasonsOf(
    context,
    competition,
    entries.map(({ seq }) => seq),
  );
  const names = await accountNames(context, entries.map(officerIn));
  return entries.map((entry) => ({
    entry: entry.seq,
    at: entry.at,
    act: entry.action,
    byName: names.get(officerIn(entry)) ?? '',
    ...aboutWhat(entry),
    reason: reasons.get(entry.seq) ?? '',
  }));
}

const officerIn = ({ actor }: TwoPersonEntry): string => actor.slice(actor.indexOf(':') + 1);

function aboutWhat(entry: TwoPersonEntry): Pick<Countersignature, 'judge' | 'proposals'> {
  switch (entry.action) {
    case 'proposal_vetoed':
      return { judge: null, proposals: [subjectId(entry)] };
    case 'judge_absent_recorded':
    case 'judge_absence_withdrawn':
      return { judge: subjectId(entry), proposals: entry.data.entries };
    case 'judge_substituted':
      return { judge: entry.data.judge, proposals: entry.data.entries };
    case 'sheets_exchanged':
      return { judge: subjectId(entry), proposals: [entry.data.entry, entry.data.other] };
    default:
      return { judge: entry.data.judge, proposals: [entry.data.entry] };
  }
}

/** The reasons sealed in these entries; organizers read them, as they stand in the review report. */
async function reasonsOf(
  { store }: Context,
  competition: string,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (seqs.length === 0) return new Map();
  const { opening } = store.t;
  const rows = await store.read
    .select({ seq: opening.seq, value: opening.value })
    .from(opening)
    .where(and(eq(opening.scope, competition), eq(opening.field, 'reason'), inArray(opening.seq, [...seqs])));
  return new Map(rows.flatMap(({ seq, value }) => (typeof value === 'string' ? [[seq, value]] : [])));
}
