import { eq } from 'drizzle-orm';
import { contract } from '../../../shared/contract/index.ts';
import { once } from '../../http/operation.ts';
import type { Server } from '../../http/server.ts';
import { panelOf } from '../judges/panel.ts';
import { keepNote, notesOf } from './notes.ts';
import { readingOf } from './reading.ts';
import { showUndertaking, undertake } from './undertake.ts';

export function registerPreparing({ on, context }: Server): void {
  const { preparing } = contract;
  const { read, write, t } = context.store;

  on(preparing.undertaking, ({ params }) => showUndertaking(context, read, params));

  on(preparing.undertake, async (call) => {
    const { params, body } = call;
    await once(call, params.competition, body.operation, async (tx) => {
      await undertake(context, tx, params, body);
      return {};
    });
    return showUndertaking(context, read, params);
  });

  on(preparing.reading, ({ params }) => readingOf(context, params));

  on(preparing.notes, ({ params }) => notesOf(context, params));

  on(preparing.saveNote, ({ params, body }) =>
    write(params.competition, (tx) => keepNote(context, tx, params, body)),
  );

  on(preparing.answered, async ({ params: { competition } }) => {
    const panel = await panelOf(context, read, competition);
    const given = await read.select().from(t.undertaking).where(eq(t.undertaking.competition, competition));
    return panel.map(({ id }) => ({
      judge: id,
      at: given.find(({ judge }) => judge === id)?.at ?? null,
    }));
  });
}
