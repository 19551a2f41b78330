import type { JudgeNote } from '../../../shared/contract/preparing.ts';
import type { KeptNote } from './database.ts';

/** Between two texts of one note that were written apart. */
const divider = '\n— — —\n';

/**
 * Two devices wrote upon the same revision: nobody's words are lost, the other text stands first. Where one holds the
 * other already, that one is enough.
 */
export function joinedText(server: string, mine: string): string {
  if (server.includes(mine)) return server;
  if (mine.includes(server)) return mine;
  return `${server}${divider}${mine}`;
}

/** The notes of a judge after the server has told its own: what waits here to be sent stays as it is written. */
export function withServerNotes(
  judge: string,
  kept: readonly KeptNote[],
  told: readonly JudgeNote[],
): KeptNote[] {
  const waiting = kept.filter(({ sent }) => !sent);
  const others = told.filter(({ proposal }) => !waiting.some((one) => one.proposal === proposal));
  return [
    ...waiting,
    ...others.map(({ proposal, text, revision }) => ({ judge, proposal, text, base: revision, sent: true })),
  ];
}

/** The note that is sent next after the server refused this one because it holds another. */
export const rebased = (mine: KeptNote, server: JudgeNote): KeptNote => ({
  ...mine,
  text: joinedText(server.text, mine.text),
  base: server.revision,
});
