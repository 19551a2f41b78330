import { judging } from '../../../shared/contract/judging.ts';
import { call, newOperationId } from '../../api/client.ts';
import type { Desk } from './desk.ts';

/**
 * Has the server exchange two sheets of this judge, as they are in view, in one act.
 * @throws ContractError or NetworkError as `call`
 */
export async function exchange(desk: Desk, proposal: string, other: string): Promise<void> {
  const competition = desk.book.value?.competition ?? '';
  await call(judging.exchange, {
    params: { competition, judge: desk.judge, proposal },
    body: {
      operation: newOperationId(),
      other,
      base: desk.sheet(proposal).server.revision,
      otherBase: desk.sheet(other).server.revision,
    },
  });
  await desk.refresh();
}
