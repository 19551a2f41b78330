import type { Settings } from '../../../shared/contract/settings.ts';
import type { CompetitionRole } from '../../../shared/contract/roles.ts';
import type { Context } from '../../context.ts';
import { competitionRow } from '../competitions/queries.ts';
import { markedSettings } from '../../rehearsal/mark.ts';
import { listOfficers } from '../people/queries.ts';

/** What every paper of a competition says of itself. */
export interface PaperHead {
  settings: Settings;
  rulesVersion: number;
  /** Names of the officers by role. */
  officers: (role: CompetitionRole) => string[];
  /** Printed on every page: the settings' mark, and that there is no supervisor where there is none. */
  marks: readonly string[];
}

/** @throws ContractError not_found */
export async function loadPaperHead(context: Context, competition: string): Promise<PaperHead> {
  const row = await competitionRow(context, context.store.read, competition);
  const settings = markedSettings(context.config, row.settings);
  const people = await listOfficers(context, competition);
  const officers = (role: CompetitionRole) =>
    people.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
  const unwatched = officers('supervisor').length === 0 ? ['本场大赛未设监督员'] : [];
  return {
    settings,
    rulesVersion: row.rulesVersion,
    officers,
    marks: [...(settings.mark ? [settings.mark] : []), ...unwatched],
  };
}
