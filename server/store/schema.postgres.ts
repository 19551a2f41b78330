import { postgresKit } from './kit.ts';
import { defineSchema } from './schema.ts';

/** What drizzle-kit reads for PostgreSQL: one export a table. */
export const {
  fact,
  account,
  session,
  competition,
  ruleChange,
  member,
  applicant,
  proposal,
  proposalVersion,
  attachment,
  operation,
  ledger,
  opening,
  judge,
  recusal,
  defense,
  schedule,
  stage,
  sessionLock,
  invitation,
  device,
  seated,
  sheet,
  sheetRevision,
  result,
  tieDecision,
  decision,
  exportSet,
} = defineSchema(postgresKit);
