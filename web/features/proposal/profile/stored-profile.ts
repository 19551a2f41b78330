import type { ApplicantProfile } from '../../../../shared/contract/applicants.ts';
import { normalizeCreditCode } from '../../../../shared/proposals/credit-code.ts';

/** The profile as it is sent: codes as the standard writes them, and nothing of the kind that was not chosen. */
export function storedProfile(profile: ApplicantProfile): ApplicantProfile {
  const code = normalizeCreditCode(profile.creditCode ?? '');
  if (profile.kind === 'organization')
    return { ...profile, creditCode: code === '' ? null : code, host: null, community: null };
  const { host } = profile;
  return {
    ...profile,
    creditCode: null,
    host: host && { ...host, creditCode: normalizeCreditCode(host.creditCode) },
  };
}
