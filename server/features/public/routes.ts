import { createHash } from 'node:crypto';
import { ContractError } from '../../../shared/contract/errors.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { Server } from '../../http/server.ts';
import { competitionRow, presentCompetition } from '../competitions/queries.ts';
import { ruleNotices } from '../rule-changes/queries.ts';
import { callPage } from './call-page.ts';
import { pageStyle } from './style.ts';

const styleHash = `sha256-${createHash('sha256').update(pageStyle).digest('base64')}`;

export function registerPublic({ file, context }: Server): void {
  file(contract.publicPages.call, async ({ params }) => {
    const row = await competitionRow(context, context.store.read, params.competition);
    if (row.publishedAt === null) throw new ContractError('not_found');
    const page = callPage(presentCompetition(context, row), await ruleNotices(context, params.competition));
    return { type: 'text/html; charset=utf-8', body: page.text, styleHash };
  });
}
