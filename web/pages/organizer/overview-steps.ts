import type { CompetitionSummary } from '../../../shared/contract/competitions.ts';
import type { ProposalStatus } from '../../../shared/contract/proposals.ts';
import type { Static } from 'typebox';
import type { PillKind } from '../../ui/status/StatusPill.vue';

/** What the overview knows; a number is null where this person may not see it. */
export interface OverviewFacts {
  stage: Static<typeof CompetitionSummary>['stage'];
  settingsFaults: number;
  approvers: number | null;
  applicants: number | null;
  proposals: readonly ProposalStatus[] | null;
  judges: number | null;
  seats: number;
  recusals: number | null;
  defenses: number | null;
  devices: number | null;
  openSessions: number | null;
  resultVersion: number | null;
  /** Of the latest version; null where this person may not see it. */
  resultState: 'signed' | 'unsigned' | 'outdated' | null;
}

/** One row of the task list; `state` is a locale key below `organizer.overview.state`. */
export interface OverviewStep {
  name: string;
  /** Page of the competition it is done on. */
  page: string;
  kind: PillKind;
  state: string;
  values: Readonly<Record<string, number>>;
}

type State = Pick<OverviewStep, 'kind' | 'state' | 'values'>;

const done = (state: string, values = {}): State => ({ kind: 'done', state, values });
const doing = (state: string, values = {}): State => ({ kind: 'doing', state, values });
const todo = (state: string, values = {}): State => ({ kind: 'todo', state, values });

/** A number that should be there: none yet, or how many. */
const counted = (count: number | null, none: string, some: string): State =>
  count === null ? done('hidden') : count === 0 ? todo(none) : done(some, { count });

function settingsState({ stage, settingsFaults }: OverviewFacts): State {
  if (stage !== 'draft') return done('frozen');
  return settingsFaults > 0 ? todo('faults', { count: settingsFaults }) : done('complete');
}

function proposalState({ proposals }: OverviewFacts): State {
  if (proposals === null) return done('hidden');
  const count = (status: ProposalStatus) => proposals.filter((one) => one === status).length;
  const waiting = count('submitted');
  const returned = count('returned');
  if (waiting > 0) return doing('to_check', { count: waiting });
  if (returned > 0) return doing('returned', { count: returned });
  return count('passed') === 0 ? todo('no_proposal') : done('passed', { count: count('passed') });
}

function judgeState({ judges, seats, recusals }: OverviewFacts): State {
  if (judges === null) return done('hidden');
  if (judges < seats) return todo('judges_missing', { count: judges, seats });
  return recusals === 0
    ? todo('no_recusal', { count: judges })
    : done('judges', { count: judges, recusals: recusals ?? 0 });
}

function defenseState({ defenses, openSessions }: OverviewFacts): State {
  if (openSessions === null || defenses === 0) return todo('not_started');
  return openSessions > 0 ? doing('open_sessions', { count: openSessions }) : done('locked');
}

function resultState({ resultVersion, resultState: state }: OverviewFacts): State {
  const known = counted(resultVersion, 'no_result', 'result');
  return resultVersion === null || resultVersion === 0 || state === null || state === 'signed'
    ? known
    : doing(state, known.values);
}

/** The steps of a competition in order, each with its state. */
export function overviewSteps(facts: OverviewFacts): OverviewStep[] {
  const { stage, approvers } = facts;
  const steps: [name: string, page: string, state: State][] = [
    ['settings', 'settings', settingsState(facts)],
    [
      'people',
      'people',
      (approvers ?? 2) < 2 ? todo('approvers', { count: 2 - (approvers ?? 0) }) : done('ready'),
    ],
    ['publish', 'overview', stage === 'draft' ? todo('unpublished') : done('published')],
    ['applicants', 'applicants', counted(facts.applicants, 'no_code', 'codes')],
    ['proposals', 'proposals', proposalState(facts)],
    ['judges', 'judges', judgeState(facts)],
    ['order', 'order', counted(facts.defenses, 'no_order', 'order')],
    ['devices', 'devices', counted(facts.devices, 'no_device', 'devices')],
    ['console', 'console', defenseState(facts)],
    ['results', 'results', resultState(facts)],
    ['decision', 'decision', stage === 'decided' ? done('decided') : todo('undecided')],
    ['papers', 'papers', stage === 'decided' ? done('printable') : todo('later')],
  ];
  return steps.map(([name, page, state]) => ({ name, page, ...state }));
}

/** The step to go on with: the first that is not done. */
export function nextStep(steps: readonly OverviewStep[]): OverviewStep | null {
  return steps.find(({ kind }) => kind !== 'done') ?? null;
}
