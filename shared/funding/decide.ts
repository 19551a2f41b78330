import type { MipEngine } from '../solver/mip.ts';
import { engineOracle } from './best/engine-oracle.ts';
import type { EngineOracle } from './best/engine-oracle.ts';
import type { Clash } from './clash/clash.ts';
import { canBeKept, clashingRules } from './clash/clash.ts';
import { cheapestRelaxation } from './clash/relaxation.ts';
import type { Change } from './clash/relaxation.ts';
import type { Ruled } from './clash/rules.ts';
import { rulesOf } from './clash/rules.ts';
import type { Limits } from './limits.ts';
import { allocateByRank, isEligible } from './rank/by-rank.ts';
import type { Allocation, Candidate, RankRule } from './rank/candidate.ts';
import type { FloorOracle } from './rank/floor-oracle.ts';
import type { Tools } from './tools.ts';

/** A list down the ranks with the limits it keeps. */
export type RankedList = {
  readonly allocation: Allocation;
  /** Those of the call, floors lowered where no list can meet them all. */
  readonly limits: Limits;
  /** Why floors had to be lowered; null: they were not. */
  readonly clash: Clash | null;
};

/**
 * A list down the ranks for people to decide on: where the floors cannot all be met, by the floors lowered as little
 * as can be. Null: the time ran out before it was certain.
 */
export async function rankedList(
  limits: Limits,
  candidates: readonly Candidate[],
  rule: RankRule,
  tools: Tools,
): Promise<RankedList | null> {
  if (limits.floors.length === 0)
    return { allocation: allocateByRank(limits, candidates, rule, noFloors), limits, clash: null };
  const engine = await tools.loadEngine();
  const asked = engineOracle(engine, tools.secondsLeft);
  const projects = candidates.filter(isEligible).map((candidate) => ({ ...candidate, score: 0n }));
  const ruled: Ruled = { projects, limits, line: null };
  const clash = canBeKept(ruled, asked.oracle) ? null : clashOf(ruled, asked, engine, tools);
  const reachable = clash === null ? limits : withFloorsLowered(limits, clash.changes ?? []);
  const allocation = allocateByRank(reachable, candidates, rule, asked.oracle);
  return asked.isSure() ? { allocation, limits: reachable, clash } : null;
}

/** The fewest rules that clash, and the floors as they can be met. */
function clashOf(ruled: Ruled, asked: EngineOracle, engine: MipEngine, { secondsLeft }: Tools): Clash {
  const changes = cheapestRelaxation(ruled, ({ kind }) => kind === 'floor', engine, secondsLeft);
  return { rules: clashingRules(ruled, asked) ?? rulesOf(ruled), changes };
}

function withFloorsLowered(limits: Limits, changes: readonly Change[]): Limits {
  const floors = limits.floors.map((floor) => {
    const change = changes.find(({ rule }) => rule.kind === 'floor' && rule.limit === floor);
    return change ? { ...floor, value: Number(change.to) } : floor;
  });
  return { ...limits, floors: floors.filter(({ value }) => value > 0) };
}

const noFloors: FloorOracle = () => true;
