import type { RankShift } from '../../../shared/contract/rule-changes.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { faultLine, parseScorebook, rankScorebook } from '../../../shared/scoring/index.ts';
import { sha256 } from '../../sha256.ts';
import { buildScorebook } from '../results/build-scorebook.ts';
import type { RecordOfDay } from '../results/record-of-day.ts';

/** Projects under two settings, and how many could not be compared yet. */
export interface Comparison {
  ranks: RankShift[];
  unlocked: number;
}

/**
 * Ranks the projects of the locked sessions under both settings, in the order of the present ranks. Sheets of other
 * sessions are left out: before the lock nobody but its judge may know what is in one.
 */
export function compareRanks(before: Settings, after: Settings, day: RecordOfDay): Comparison {
  const taking = day.projects.filter(({ withdrawn }) => withdrawn === null);
  const projects = taking.filter(({ session }) => day.lockedSessions.has(session));
  const ids = new Set(projects.map(({ id }) => id));
  const tieDecisions = day.tieDecisions.filter((order) => order.every((id) => ids.has(id)));
  const locked: RecordOfDay = { ...day, projects, tieDecisions };
  const unlocked = taking.length - projects.length;
  if (projects.length === 0) return { ranks: [], unlocked };
  const [old, next] = [placings(before, locked), placings(after, locked)];
  const none = { rank: null, score: null };
  const ranks = projects.map(({ id, order, title }) => ({
    proposal: id,
    order,
    title,
    before: old.get(id) ?? none,
    after: next.get(id) ?? none,
  }));
  const last = Number.POSITIVE_INFINITY;
  ranks.sort((a, b) => (a.before.rank ?? last) - (b.before.rank ?? last) || a.order - b.order);
  return { ranks, unlocked };
}

function placings(settings: Settings, day: RecordOfDay): Map<string, RankShift['before']> {
  const parsed = parseScorebook(buildScorebook(settings, day));
  if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'));
  const { entries } = rankScorebook(parsed.scorebook, sha256);
  return new Map(entries.map(({ id, rank, score }) => [id, { rank, score }]));
}
