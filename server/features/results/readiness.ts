import type { Reply } from '../../../shared/contract/route.ts';
import type { results } from '../../../shared/contract/results.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { cellKey } from './record-of-day.ts';
import type { RecordOfDay } from './record-of-day.ts';

export type Readiness = Omit<Reply<typeof results.readiness>, 'latest' | 'outdated' | 'signed'>;

/** A sheet of these is not missing: in, or accounted for. */
const accounted = ['submitted', 'locked', 'absent', 'unassigned'];

/**
 * What is missing before a result can be computed: sessions not locked, sheets neither in nor accounted for, votes not
 * entered where the rule counts them.
 */
export function readinessOf(
  { judges, projects, sheets, recused, lockedSessions, votes }: RecordOfDay,
  { scoring }: Pick<Settings, 'scoring'>,
): Readiness {
  const done = new Set(
    sheets
      .filter(({ status }) => accounted.includes(status))
      .map(({ judge, proposal }) => cellKey(judge, proposal)),
  );
  const taking = projects.filter(({ withdrawn }) => withdrawn === null);
  const openSessions = [...new Set(taking.map(({ session }) => session))].filter(
    (session) => !lockedSessions.has(session),
  );
  const missing = taking.flatMap(({ id, order, title }) =>
    judges
      .filter((judge) => !done.has(cellKey(judge.id, id)) && !recused.has(cellKey(judge.id, id)))
      .map((judge) => ({ judge: judge.id, judgeName: judge.profile.name, proposal: id, order, title })),
  );
  const counted = new Set(votes.map(({ proposal }) => proposal));
  const votesMissing = scoring.beside?.votes !== undefined && taking.some(({ id }) => !counted.has(id));
  const ready =
    judges.length > 0 && taking.length > 0 && openSessions.length + missing.length === 0 && !votesMissing;
  return { ready, openSessions, missing, votesMissing };
}
