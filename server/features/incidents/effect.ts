import { and, eq, inArray } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Effect } from '../../../shared/contract/incidents.ts';
import type { CellState } from '../../../shared/contract/stage.ts';
import { countingOf } from '../../../shared/panels/counting.ts';
import { lockedSessions } from '../defenses/open.ts';
import { competitionState } from '../defenses/settings.ts';
import { panelOf } from '../judges/panel.ts';
import { latestResultVersion } from '../results/queries.ts';
import { loadCells } from '../stage/cells.ts';
import type { Cells } from '../stage/cells.ts';
import type { Place } from './incident.ts';

/** One sheet that an act touches, and what it is afterwards. */
export interface Touched {
  judge: string;
  proposal: string;
  after: CellState;
  total?: string | null;
}

const countsFor = (state: CellState): boolean => state !== 'recused' && state !== 'absent';

/**
 * Refuses every change of sheets outside the defenses: before the order is drawn there is none, and once the list
 * is confirmed a new result would be needed.
 * @throws ContractError wrong_state
 */
export async function requireDefense({ context, db, competition }: Place): Promise<void> {
  const { stage } = await competitionState(context, db, competition);
  if (stage === 'decided')
    throw new ContractError('wrong_state', { message: '拟资助名单已确认，评分表不能再动' });
  if (stage !== 'defense') throw new ContractError('wrong_state', { message: '还没有登记出场顺序' });
}

/** The effect of touching these sheets, on the numbers of valid sheets and on what was signed or computed before. */
export async function effectOf(place: Place, touched: readonly Touched[]): Promise<Effect> {
  const { context, db, competition } = place;
  const cells = await loadCells(context, db, competition);
  const { defense } = context.store.t;
  const proposals = [...new Set(touched.map(({ proposal }) => proposal))];
  const rows = await db
    .select({ proposal: defense.proposal, session: defense.session, order: defense.order })
    .from(defense)
    .where(and(eq(defense.competition, competition), inArray(defense.proposal, proposals)));
  const locked = await lockedSessions(context, db, competition);
  rows.sort((a, b) => a.order - b.order);
  return {
    sheets: touched.map(({ judge, proposal, after, total = null }) => ({
      judge,
      proposal,
      before: cells(judge, proposal),
      after,
      total,
    })),
    projects: await projectsOf(
      place,
      cells,
      touched,
      rows.map(({ proposal }) => proposal),
    ),
    signed: [...new Set(rows.map(({ session }) => session))].filter((session) => locked.has(session)),
    result: await latestResultVersion(context, db, competition),
  };
}

async function projectsOf(
  { context, db, competition }: Place,
  cells: Cells,
  touched: readonly Touched[],
  proposals: readonly string[],
): Promise<Effect['projects']> {
  const panel = await panelOf(context, db, competition);
  const { settings } = await competitionState(context, db, competition);
  const after = new Map(touched.map((one) => [`${one.judge} ${one.proposal}`, one.after]));
  return proposals
    .map((proposal) => {
      const before = panel.map(({ id }) => cells(id, proposal));
      const later = panel.map(({ id }, index) => after.get(`${id} ${proposal}`) ?? before[index] ?? 'none');
      const valid = later.filter(countsFor).length;
      return {
        proposal,
        panel: panel.length,
        before: before.filter(countsFor).length,
        after: valid,
        counting: countingOf(settings.scoring, valid),
      };
    })
    .filter((project) => project.before !== project.after);
}
