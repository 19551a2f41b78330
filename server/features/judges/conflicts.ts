import { ContractError } from '../../../shared/contract/errors.ts';
import type { PairCheck, Suspicion } from '../../../shared/contract/judges.ts';
import { checkWords } from '../../../shared/panels/check-words.ts';
import { conflictChecks } from '../../../shared/panels/conflict-checks.ts';
import type { Context } from '../../context.ts';
import { competitionState } from '../defenses/settings.ts';
import { conflictOrigins } from './conflict-origins.ts';
import { recusalsOf } from './recusals.ts';

/** Possible conflicts without an answer: neither a recusal nor a disclosure stands between the two. */
export async function suspectedConflicts(context: Context, competition: string): Promise<Suspicion[]> {
  const { read } = context.store;
  const { settings } = await competitionState(context, read, competition);
  const { judges, projects } = await conflictOrigins(context, read, competition);
  const answered = new Set(
    (await recusalsOf(context, read, competition)).map(({ judge, proposal }) => `${judge} ${proposal}`),
  );
  return judges.flatMap((judge) =>
    projects
      .filter(({ proposal, isLocked }) => !isLocked && !answered.has(`${judge.judge} ${proposal}`))
      .flatMap((project) =>
        conflictChecks(judge, project, settings.communities)
          .filter(({ outcome }) => outcome === 'question')
          .map((check) => ({
            judge: judge.judge,
            proposal: project.proposal,
            kind: check.kind,
            words: checkWords(check, judge, project, settings.communities),
          })),
      ),
  );
}

/**
 * What was held against what between a judge and a project.
 * @throws ContractError not_found
 */
export async function pairChecks(
  context: Context,
  { competition, judge: judgeId, proposal }: { competition: string; judge: string; proposal: string },
): Promise<PairCheck[]> {
  const { read } = context.store;
  const { settings } = await competitionState(context, read, competition);
  const { judges, projects } = await conflictOrigins(context, read, competition);
  const judge = judges.find((each) => each.judge === judgeId);
  const project = projects.find((each) => each.proposal === proposal);
  if (!judge || !project) throw new ContractError('not_found');
  return conflictChecks(judge, project, settings.communities).map((check) => ({
    kind: check.kind,
    outcome: check.outcome,
    words: checkWords(check, judge, project, settings.communities),
  }));
}
