import { ContractError } from '../../../shared/contract/errors.ts';
import type { Phase, WaitingList } from '../../../shared/contract/stage.ts';
import { expectedStarts, restOfDefense } from '../../../shared/stage/expected-start.ts';
import type { Context } from '../../context.ts';
import { listDefenses } from '../defenses/queries.ts';
import { competitionState } from '../defenses/settings.ts';
import { stageRow } from './snapshot.ts';

/**
 * The order of the day with the time at which each waiting project is expected, as things stand now.
 * @throws ContractError not_found, also before the call is published
 */
export async function waitingList(context: Context, competition: string): Promise<WaitingList> {
  const { read } = context.store;
  const { settings, stage } = await competitionState(context, read, competition);
  if (stage === 'draft') throw new ContractError('not_found');
  const { timeline } = settings;
  const now = context.now();
  const turns = await listDefenses(context, competition);
  const { phase, endsAt, remaining } = await stageRow(context, read, competition);
  const minutes = {
    present: timeline.presentMinutes,
    question: timeline.questionMinutes,
    change: timeline.changeMinutes,
  };
  const left = endsAt === null ? remaining : endsAt - now;
  const expected = expectedStarts(turns, timeline, restOfDefense(phase as Phase, left, minutes), now);
  return {
    serverTime: now,
    turns: turns.map(({ proposal, order, title, applicantName, status }) => ({
      proposal,
      order,
      title,
      applicantName,
      status,
      expected: expected.get(proposal) ?? null,
    })),
  };
}
