import type { PlannedProject } from '../../contract/schedule.ts';

/**
 * Who takes a place first: as drawn, those not drawn behind them by their numbers. `together`: the communities follow
 * one another as their first project was drawn, and inside each the projects as they were drawn.
 * @param drawn ids in the order drawn; null: nothing was drawn
 */
export function lotOrder(
  projects: readonly PlannedProject[],
  drawn: readonly string[] | null,
  together: boolean,
): string[] {
  const place = new Map(drawn?.map((id, index) => [id, index]));
  const order = [...projects].sort((a, b) => {
    const [one, two] = [place.get(a.proposal) ?? Infinity, place.get(b.proposal) ?? Infinity];
    if (one !== two) return one - two;
    return a.number < b.number ? -1 : 1;
  });
  if (!together) return order.map(({ proposal }) => proposal);
  const groups = new Map<string, string[]>();
  for (const { proposal, community } of order) {
    const key = community ?? '';
    groups.set(key, [...(groups.get(key) ?? []), proposal]);
  }
  return [...groups.values()].flat();
}
