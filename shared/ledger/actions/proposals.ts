import Type from 'typebox';
import { action } from './action.ts';
import { Count, Hash, Id, Words } from './fields.ts';

const submission = { applicant: Id, number: Id, revision: Count, content: Hash, operation: Id };

/** From registering to the result of the form check. `content`: SHA-256 of the RFC 8785 form of that revision. */
export const proposalActions = {
  applicant_registered: action('applicant', { kind: Type.Enum(['organization', 'group']) }, { name: Words }),
  /** A new sign-in code replaces the one before: from here on its holder acts as the applicant. */
  applicant_code_issued: action('applicant', {}, {}),
  /** By the applicant, or by `system` for a complete draft at the deadline. */
  proposal_submitted: action('proposal', submission, {}),
  /** Submitted by a clerk from paper, Word or a photograph (代录). */
  proposal_entered: action('proposal', submission, {}),
  /** `fields`: how many are open for correction. */
  proposal_checked: action(
    'proposal',
    { revision: Count, verdict: Type.Enum(['pass', 'return', 'refuse']), fields: Count },
    { reason: Words },
  ),
  /** Before the day; on the day it is `defense_withdrawn`. */
  proposal_withdrawn: action('proposal', {}, { reason: Words }),
};
