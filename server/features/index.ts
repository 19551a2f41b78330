import type { Server } from '../http/server.ts';
import { registerCompetitions } from './competitions/routes.ts';
import { registerInstallation } from './installation/routes.ts';
import { registerPeople } from './people/routes.ts';
import { registerSession } from './session/routes.ts';

/** Every feature there is. */
export function registerFeatures(server: Server): void {
  registerInstallation(server);
  registerSession(server);
  registerPeople(server);
  registerCompetitions(server);
}
