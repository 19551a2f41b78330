import type { Reply } from '../../../shared/contract/route.ts';
import type { results } from '../../../shared/contract/results.ts';
import { cellKey } from './record-of-day.ts';
import type { RecordOfDay } from './record-of-day.ts';

export type Readiness = Omit<Reply<typeof results.readiness>, 'latest' | 'outdated'>;

/** A sheet of these is not missing: in, or accounted for. */
const accounted = ['submitted', 'locked', 'absent', 'unassigned'];

/** What is missing before a result can be computed: sessions not locked, sheets neither in nor accounted for. */
export function readinessOf({ judges, projects, sheets, recused, lockedSessions }: RecordOfDay): Readiness {
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
  const ready = judges.length > 0 && taking.length > 0 && openSessions.length + missing.length === 0;
  return { ready, openSessions, missing };
}
