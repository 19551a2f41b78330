import Type from 'typebox';
import { competitionRoles } from '../../contract/roles.ts';
import { closed } from '../../contract/route.ts';
import { action } from './action.ts';
import { Approver, Count, Day, Hash, Id, PublicKey, Time, Words } from './fields.ts';

const Role = Type.Enum([...competitionRoles]);
const Paper = Type.Enum(['call', 'correction', 'notice', 'funded_list']);

/** Setting up, rules, people in charge, publication, files that leave the house. */
export const competitionActions = {
  /** First entry of every competition; `key` checks the manifests and receipts that follow. */
  competition_created: action('competition', { key: PublicKey }, { name: Words }),
  signing_key_changed: action('competition', { key: PublicKey }, {}),

  /** `settings`: SHA-256 of their RFC 8785 form. `scoring`: `scoringRulesHash` of what the scorebook will hold. */
  rules_frozen: action('competition', { version: Count, settings: Hash, scoring: Hash }, {}),
  /** By the sponsor with a correction notice, before the first submitted sheet. */
  rules_corrected: action(
    'competition',
    { version: Count, settings: Hash, scoring: Hash },
    { reason: Words },
  ),
  /** After it, by two people. */
  rules_changed: action(
    'competition',
    { version: Count, settings: Hash, scoring: Hash, approver: Approver },
    { reason: Words },
  ),

  officer_added: action('officer', {}, { name: Words }),
  officer_removed: action('officer', {}, {}),
  role_granted: action('officer', { role: Role }, {}),
  role_removed: action('officer', { role: Role }, {}),
  approval_secret_set: action('officer', {}, {}),
  /** `act`: the action approved; `preview`: SHA-256 of exactly what the approver was shown. */
  approval_given: action('competition', { act: Id, preview: Hash }, {}),
  /** Later consent to an act that took effect without a second person; `entry` is its `seq`. */
  countersigned: action('competition', { entry: Count }, {}),

  published: action('competition', { paper: Paper, version: Count, content: Hash }, {}),
  publication_evidenced: action(
    'competition',
    { paper: Paper, channel: Type.Enum(['website', 'board', 'other']), first: Day, last: Day, file: Hash },
    {},
  ),
  objection_recorded: action('competition', { objection: Id }, { text: Words }),
  objection_answered: action(
    'competition',
    { objection: Id, outcome: Type.Enum(['upheld', 'partly_upheld', 'rejected']) },
    { text: Words },
  ),

  /** Written before the files that it does not name: ledger, openings, manifest. */
  exported: action('export', { files: Type.Array(closed({ path: Type.String(), sha256: Hash })) }, {}),
  /** `size` and `taken` (time) of the copy that was restored; entries after it are gone. */
  backup_restored: action('competition', { epoch: Id, size: Count, taken: Time }, {}),
  data_erased: action('competition', { openings: Count }, { reason: Words }),
};
