import type { Server } from '../http/server.ts';
import { registerApplicants } from './applicants/routes.ts';
import { registerCompetitions } from './competitions/routes.ts';
import { registerDemo } from './demo/routes.ts';
import { registerInstallation } from './installation/routes.ts';
import { registerPeople } from './people/routes.ts';
import { registerProposals } from './proposals/routes.ts';
import { registerSession } from './session/routes.ts';

/** Every feature there is. */
export function registerFeatures(server: Server): void {
  registerInstallation(server);
  registerDemo(server);
  registerSession(server);
  registerPeople(server);
  registerCompetitions(server);
  registerApplicants(server);
  registerProposals(server);
}
