import type { Sha256 } from '../../ledger/hash.ts';
import type { DrawHashes } from '../draw.ts';
import { drawOrder } from '../draw.ts';
import type { DrawOutcome, Drawn, DrawRecord, Seats, SeatsDrawn } from './record.ts';

/** Why a record cannot be drawn; `part` counts from 0. */
export type Obstacle =
  | { readonly kind: 'not_revealed' | 'broken_commitment'; readonly part: number }
  | { readonly kind: 'too_few'; readonly seats: Seats; readonly there: number };

/** What a part is committed to before it is revealed: the SHA-256 of its UTF-8 bytes. */
export const commitmentOf = (part: string, sha256: Sha256): string => sha256(part);

/**
 * Draws a record by the one definition of `drawOrder`: every part revealed as it was committed to, then the order, and
 * of each group the first for its seats. Who takes a seat of a group is out for the seats of all.
 */
export function outcomeOf(
  record: DrawRecord,
  hashes: DrawHashes,
):
  | { readonly ok: true; readonly outcome: DrawOutcome }
  | { readonly ok: false; readonly obstacles: readonly Obstacle[] } {
  const { label, drawn, revealed, seats } = record;
  const parts = revealed.flatMap((part) => part ?? []);
  const obstacles = [...partObstacles(record, hashes.sha256), ...seatObstacles(drawn, seats ?? [])];
  if (obstacles.length > 0) return { ok: false, obstacles };
  const draw = drawOrder(
    parts,
    drawn.map(({ id }) => id),
    label,
    hashes,
  );
  const order = draw.order.map(({ id }) => id);
  return { ok: true, outcome: { ...draw, seats: seats === null ? null : seatsOf(drawn, seats, order) } };
}

function partObstacles({ revealed, commitments }: DrawRecord, sha256: Sha256): Obstacle[] {
  return revealed.flatMap((text, part): Obstacle[] => {
    if (text === null) return [{ kind: 'not_revealed', part }];
    const commitment = commitments?.[part];
    return commitment === undefined || commitment === commitmentOf(text, sha256)
      ? []
      : [{ kind: 'broken_commitment', part }];
  });
}

const mayTake = (seats: Seats, { group }: Drawn): boolean => seats.group === null || seats.group === group;

function seatObstacles(drawn: readonly Drawn[], seats: readonly Seats[]): Obstacle[] {
  const named = seats.filter(({ group }) => group !== null);
  return seats.flatMap((line): Obstacle[] => {
    const taken = line.group === null ? named.reduce((sum, { count }) => sum + count, 0) : 0;
    const there = drawn.filter((one) => mayTake(line, one)).length - taken;
    return there < line.count ? [{ kind: 'too_few', seats: line, there: Math.max(0, there) }] : [];
  });
}

/** Seats of groups are taken first, those of all from who is left, so that nobody is drawn twice. */
function seatsOf(drawn: readonly Drawn[], seats: readonly Seats[], order: readonly string[]): SeatsDrawn[] {
  const byId = new Map(drawn.map((one) => [one.id, one]));
  const gone = new Set<string>();
  const take = (line: Seats): SeatsDrawn => {
    const eligible = order.filter((id) => {
      const one = byId.get(id);
      return one !== undefined && mayTake(line, one) && !gone.has(id);
    });
    const ids = eligible.slice(0, line.count);
    for (const id of ids) gone.add(id);
    return { ...line, ids, substitutes: eligible.slice(line.count) };
  };
  const ofGroups = new Map(
    seats.flatMap((line) => (line.group === null ? [] : [[line, take(line)] as const])),
  );
  return seats.map((line) => ofGroups.get(line) ?? take(line));
}
