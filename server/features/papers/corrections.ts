import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Marks } from '../../../shared/contract/common.ts';
import type { Criterion } from '../../../shared/contract/settings.ts';
import { sumMarks } from '../../../shared/scoring/index.ts';
import type { Context } from '../../context.ts';
import { cellKey } from '../results/record-of-day.ts';

/** One correction of a returned sheet: what counted before, and from then on. Before an absence nothing counted. */
export interface Correction {
  /** The revision that was returned. */
  from: number;
  before: Marks | null;
  after: Marks;
}

/** Corrections of returned sheets by `cellKey`, oldest first. */
export async function loadCorrections(
  { store }: Context,
  competition: string,
): Promise<ReadonlyMap<string, readonly Correction[]>> {
  const { sheetRevision } = store.t;
  const rows = await store.read
    .select({
      judge: sheetRevision.judge,
      proposal: sheetRevision.proposal,
      revision: sheetRevision.revision,
      action: sheetRevision.action,
      marks: sheetRevision.marks,
    })
    .from(sheetRevision)
    .where(
      and(
        eq(sheetRevision.competition, competition),
        inArray(sheetRevision.action, ['submit', 'paper', 'exchange', 'correct', 'absent']),
      ),
    )
    .orderBy(asc(sheetRevision.revision));
  const last = new Map<string, Pick<Correction, 'from' | 'before'>>();
  const corrections = new Map<string, Correction[]>();
  for (const { judge, proposal, revision, action, marks } of rows) {
    const key = cellKey(judge, proposal);
    const before = last.get(key);
    if (action === 'correct' && before)
      corrections.set(key, [...(corrections.get(key) ?? []), { ...before, after: marks }]);
    last.set(key, { from: revision, before: action === 'absent' ? null : marks });
  }
  return corrections;
}

const totalOf = (marks: Marks): string => sumMarks(Object.values(marks));

/** `由84分改为85.5分（需求与社区匹配18.5→20）`. */
export function correctionWords({ before, after }: Correction, criteria: readonly Criterion[]): string {
  if (before === null) return `由未评改为${totalOf(after)}分`;
  const changed = criteria
    .filter(({ id }) => before[id] !== after[id])
    .map(({ id, name }) => `${name}${before[id] ?? '空'}→${after[id] ?? '空'}`);
  const totals = `由${totalOf(before)}分改为${totalOf(after)}分`;
  return changed.length === 0 ? '重新提交，各项未变' : `${totals}（${changed.join('，')}）`;
}

/** `锁定后更正1次，原84分`: what stands beside the judge's marks on the sheet to be signed. */
export function correctionNote(corrections: readonly Correction[]): string {
  const [first] = corrections;
  if (!first) return '';
  const original = first.before === null ? '原未评' : `原${totalOf(first.before)}分`;
  return `退回更正${corrections.length}次，${original}`;
}
