import type { ApplicantProfile } from '../../../../shared/contract/applicants.ts';
import type { Fault } from '../../../../shared/proposals/fault.ts';
import { required } from '../../../../shared/proposals/fault.ts';
import { profileRefusals } from '../../../../shared/proposals/profile.ts';

/** What keeps a profile from being stored at all; anything else may follow later. Names have no empty form. */
export const profileBlockers = (profile: ApplicantProfile): Fault[] => [
  ...profileRefusals(profile),
  ...required('profile.name', profile.name, ''),
  ...(profile.host ? required('profile.host.name', profile.host.name, '') : []),
];
