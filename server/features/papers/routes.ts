import { contract } from '../../../shared/contract/index.ts';
import type { Server } from '../../http/server.ts';
import {
  judgeSheetsDocument,
  noticeDocument,
  reportDocument,
  seatCardsDocument,
  summaryDocument,
} from './documents.ts';
import { paperReply } from './paper.ts';

export function registerPapers({ file, context }: Server): void {
  const { papers } = contract;

  file(papers.seatCards, async ({ params }) =>
    paperReply(await seatCardsDocument(context, params.competition)),
  );
  file(papers.judgeSheets, async ({ params }) =>
    paperReply(await judgeSheetsDocument(context, params.competition, params.session)),
  );
  file(papers.summary, async ({ params }) => paperReply(await summaryDocument(context, params.competition)));
  file(papers.report, async ({ params }) => paperReply(await reportDocument(context, params.competition)));
  file(papers.notice, async ({ params }) => paperReply(await noticeDocument(context, params.competition)));
}
