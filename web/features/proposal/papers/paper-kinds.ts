import type { ApplicantProfile } from '../../../../shared/contract/applicants.ts';
import type { Attachment } from '../../../../shared/contract/proposals.ts';

export type PaperKind = Attachment['kind'];

/** Papers asked for beside the seal page, the required one first. */
export const papersFor = (profile: ApplicantProfile | null): readonly PaperKind[] => [
  profile?.kind === 'group' ? 'host_authorisation' : 'registration',
  'budget_basis',
  'other',
];

/** What the server takes, by name; it looks at the content again. */
export const acceptedEndings = ['pdf', 'jpg', 'jpeg', 'png', 'doc', 'docx', 'xls', 'xlsx'] as const;

export const isAccepted = (name: string): boolean =>
  acceptedEndings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
