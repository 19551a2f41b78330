import { ContractError } from '../../../shared/contract/errors.ts';
import type { RuleChangeEffect, RuleParts } from '../../../shared/contract/rule-changes.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { settingsFaults } from '../../../shared/contract/settings-faults.ts';
import type { Context } from '../../context.ts';
import { ledgerHead } from '../../ledger.ts';
import { competitionRow, presentCompetition } from '../competitions/queries.ts';
import { scoringFaults, settingsSentence } from '../competitions/scoring-rules.ts';
import { loadRecordOfDay } from '../results/record-of-day.ts';
import { changeLines } from './lines.ts';
import { isSame, partsOf } from './parts.ts';
import { compareRanks } from './ranks.ts';
import { hasSubmittedSheet, touchedBy } from './touched.ts';

/** What a change would do, and the state that this was found in. */
export interface Foreseen {
  /** Entries in the ledger when it was read. */
  seen: number;
  before: RuleParts;
  settings: Settings;
  effect: RuleChangeEffect;
}

/**
 * Finds out what a change of rubric and rules would do, from the committed state.
 * @throws ContractError stale_revision, invalid_input with paths into the settings, wrong_state before publication,
 *   after the decision, without any difference, or for a rubric by which somebody has marked already
 */
export async function foresee(
  context: Context,
  competition: string,
  base: number,
  parts: RuleParts,
): Promise<Foreseen> {
  const { read } = context.store;
  // The head first: whatever is recorded while the rest is read makes the write start over.
  const head = await ledgerHead(context, read, competition);
  const row = await competitionRow(context, read, competition);
  if (row.publishedAt === null)
    throw new ContractError('wrong_state', { message: '征集公告还没有发布，请直接修改设置' });
  if (row.stage === 'decided')
    throw new ContractError('wrong_state', { message: '拟资助名单已确认，规则不能再改' });
  if (row.revision !== base)
    throw new ContractError('stale_revision', { current: presentCompetition(context, row) });
  const before = partsOf(row.settings);
  if (isSame(before, parts)) throw new ContractError('wrong_state', { message: '评分标准和规则没有改动' });
  const settings = { ...row.settings, ...parts };
  const fields = [...settingsFaults(settings), ...scoringFaults(settings)];
  if (fields.length > 0) throw new ContractError('invalid_input', { fields });
  const touched = await touchedBy(context, read, competition);
  requireUnmarked(before, parts, touched.sheets);
  const day = await loadRecordOfDay(context, competition);
  const isAfterSheet = await hasSubmittedSheet(context, read, competition);
  const effect: RuleChangeEffect = {
    kind: isAfterSheet ? 'changed' : 'corrected',
    version: row.rulesVersion + 1,
    lines: changeLines(before, parts, settings),
    sentenceBefore: settingsSentence(row.settings),
    sentenceAfter: settingsSentence(settings),
    touched,
    ...compareRanks(row.settings, settings, day),
  };
  return { seen: head?.seq ?? 0, before, settings, effect };
}

/**
 * What was marked by one rubric cannot be read by another.
 * @throws ContractError wrong_state
 */
export function requireUnmarked(before: RuleParts, after: RuleParts, sheets: number): void {
  if (sheets === 0 || isSame(before.rubric, after.rubric)) return;
  throw new ContractError('wrong_state', {
    message: `评委已经打了 ${sheets} 份分，评分标准不能再改；计分规则还可以改`,
  });
}
