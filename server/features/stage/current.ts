import { ContractError } from '../../../shared/contract/errors.ts';

/** Hands a caller whose base was stale the version on the server, read after the refused transaction. */
export async function withCurrent<T>(job: Promise<T>, current: () => Promise<unknown>): Promise<T> {
  try {
    return await job;
  } catch (error) {
    if (error instanceof ContractError && error.code === 'stale_revision')
      throw new ContractError('stale_revision', { current: await current() });
    throw error;
  }
}
