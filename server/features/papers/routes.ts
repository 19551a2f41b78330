import { contract } from '../../../shared/contract/index.ts';
import type { Server } from '../../http/server.ts';
import { preparationDocument } from './before-the-day/document.ts';
import { dayJobDocument } from './day-job.ts';
import {
  briefDocument,
  derivationsDocument,
  judgeSheetsDocument,
  noticeDocument,
  querySheetDocument,
  reportDocument,
  seatCardsDocument,
  summaryDocument,
} from './documents.ts';
import { paperReply } from './paper.ts';

export function registerPapers({ file, context }: Server): void {
  const { papers } = contract;

  file(papers.preparation, async ({ params, query }) =>
    paperReply(await preparationDocument(context, params.competition, query.papers)),
  );
  file(papers.dayJob, async ({ params }) => paperReply(await dayJobDocument(context, params.competition)));
  file(papers.seatCards, async ({ params }) =>
    paperReply(await seatCardsDocument(context, params.competition)),
  );
  file(papers.judgeSheets, async ({ params }) =>
    paperReply(await judgeSheetsDocument(context, params.competition, params.session)),
  );
  file(papers.summary, async ({ params }) => paperReply(await summaryDocument(context, params.competition)));
  file(papers.derivations, async ({ params }) =>
    paperReply(await derivationsDocument(context, params.competition)),
  );
  file(papers.derivation, async ({ params }) =>
    paperReply(await derivationsDocument(context, params.competition, params.proposal)),
  );
  file(papers.querySheet, async ({ params }) =>
    paperReply(await querySheetDocument(context, params.competition, params.proposal)),
  );
  file(papers.report, async ({ params }) => paperReply(await reportDocument(context, params.competition)));
  file(papers.brief, async ({ params }) => paperReply(await briefDocument(context, params.competition)));
  file(papers.notice, async ({ params }) => paperReply(await noticeDocument(context, params.competition)));
}
