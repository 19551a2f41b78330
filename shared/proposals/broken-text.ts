import type { ProposalContent } from '../contract/proposals.ts';
import type { Fault } from './fault.ts';
import { wrong } from './fault.ts';

/** Half of a character, as some keyboards leave it behind when a picture sign is deleted; no hash can be made of it. */
const HALF = /\p{Surrogate}/u;

/** Members of the content that hold half a character. */
export const brokenTextFaults = (
  content: ProposalContent,
  members: readonly (keyof ProposalContent)[],
): Fault[] =>
  members.flatMap((name) =>
    isBroken(content[name]) ? wrong(name, '这里有一个残缺的符号（多半是没删干净的表情），请删掉重打') : [],
  );

function isBroken(value: unknown): boolean {
  if (typeof value === 'string') return HALF.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isBroken);
}
