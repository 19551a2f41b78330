import type { Limits } from '../limits.ts';
import { totalOf } from '../limits.ts';
import { openPurse } from '../purse.ts';
import type { Allocation, Candidate, Grant, RankRule, Ranked } from './candidate.ts';
import type { FloorOracle } from './floor-oracle.ts';
import type { Standing } from './settle.ts';
import { refused, settle } from './settle.ts';
import { isUndecided } from './tie.ts';

/**
 * Gives money down the ranks (practice.md §6, the county default): a request that fits is granted whole; the first
 * that does not fit gets what is left if that is not below its minimum; there it stops, or with `skip` passes on.
 * Below the pass line nobody is funded; a full cap is passed over. Money and places that floors need are kept for
 * them: a project is granted only if whole grants can still meet the floors, and after a stop those who help a floor
 * follow in rank order. Equal ranks that cannot all be granted are left to the panel, and with them everybody below:
 * their order would decide who is funded.
 *
 * @param limits with floors that the eligible candidates can meet
 * @param candidates in rank order, those without a rank anywhere
 * @param oracle asked where counting does not tell whether the floors can still be met
 */
export function allocateByRank(
  limits: Limits,
  candidates: readonly Candidate[],
  rule: RankRule,
  oracle: FloorOracle,
): Allocation {
  const ranked = candidates.filter(isEligible);
  const grants = new Map<string, Grant>();
  const keep = (grant: Grant) => grants.set(grant.candidate.id, grant);
  let tiedAtLine: readonly string[] = [];
  let at: Standing = { purse: openPurse(limits), ended: null, closed: new Set() };
  let passed = 0;

  for (const group of rankGroups(ranked)) {
    passed += group.length;
    const way = { rule, oracle, later: ranked.slice(passed) };
    if (isUndecided(at, group, way)) {
      tiedAtLine = group.map(({ id }) => id);
      for (const candidate of group)
        keep(refused(candidate, { kind: 'tie', rank: candidate.rank, size: group.length }));
      at = { ...at, ended: 'after_tie' };
    } else
      for (const [index, candidate] of group.entries()) {
        const later = [...group.slice(index + 1), ...way.later];
        const { grant, next } = settle(at, candidate, { ...way, later });
        keep(grant);
        at = next;
      }
  }
  for (const candidate of candidates)
    if (!isEligible(candidate))
      keep(refused(candidate, { kind: candidate.rank === null ? 'unranked' : 'below_line' }));

  const inOrder = candidates.flatMap(({ id }) => grants.get(id) ?? []);
  const total = totalOf(inOrder.map(({ amount }) => amount));
  return { grants: inOrder, total, left: at.purse.pots, tiedAtLine };
}

/** Whether a candidate may get money at all. */
export const isEligible = (candidate: Candidate): candidate is Ranked =>
  candidate.rank !== null && !candidate.belowLine;

function rankGroups(ranked: readonly Ranked[]): Ranked[][] {
  const groups = new Map<number, Ranked[]>();
  for (const candidate of ranked) {
    const group = groups.get(candidate.rank);
    if (group) group.push(candidate);
    else groups.set(candidate.rank, [candidate]);
  }
  return [...groups.values()];
}
