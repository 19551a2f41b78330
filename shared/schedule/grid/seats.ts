/**
 * One judge for each role, all different: the first of each list where that is possible, else by augmenting paths
 * (Kuhn). Null where no such choice exists.
 */
export function seatJudges(candidates: readonly (readonly number[])[]): number[] | null {
  const roleOf = new Map<number, number>();
  for (const role of candidates.keys()) if (!augment(role, candidates, roleOf, new Set())) return null;
  const seats = candidates.map(() => -1);
  for (const [judge, role] of roleOf) seats[role] = judge;
  return seats;
}

function augment(
  role: number,
  candidates: readonly (readonly number[])[],
  roleOf: Map<number, number>,
  seen: Set<number>,
): boolean {
  const mine = candidates[role] ?? [];
  const free = mine.find((judge) => !roleOf.has(judge));
  if (free !== undefined) {
    roleOf.set(free, role);
    return true;
  }
  for (const judge of mine) {
    if (seen.has(judge)) continue;
    seen.add(judge);
    const other = roleOf.get(judge);
    if (other !== undefined && augment(other, candidates, roleOf, seen)) {
      roleOf.set(judge, role);
      return true;
    }
  }
  return false;
}
