import { known } from '../../../server/demo/play.ts';
import type { Hall } from './hall.ts';

/** What the server's own tables hold, read beside the server. */

/** The sheet of a judge for a project of the model, as it counts; undefined while there is none. */
export async function storedSheet({ server, play }: Hall, judge: string, project: string) {
  const { t, read } = server.context.store;
  const [judgeId, proposal] = [known(play.judges, judge), known(play.proposals, project)];
  const all = await read.select().from(t.sheet);
  return all.find((one) => one.judge === judgeId && one.proposal === proposal);
}

/** Every revision of a judge for a project, oldest first. */
export async function storedRevisions({ server, play }: Hall, judge: string, project: string) {
  const { t, read } = server.context.store;
  const [judgeId, proposal] = [known(play.judges, judge), known(play.proposals, project)];
  const all = await read.select().from(t.sheetRevision).orderBy(t.sheetRevision.revision);
  return all.filter((one) => one.judge === judgeId && one.proposal === proposal);
}

/** The entries of the ledger with this action that name the judge as actor or in their data. */
export async function entriesOf({ server, play }: Hall, action: string, judge: string) {
  const { t, read } = server.context.store;
  const id = known(play.judges, judge);
  const all = await read.select().from(t.ledger).orderBy(t.ledger.seq);
  return all.filter(
    (one) => one.action === action && (one.actor === `judge:${id}` || one.data['judge'] === id),
  );
}

/** Marks by criterion of the model, from whole numbers in the order of the criteria. */
export const marksOf = (values: readonly number[]): Record<string, string> =>
  Object.fromEntries(
    ['need', 'design', 'effect', 'team', 'budget', 'innovation'].flatMap((id, place) =>
      values[place] === undefined ? [] : [[id, String(values[place])]],
    ),
  );
