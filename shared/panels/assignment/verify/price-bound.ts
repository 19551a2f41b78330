import type { Certificate } from '../model/answer.ts';
import { stepsAt } from '../model/fit.ts';
import type { AssignmentProblem } from '../model/problem.ts';
import { bestPanelOf } from './best-panel.ts';

/**
 * What the weighted totals of all proposals cannot exceed, in steps over the certificate's denominator: each proposal
 * takes its best panel at the prices, and each judge takes in the price of as many proposals as pays most (weak duality
 * of the assignment; any prices give a true bound, the right ones the least). Null where the quotas overlap in more
 * ways than can be counted through, or some proposal has no panel at all.
 * @param floor proposals below this total do not count as answers, in steps; null: all count
 */
export function weightedBound(
  problem: AssignmentProblem,
  certificate: Certificate,
  floor: bigint | null,
): bigint | null {
  const { judges, proposals, need, min, max, quotas } = problem;
  const bestPanel = bestPanelOf(quotas, judges.length);
  if (bestPanel === null) return null;
  let bound = 0n;
  for (let proposal = 0; proposal < proposals.length; proposal += 1) {
    const weight = certificate.weights[proposal] ?? 0n;
    const values = usable(problem, proposal, floor).map((steps, judge) =>
      steps === null ? null : weight * steps - (certificate.prices[judge] ?? 0n),
    );
    const best = bestPanel(values, need[proposal] ?? 0);
    if (best === null) return null;
    bound += best;
  }
  for (const [judge, price] of certificate.prices.entries())
    bound += price * BigInt(price > 0n ? Math.min(max[judge] ?? 0, proposals.length) : (min[judge] ?? 0));
  return bound;
}

/** No answer with every proposal at `floor` or above has a greater sum of fits than this, in steps. */
export function totalBound(
  problem: AssignmentProblem,
  certificate: Certificate,
  floor: bigint | null,
): bigint | null {
  const { denominator, weights } = certificate;
  if (weights.some((weight) => weight < denominator)) return null;
  const weighted = weightedBound(problem, certificate, floor);
  if (weighted === null) return null;
  const surplus = weights.reduce((total, weight) => total + weight - denominator, 0n);
  return floorDivide(weighted - surplus * (floor ?? 0n), denominator);
}

/** No answer has a worst-off proposal with a greater total than this, in steps. */
export function worstBound(problem: AssignmentProblem, certificate: Certificate): bigint | null {
  const weighted = weightedBound(problem, certificate, null);
  const weight = certificate.weights.reduce((total, each) => total + each, 0n);
  return weighted === null || weight <= 0n ? null : floorDivide(weighted, weight);
}

/** The fits of a proposal by judge; null for a conflict, or where even with the best others the floor is not reached. */
function usable(problem: AssignmentProblem, proposal: number, floor: bigint | null): (bigint | null)[] {
  const first = proposal * problem.judges.length;
  const steps = problem.judges.map((_, judge) =>
    problem.barred[first + judge] === 1 ? null : stepsAt(problem.fit, first + judge),
  );
  if (floor === null) return steps;
  const others = (problem.need[proposal] ?? 0) - 1;
  const best = steps.flatMap((value) => value ?? []).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const support = best.slice(0, others).reduce((total, value) => total + value, 0n);
  return steps.map((value) => (value === null || value + support < floor ? null : value));
}

const floorDivide = (a: bigint, b: bigint): bigint => {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
};
