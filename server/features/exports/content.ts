import { ContractError } from '../../../shared/contract/errors.ts';
import type { ExportFile } from '../../../shared/contract/papers.ts';
import type { Context } from '../../context.ts';
import { writeWorkbook } from '../../exports/workbook.ts';
import { shownMark } from '../../rehearsal/mark.ts';
import { competitionRow } from '../competitions/queries.ts';
import { confirmedDecision } from '../decisions/funded-list.ts';
import { noticeDocument } from '../papers/documents.ts';
import { paperHtml } from '../papers/paper.ts';
import { resultRow } from '../results/queries.ts';
import { fundedCsv, fundedWorksheet } from './funded-files.ts';
import { scoresWorksheets } from './scores-file.ts';

/** The files of a set that the ledger names, and the versions they were made from. */
export interface SetContent {
  resultVersion: number;
  decisionVersion: number;
  files: ReadonlyMap<ExportFile, Uint8Array>;
}

/**
 * Makes the files of the decision that holds. The same state gives the same bytes.
 * @throws ContractError wrong_state while no decision is confirmed
 */
export async function makeContent(context: Context, competition: string): Promise<SetContent> {
  const confirmed = await confirmedDecision(context, competition);
  if (!confirmed) throw new ContractError('wrong_state', { message: '拟资助名单还没有确认，不能导出' });
  const { decision, result, funded } = confirmed;
  const { settings } = await competitionRow(context, context.store.read, competition);
  const { scorebook } = await resultRow(context, competition, result.version);
  const notice = paperHtml(await noticeDocument(context, competition));
  const mark = shownMark(context.config, settings);
  const name = mark ? `${settings.name}（${mark}）` : settings.name;
  const text = (content: string): Uint8Array => Buffer.from(content, 'utf8');
  const files: [ExportFile, Uint8Array][] = [
    ['funded.xlsx', await writeWorkbook([fundedWorksheet(name, funded)], decision.recordedAt)],
    ['funded.csv', text(fundedCsv(funded))],
    [
      'scores.xlsx',
      await writeWorkbook(scoresWorksheets(name, result, scorebook, settings.parties), result.at),
    ],
    ['scorebook.json', text(`${JSON.stringify(scorebook, null, 2)}\n`)],
    ['notice.html', text(notice)],
  ];
  return { resultVersion: result.version, decisionVersion: decision.version, files: new Map(files) };
}
