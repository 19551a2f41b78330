import type { ApplicantProfile } from '../../../../shared/contract/applicants.ts';

/** A profile nobody has begun: the consent comes before the first personal field. */
export const emptyProfile: ApplicantProfile = {
  kind: 'organization',
  name: '',
  form: '',
  creditCode: null,
  creditCodeReason: '',
  host: null,
  community: null,
  leader: '',
  members: 0,
  profile: '',
  experience: '',
  consent: false,
};
