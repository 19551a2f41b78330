import { contract } from '../../../shared/contract/index.ts';
import type { Server } from '../../http/server.ts';
import { ledgerPage } from './queries.ts';

export function registerLedger({ on, context }: Server): void {
  on(contract.ledger.page, ({ params, query }) => ledgerPage(context, params.competition, query));
}
