import { and, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { JudgeNote } from '../../../shared/contract/preparing.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import type { Owner } from './undertake.ts';

/** A judge's own notes. */
export async function notesOf({ store }: Context, { judge }: Owner): Promise<JudgeNote[]> {
  const { judgeNote } = store.t;
  const rows = await store.read.select().from(judgeNote).where(eq(judgeNote.judge, judge));
  return rows.map(present);
}

const present = ({ proposal, text, revision, savedAt }: JudgeNote): JudgeNote => ({
  proposal,
  text,
  revision,
  savedAt,
});

/**
 * Keeps a note. Notes are nobody's business but the judge's: no ledger entry, no event.
 * @throws ContractError not_found, stale_revision with the note as it is
 */
export async function keepNote(
  context: Context,
  tx: Db,
  { competition, judge, proposal }: Owner & { proposal: string },
  { base, text }: { base: number; text: string },
): Promise<JudgeNote> {
  const { judgeNote, proposal: proposals } = context.store.t;
  const [known] = await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(eq(proposals.id, proposal), eq(proposals.competition, competition)));
  if (!known) throw new ContractError('not_found');
  const [before] = await tx
    .select()
    .from(judgeNote)
    .where(and(eq(judgeNote.judge, judge), eq(judgeNote.proposal, proposal)));
  // The answer to a save was lost, and it is sent again.
  if (before && before.text === text) return present(before);
  if ((before?.revision ?? 0) !== base)
    throw new ContractError('stale_revision', {
      current: before ? present(before) : { proposal, text: '', revision: 0, savedAt: 0 },
    });
  const kept = { proposal, text, revision: base + 1, savedAt: context.now() };
  await tx
    .insert(judgeNote)
    .values({ judge, competition, ...kept })
    .onConflictDoUpdate({ target: [judgeNote.judge, judgeNote.proposal], set: kept });
  return kept;
}
