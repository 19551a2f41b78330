import { and, asc, eq, isNull } from 'drizzle-orm';
import type { RaisedHand } from '../../../shared/contract/help-calls.ts';
import type { Context } from '../../context.ts';
import type { JudgeRow } from '../judges/panel.ts';

/** Hands raised that nobody has answered, oldest first. */
export async function raisedHands(
  { store: { read, t } }: Context,
  competition: string,
  panel: readonly JudgeRow[],
): Promise<RaisedHand[]> {
  const rows = await read
    .select()
    .from(t.helpCall)
    .where(and(eq(t.helpCall.competition, competition), isNull(t.helpCall.answeredAt)))
    .orderBy(asc(t.helpCall.at), asc(t.helpCall.id));
  return rows.map(({ id, judge, seat, about, at }) => {
    const profile = panel.find((one) => one.id === judge)?.profile;
    return {
      id,
      seat: seat ?? profile?.seat ?? null,
      name: profile?.name ?? '',
      about: about as RaisedHand['about'],
      at,
    };
  });
}
