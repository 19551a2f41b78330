import type { Quality } from '../../../shared/contract/quality.ts';
import type { DecisionBody } from '../../../shared/contract/results.ts';
import type { AnalysisInput } from '../../../shared/quality/analyse.ts';
import { withoutNames } from '../../../shared/quality/anonymous.ts';
import type { Context } from '../../context.ts';
import { competitionRow } from '../competitions/queries.ts';
import { accountNames } from '../people/queries.ts';
import { latestResult } from '../results/queries.ts';
import type { ResultRow } from '../results/queries.ts';
import { loadRecordOfDay } from '../results/record-of-day.ts';
import { isSigned } from '../results/signature.ts';
import { within } from './analyses.ts';
import { judgeNumbers } from './judge-numbers.ts';
import { openingsOf } from './openings.ts';
import { confirmedList } from './confirmed-list.ts';

/** Milliseconds a reader waits for an analysis that is being computed before being told so. */
const PATIENCE = 5_000;

type Analyse = (input: AnalysisInput) => Promise<NonNullable<Quality['analysis']>>;

/** The analysis of the latest result as this account may see it, or why it may not yet. */
export async function showQuality(
  context: Context,
  competition: string,
  account: string,
  analyse: Analyse,
): Promise<Quality> {
  const { read } = context.store;
  const nothing = { openings: [], projects: [], hasList: false, followsRanks: true, analysis: null };
  const row = await latestResult(context, read, competition);
  if (!row) return { ...nothing, state: 'no_result', version: 0 };
  const { version } = row;
  if (!(await isSigned(context, read, competition, version)))
    return { ...nothing, state: 'unsigned', version };
  const list = await confirmedList(context, read, competition, version);
  const opened = await openingsOf(context, read, competition, version);
  const names = await accountNames(
    context,
    opened.map((opening) => opening.account),
  );
  const openings = opened.map((opening) => ({ name: names.get(opening.account) ?? '', at: opening.at }));
  if (!opened.some((opening) => opening.account === account))
    return { ...nothing, state: 'closed', version, openings };
  const analysis = await within(PATIENCE, analyse(await inputOf(context, row, list)));
  if (!analysis) return { ...nothing, state: 'computing', version, openings };
  const { projects } = await loadRecordOfDay(context, competition);
  return {
    state: 'open',
    version,
    openings,
    projects: projects.map(({ id, order, title }) => ({ proposal: id, order, title })),
    hasList: list !== null,
    followsRanks: list === null || followsRanks(row, list),
    analysis,
  };
}

const fundedIn = ({ entries }: DecisionBody): Set<string> =>
  new Set(entries.filter(({ amount }) => amount > 0).map(({ proposal }) => proposal));

/** No name and no id of a judge goes further than this. */
async function inputOf(
  context: Context,
  { competition, scorebook, checksum }: ResultRow,
  list: DecisionBody | null,
): Promise<AnalysisInput> {
  const { settings } = await competitionRow(context, context.store.read, competition);
  const judges = scorebook.judges.map(({ id }) => id);
  return {
    scorebook: withoutNames(scorebook, judgeNumbers(context, competition, judges)),
    checksum,
    // Nobody stands above a line that has not been drawn.
    cut: list ? fundedIn(list).size : 0,
    parties: settings.parties.map(({ id, name }) => ({ id, name })),
  };
}

/** Whether the list takes the first ranks without leaving one out. */
function followsRanks({ result }: ResultRow, list: DecisionBody): boolean {
  const funded = fundedIn(list);
  return result.entries.every(({ id, rank }) => (rank !== null && rank <= funded.size) === funded.has(id));
}
