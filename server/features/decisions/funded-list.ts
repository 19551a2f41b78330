import type { DecisionBody, Result } from '../../../shared/contract/results.ts';
import type { Fen } from '../../../shared/units.ts';
import type { Context } from '../../context.ts';
import { latestResult, showResult } from '../results/queries.ts';
import { latestDecision } from './queries.ts';
import type { DecisionRecord } from './queries.ts';

/** A project proposed for funding, as lists and notices name it. */
export interface FundedProject {
  title: string;
  applicantName: string;
  community: string;
  amount: Fen;
}

/** The decision that holds, with the result it rests on. */
export interface ConfirmedDecision {
  decision: DecisionRecord;
  result: Result;
  /** In rank order. */
  funded: readonly FundedProject[];
}

/** The latest decision, if a second person has confirmed it and it rests on the latest result; else null. */
export async function confirmedDecision(
  context: Context,
  competition: string,
): Promise<ConfirmedDecision | null> {
  const { read } = context.store;
  const decision = await latestDecision(context, read, competition);
  const row = await latestResult(context, read, competition);
  if (!row || !decision || decision.confirmedAt === null || decision.resultVersion !== row.version)
    return null;
  const result = await showResult(context, row);
  return { decision, result, funded: fundedProjects(decision.body, result) };
}

function fundedProjects({ entries }: DecisionBody, result: Result): FundedProject[] {
  const amounts = new Map(entries.map(({ proposal, amount }) => [proposal, amount]));
  return result.entries.flatMap(({ proposal, title, applicantName, community }) => {
    const amount = amounts.get(proposal) ?? 0;
    return amount > 0 ? [{ title, applicantName, community, amount }] : [];
  });
}
