import type { CompetitionRole } from '../../../shared/contract/roles.ts';

/** Most roles one officer may hold, as the contract has it. */
export const mostRoles = 3;

/**
 * Whether a person would run the competition and answer for it at once: operator together with sponsor or
 * supervisor (practice §1). It can be forced, and is then printed in the review report.
 */
export function holdsBothSides(roles: readonly CompetitionRole[]): boolean {
  return roles.includes('operator') && (roles.includes('sponsor') || roles.includes('supervisor'));
}
