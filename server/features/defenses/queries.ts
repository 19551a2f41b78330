import { eq } from 'drizzle-orm';
import type { Defense } from '../../../shared/contract/defenses.ts';
import { plannedStart } from '../../../shared/stage/timetable.ts';
import type { Context } from '../../context.ts';
import { competitionState } from './settings.ts';

/** The defenses in the course of the day; empty before the order is recorded. */
export async function listDefenses(context: Context, competition: string): Promise<Defense[]> {
  const { t, read } = context.store;
  const { settings } = await competitionState(context, read, competition);
  const rows = await read.select().from(t.defense).where(eq(t.defense.competition, competition));
  return rows
    .sort((a, b) => a.turn - b.turn || a.order - b.order)
    .map((row) => ({
      proposal: row.proposal,
      order: row.order,
      session: row.session,
      status: row.status as Defense['status'],
      title: row.title,
      applicantName: row.applicantName,
      community: row.community,
      plannedStart: row.plannedStart ?? plannedStart(row.order, settings.timeline),
    }));
}
