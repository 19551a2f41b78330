import { contract } from '../../../shared/contract/index.ts';
import type { Server } from '../../http/server.ts';
import { noticePaper } from './documents.ts';
import { paperReply } from './paper.ts';

export function registerPapers({ file, context }: Server): void {
  const { papers } = contract;
  file(papers.notice, async ({ params }) => paperReply(await noticePaper(context, params.competition)));
}
