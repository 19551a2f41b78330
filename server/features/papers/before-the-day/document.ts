import { ContractError } from '../../../../shared/contract/errors.ts';
import { preparationPapers as names } from '../../../../shared/contract/papers.ts';
import type { Context } from '../../../context.ts';
import type { Paper } from '../paper.ts';
import { printJob } from '../print-job.ts';
import { loadPreparation } from './data.ts';
import { preparationPapers } from './index.ts';

/**
 * Papers of before the day, in the order they are needed.
 * @param asked their names, separated by commas
 * @throws ContractError not_found for a name that is none
 */
export async function preparationDocument(
  context: Context,
  competition: string,
  asked: string,
): Promise<Paper> {
  const wanted = new Set(asked.split(','));
  const known = names.filter((name) => wanted.has(name));
  if (known.length < wanted.size) throw new ContractError('not_found');
  const data = await loadPreparation(context, competition);
  const [first, ...more] = known.map((name) => preparationPapers[name](data));
  if (first && more.length === 0) return first;
  return printJob(`${data.head.settings.name}会前打印`, first ? [first, ...more] : []);
}
