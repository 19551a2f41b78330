import type { Grant, Ranked } from './candidate.ts';
import type { Standing, Way } from './settle.ts';
import { settle } from './settle.ts';

/**
 * Whether the order inside a group of equal rank would change who gets what. It does not where all are granted
 * whole; nor where whoever stands first gets what it gets further back, without bringing the list to a stop.
 */
export function isUndecided(at: Standing, group: readonly Ranked[], way: Way): boolean {
  if (group.length === 1) return false;
  const inOrder = settleInOrder(at, group, way);
  if (inOrder.every(({ cause }) => cause.kind === 'whole')) return false;
  const first = group.map((candidate) => {
    const others = group.filter((other) => other !== candidate);
    return settle(at, candidate, { ...way, later: [...others, ...way.later] });
  });
  if (first.every(({ grant }) => grant.amount === 0)) return false;
  return first.some(
    ({ grant, next }, index) => grant.amount !== inOrder[index]?.amount || hasStopped(at, next),
  );
}

function settleInOrder(at: Standing, group: readonly Ranked[], way: Way): Grant[] {
  let standing = at;
  return group.map((candidate, index) => {
    const later = [...group.slice(index + 1), ...way.later];
    const { grant, next } = settle(standing, candidate, { ...way, later });
    standing = next;
    return grant;
  });
}

const hasStopped = (before: Standing, after: Standing): boolean =>
  after.ended !== before.ended || after.closed.size > before.closed.size;
