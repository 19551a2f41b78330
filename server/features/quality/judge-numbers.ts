import type { Context } from '../../context.ts';
import { derivedToken } from '../../derive.ts';
import { sha256 } from '../../sha256.ts';

/**
 * 评委1…n of a competition: an order that only the server's key gives, so that it is the same at every look, says
 * nothing of seats and cannot be worked out from any file that leaves the house.
 */
export function judgeNumbers(
  context: Context,
  competition: string,
  judges: readonly string[],
): ReadonlyMap<string, number> {
  const key = derivedToken(context, `quality-judges\n${competition}`);
  const drawn = judges.map((judge) => ({ judge, place: sha256(`${key}\n${judge}`) }));
  drawn.sort((a, b) => (a.place < b.place ? -1 : 1));
  return new Map(drawn.map(({ judge }, index) => [judge, index + 1]));
}
