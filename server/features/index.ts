import type { Server } from '../http/server.ts';
import { registerApplicants } from './applicants/routes.ts';
import { registerCompetitions } from './competitions/routes.ts';
import { registerDefenses } from './defenses/routes.ts';
import { registerDecisions } from './decisions/routes.ts';
import { registerDemo } from './demo/routes.ts';
import { registerDevices } from './devices/routes.ts';
import { registerExports } from './exports/routes.ts';
import { registerIncidents } from './incidents/routes.ts';
import { registerInstallation } from './installation/routes.ts';
import { registerJudges } from './judges/routes.ts';
import { registerJudging } from './judging/routes.ts';
import { registerLedger } from './ledger/routes.ts';
import { registerPaperSheets } from './paper-sheets/routes.ts';
import { registerPapers } from './papers/routes.ts';
import { registerPeople } from './people/routes.ts';
import { registerProposals } from './proposals/routes.ts';
import { registerPublic } from './public/routes.ts';
import { registerQuality } from './quality/routes.ts';
import { registerRecovery } from './recovery/routes.ts';
import { registerResults } from './results/routes.ts';
import { registerSession } from './session/routes.ts';
import { registerStage } from './stage/routes.ts';

/** Every feature there is. */
export function registerFeatures(server: Server): void {
  registerInstallation(server);
  registerDemo(server);
  registerSession(server);
  registerPeople(server);
  registerCompetitions(server);
  registerApplicants(server);
  registerProposals(server);
  registerPublic(server);
  registerJudges(server);
  registerDefenses(server);
  registerDevices(server);
  registerJudging(server);
  registerStage(server);
  registerRecovery(server);
  registerIncidents(server);
  registerPaperSheets(server);
  registerResults(server);
  registerDecisions(server);
  registerQuality(server);
  registerPapers(server);
  registerExports(server);
  registerLedger(server);
}
