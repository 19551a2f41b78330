import type { Defense } from '../../../../shared/contract/defenses.ts';
import type { Recusal } from '../../../../shared/contract/judges.ts';
import type { Context } from '../../../context.ts';
import { competitionRow } from '../../competitions/queries.ts';
import { settingsSentence } from '../../competitions/scoring-rules.ts';
import { listDefenses } from '../../defenses/queries.ts';
import { panelOf } from '../../judges/panel.ts';
import { recusalsOf } from '../../judges/recusals.ts';
import { countedProposals } from '../../proposals/counted.ts';
import type { DayJudge } from '../../results/record-of-day.ts';
import { loadPaperHead } from '../head.ts';
import type { PaperHead } from '../head.ts';

/** What the papers of before the day are made from: no mark, no code of a judge, no telephone. */
export interface Preparation {
  head: PaperHead;
  /** The one address of the hall. */
  origin: string;
  rule: string;
  judges: readonly DayJudge[];
  /** In order; empty before the order is recorded. */
  order: readonly Defense[];
  /** Projects that passed the form check, by their number, whether the order is recorded or not. */
  passed: readonly { id: string; number: string; title: string; applicantName: string }[];
  recusals: readonly Recusal[];
  printedAt: number;
}

/** @throws ContractError not_found */
export async function loadPreparation(context: Context, competition: string): Promise<Preparation> {
  const { read } = context.store;
  const { settings } = await competitionRow(context, read, competition);
  const panel = await panelOf(context, read, competition);
  return {
    head: await loadPaperHead(context, competition),
    origin: context.config.origin,
    rule: settingsSentence(settings),
    judges: panel.map(({ id, profile }) => ({ id, profile })),
    order: await listDefenses(context, competition),
    passed: await passedProposals(context, competition),
    recusals: await recusalsOf(context, read, competition),
    printedAt: context.now(),
  };
}

async function passedProposals(context: Context, competition: string) {
  const rows = await countedProposals(context, context.store.read, competition);
  return rows
    .filter(({ status }) => status === 'passed')
    .map(({ id, number, content, applicant }) => ({
      id,
      number,
      title: content.title,
      applicantName: applicant.profile?.name ?? '',
    }));
}
