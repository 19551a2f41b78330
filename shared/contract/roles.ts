/**
 * Roles a request can have. `sponsor` … `applicant` are held in one competition; `officer` is any signed-in
 * organizer account of the installation, `device` an enrolled tablet or phone, `public` everybody.
 */
export const competitionRoles = ['sponsor', 'operator', 'tally_clerk', 'host', 'supervisor'] as const;
export type CompetitionRole = (typeof competitionRoles)[number];

export const roles = ['public', 'officer', 'device', ...competitionRoles, 'judge', 'applicant'] as const;
export type Role = (typeof roles)[number];

/**
 * Who may call a route: a role, or `role:own` where the subject named in the path must be the caller's own
 * (a judge's sheet, an applicant's proposal). Whatever is not granted is refused.
 */
export type Grant = Role | 'judge:own' | 'applicant:own';

/**
 * The role that signs a result beside somebody with these roles: sponsor and supervisor sign together, two sponsors where a
 * competition has no supervisor.
 * @param own roles of the one who signs first
 * @param hasSupervisor whether the competition has one
 */
export function signsBeside(own: readonly CompetitionRole[], hasSupervisor: boolean): CompetitionRole {
  if (own.includes('supervisor') && !own.includes('sponsor')) return 'sponsor';
  return hasSupervisor ? 'supervisor' : 'sponsor';
}

/** Everybody on the organizers' side. */
export const organizers = [
  'sponsor',
  'operator',
  'tally_clerk',
  'host',
  'supervisor',
] as const satisfies Grant[];
