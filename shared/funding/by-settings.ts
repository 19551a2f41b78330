import type { Settings } from '../contract/settings.ts';
import type { Fen } from '../units.ts';
import type { Budget, GroupLimit, Limits, Project } from './limits.ts';
import type { RankRule } from './rank/candidate.ts';
import { fundingSentence, inYuan } from './words.ts';

type Funded = Pick<Settings, 'money' | 'funding' | 'tracks' | 'communities'>;

/** The rule of a call. Where the pool has parts, a stop ends only the part that is short. */
export const rankRuleOf = ({ funding: { rule, trimLast } }: Funded): RankRule => ({
  rule,
  trimLast,
  stopEnds: 'budget',
});

/** The limits of a call: one budget without a name, or the parts of the pool. */
export function limitsOf(settings: Funded): Limits {
  const { funding, money } = settings;
  const parts = funding.budgets ?? [];
  const named = (limits: Funded['funding']['floors'] = []): GroupLimit[] =>
    limits.map((limit) => {
      const groups = limit.by === 'track' ? settings.tracks : settings.communities;
      return { ...limit, name: groups.find(({ id }) => id === limit.id)?.name ?? limit.id };
    });
  return {
    budgets:
      parts.length === 0
        ? [{ id: 'pool', name: '', amount: money.pool }]
        : parts.map(({ id, name, amount }): Budget => ({ id, name, amount })),
    floors: named(funding.floors),
    caps: named(funding.caps),
    count: funding.count,
  };
}

/** An amount by budget: all of it from the part of the project's category. */
export function costsOf({ funding: { budgets = [] } }: Funded, track: string | null, amount: Fen): Fen[] {
  if (budgets.length === 0) return [amount];
  const own = budgets.findIndex(({ tracks }) => track !== null && tracks.includes(track));
  const rest = budgets.findIndex(({ tracks }) => tracks.length === 0);
  const paying = own >= 0 ? own : Math.max(rest, 0);
  return budgets.map((_budget, index) => (index === paying ? amount : 0));
}

/** A project of a result as the money sees it. */
export const projectOf = (
  settings: Funded,
  entry: {
    readonly proposal: string;
    readonly trackId: string | null;
    readonly communityId: string | null;
    readonly requested: Fen;
    readonly minimum: Fen;
  },
): Project => ({
  id: entry.proposal,
  costs: costsOf(settings, entry.trackId, entry.requested),
  minimum: entry.minimum,
  track: entry.trackId,
  community: entry.communityId,
});

/** The rule of a call with all its limits, as the notice prints it. */
export const settingsSentence = (settings: Settings): string =>
  fundingSentence(rankRuleOf(settings), limitsOf(settings), settings.scoring.line ?? null, inYuan);
