import { additions } from './additions.ts';
import { applicants } from './applicants.ts';
import { competitions } from './competitions.ts';
import { defenses } from './defenses.ts';
import { demo } from './demo.ts';
import { devices } from './devices.ts';
import { hallCheck } from './hall-check.ts';
import { helpCalls } from './help-calls.ts';
import { incidents } from './incidents.ts';
import { installation } from './installation.ts';
import { judges } from './judges.ts';
import { judging } from './judging.ts';
import { paperSheets } from './paper-sheets.ts';
import { exports, ledger, papers } from './papers.ts';
import { people } from './people.ts';
import { preparing } from './preparing.ts';
import { proposals } from './proposals.ts';
import { publicPages } from './public.ts';
import { quality } from './quality.ts';
import { recovery } from './recovery.ts';
import { decisions, results } from './results.ts';
import { ruleChanges } from './rule-changes.ts';
import { schedule } from './schedule.ts';
import { session } from './session.ts';
import { stage } from './stage.ts';

/** Every route there is, by resource. */
export const contract = {
  installation,
  session,
  people,
  competitions,
  applicants,
  proposals,
  judges,
  defenses,
  schedule,
  devices,
  helpCalls,
  hallCheck,
  judging,
  preparing,
  stage,
  recovery,
  incidents,
  paperSheets,
  results,
  additions,
  decisions,
  ruleChanges,
  quality,
  papers,
  exports,
  ledger,
  demo,
  publicPages,
};
