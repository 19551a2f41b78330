import { and, eq } from 'drizzle-orm';
import type { Recusal } from '../../../shared/contract/judges.ts';
import type { Context } from '../../context.ts';
import { openedEntries } from '../ledger/entries.ts';
import type { OpenedEntry } from '../ledger/entries.ts';
import { accountNames } from '../people/queries.ts';
import { cellKey, loadRecordOfDay } from '../results/record-of-day.ts';
import type { RecordOfDay } from '../results/record-of-day.ts';
import { ruleChangesOf } from '../rule-changes/queries.ts';
import type { TrackedChange } from '../rule-changes/queries.ts';
import { loadCorrections } from './corrections.ts';
import type { Correction } from './corrections.ts';

/** Acts after which a result is no longer what the first submitted sheets would give. */
const told = [
  'judge_absent_recorded',
  'judge_absence_withdrawn',
  'judge_substituted',
  'sheet_keyed',
  'tie_decided',
  'sheet_returned',
  'sheets_exchanged',
  'recusal_withdrawn',
  'rules_corrected',
  'rules_changed',
  'countersigned',
  'adjustments_recorded',
  'votes_recorded',
] as const;
export type ToldAct = OpenedEntry<(typeof told)[number]>;

type RecusalRow = Pick<Recusal, 'judge' | 'proposal' | 'kind' | 'grounds' | 'source' | 'detail'>;

/** What the review report tells beyond the result itself. */
export interface ReportData {
  day: RecordOfDay;
  recusals: readonly RecusalRow[];
  acts: readonly ToldAct[];
  /** How often a judge submitted a sheet again before the lock, by `cellKey`. */
  resubmitted: ReadonlyMap<string, number>;
  /** Corrections of returned sheets, by `cellKey`. */
  corrections: ReadonlyMap<string, readonly Correction[]>;
  /** Changes of the rules by their version, with the ranks they were approved on. */
  ruleChanges: ReadonlyMap<number, TrackedChange>;
  /** Names of the accounts that approved or countersigned. */
  names: ReadonlyMap<string, string>;
}

export async function loadReportData(context: Context, competition: string): Promise<ReportData> {
  const { t, read } = context.store;
  const recusals = await read.select().from(t.recusal).where(eq(t.recusal.competition, competition));
  const acts = await openedEntries(context, competition, ...told);
  const approvers = acts.flatMap((act) => {
    if (act.action === 'countersigned') return [countersigner(act)];
    return act.action === 'rules_corrected' ? [] : (act.data.approver ?? []);
  });
  const changes = await ruleChangesOf(context, competition);
  return {
    ruleChanges: new Map(changes.map((one) => [one.change.version, one])),
    day: await loadRecordOfDay(context, competition),
    recusals: recusals as RecusalRow[], // The columns hold words of the contract only.
    acts,
    resubmitted: await loadResubmitted(context, competition),
    corrections: await loadCorrections(context, competition),
    names: await accountNames(context, approvers),
  };
}

/** The account that countersigned. */
export const countersigner = ({ actor }: ToldAct): string => actor.slice('officer:'.length);

/** How often each sheet was submitted after its first time. */
export async function loadResubmitted(
  { store }: Context,
  competition: string,
): Promise<ReadonlyMap<string, number>> {
  const { sheetRevision } = store.t;
  const rows = await store.read
    .select({ judge: sheetRevision.judge, proposal: sheetRevision.proposal })
    .from(sheetRevision)
    .where(and(eq(sheetRevision.competition, competition), eq(sheetRevision.action, 'submit')));
  const counts = new Map<string, number>();
  for (const { judge, proposal } of rows) {
    const key = cellKey(judge, proposal);
    counts.set(key, (counts.get(key) ?? -1) + 1);
  }
  return new Map([...counts].filter(([, count]) => count > 0));
}
