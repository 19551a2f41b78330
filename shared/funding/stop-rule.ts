import type { Fen } from '../units.ts';
import type { Allocation, Candidate, Cause, Grant, RankRule } from './candidate.ts';

type Ranked = Candidate & { readonly rank: number };

/** What is left while going down the ranks; `ended` says why nobody further down can be funded. */
type Purse = { left: Fen; slots: number; ended: 'after_stop' | 'after_tie' | null };

/**
 * Gives money down the ranks (practice.md §6, the county default): a request that fits is granted whole; the first
 * that does not fit gets what is left if that is not below its minimum; there it stops, or with `skip` passes on.
 * Below the pass line nobody is funded. Equal ranks that do not all fit are left to the panel, and with them
 * everybody below: their order would decide who is funded.
 *
 * @param pool fen
 * @param candidates in rank order, those without a rank anywhere
 */
export function allocateByRank(pool: Fen, candidates: readonly Candidate[], rule: RankRule): Allocation {
  const purse: Purse = { left: pool, slots: rule.count ?? Infinity, ended: null };
  const grants = new Map<string, Grant>();
  const settle = (candidate: Candidate, amount: Fen, cause: Cause) => {
    grants.set(candidate.id, { candidate, amount, cause });
    purse.left -= amount;
    if (amount > 0) purse.slots -= 1;
  };
  let tiedAtLine: readonly string[] = [];

  for (const group of rankGroups(candidates.filter(isEligible))) {
    if (isUndecided(group, purse, rule)) {
      tiedAtLine = group.map(({ id }) => id);
      for (const candidate of group)
        settle(candidate, 0, { kind: 'tie', rank: candidate.rank, size: group.length });
      purse.ended = 'after_tie';
    } else for (const candidate of group) settle(candidate, ...grantFor(candidate, purse, rule));
  }
  for (const candidate of candidates)
    if (!isEligible(candidate))
      settle(candidate, 0, { kind: candidate.rank === null ? 'unranked' : 'below_line' });

  return {
    grants: candidates.flatMap(({ id }) => grants.get(id) ?? []),
    total: pool - purse.left,
    left: purse.left,
    tiedAtLine,
  };
}

const isEligible = (candidate: Candidate): candidate is Ranked =>
  candidate.rank !== null && !candidate.belowLine;

function rankGroups(ranked: readonly Ranked[]): Ranked[][] {
  const groups = new Map<number, Ranked[]>();
  for (const candidate of ranked)
    groups.set(candidate.rank, [...(groups.get(candidate.rank) ?? []), candidate]);
  return [...groups.values()];
}

/** Whether the order inside a group of equal rank would change who gets what. */
function isUndecided(group: readonly Ranked[], { left, slots, ended }: Purse, rule: RankRule): boolean {
  if (group.length === 1 || ended !== null) return false;
  const sum = group.reduce((total, { requested }) => total + requested, 0);
  if (sum <= left && group.length <= slots) return false;
  return slots > 0 && group.some((candidate) => fits(candidate, left) || trims(candidate, left, rule));
}

const fits = ({ requested }: Candidate, left: Fen): boolean => requested <= left;
const trims = ({ minimum }: Candidate, left: Fen, { trimLast }: RankRule): boolean =>
  trimLast && left > 0 && minimum <= left;

function grantFor(candidate: Candidate, purse: Purse, rule: RankRule): [Fen, Cause] {
  const { left, slots, ended } = purse;
  if (ended !== null) return [0, { kind: left === 0 ? 'no_money' : ended }];
  if (slots === 0) return [0, { kind: 'count', count: rule.count ?? 0 }];
  if (fits(candidate, left)) return [candidate.requested, { kind: 'whole' }];
  if (rule.rule === 'stop') purse.ended = 'after_stop';
  if (trims(candidate, left, rule)) return [left, { kind: 'trimmed', left }];
  return [0, left === 0 ? { kind: 'no_money' } : { kind: 'too_dear', left, mayTrim: rule.trimLast }];
}
