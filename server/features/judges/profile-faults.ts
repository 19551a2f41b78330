import { ContractError } from '../../../shared/contract/errors.ts';
import type { JudgeProfile } from '../../../shared/contract/judges.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { JudgeRow } from './panel.ts';

/**
 * Checks a profile against the settings and the rest of the panel: party and community are known, no two judges
 * have one name (they would be one button on the tablet), the panel has one head.
 * @throws ContractError invalid_input, already_exists
 */
export function checkProfile(
  profile: JudgeProfile,
  { parties, communities }: Settings,
  others: readonly JudgeRow[],
): void {
  const unknown = [
    ...(parties.some(({ id }) => id === profile.party)
      ? []
      : [{ path: 'profile.party', message: '没有这个评委来源' }]),
    ...(profile.community === null || communities.some(({ id }) => id === profile.community)
      ? []
      : [{ path: 'profile.community', message: '没有这个社区' }]),
  ];
  if (unknown.length > 0) throw new ContractError('invalid_input', { fields: unknown });
  const taken = [
    ...(others.some((other) => other.profile.name === profile.name)
      ? [{ path: 'profile.name', message: '评委组里已有同名评委，请加以区分' }]
      : []),
    ...(profile.head && others.some((other) => other.profile.head)
      ? [{ path: 'profile.head', message: '评委组已有组长' }]
      : []),
  ];
  if (taken.length > 0) throw new ContractError('already_exists', { fields: taken });
}
