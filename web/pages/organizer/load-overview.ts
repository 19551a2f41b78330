import { applicants } from '../../../shared/contract/applicants.ts';
import type { Competition } from '../../../shared/contract/competitions.ts';
import { defenses } from '../../../shared/contract/defenses.ts';
import { devices } from '../../../shared/contract/devices.ts';
import { judges } from '../../../shared/contract/judges.ts';
import { people } from '../../../shared/contract/people.ts';
import { proposals } from '../../../shared/contract/proposals.ts';
import { results } from '../../../shared/contract/results.ts';
import type { Reply, Route } from '../../../shared/contract/route.ts';
import { call } from '../../api/client.ts';
import { blocksPublishing, settingsHints } from '../../features/settings/hints/settings-hints.ts';
import type { OverviewFacts } from './overview-steps.ts';

/** Asks for everything the overview shows, leaving out what this person may not see. */
export async function loadOverview(
  { id, stage, settings }: Competition,
  may: (route: Route) => boolean,
): Promise<OverviewFacts> {
  const params = { competition: id };
  const ask = async <R extends Route>(
    route: R,
    request: () => Promise<Reply<R>>,
  ): Promise<Reply<R> | null> => (may(route) ? request() : null);

  const [officers, applicantList, proposalList, panel, recusals, order, tablets, readiness] =
    await Promise.all([
      ask(people.list, () => call(people.list, { params })),
      ask(applicants.list, () => call(applicants.list, { params })),
      ask(proposals.list, () => call(proposals.list, { params })),
      ask(judges.list, () => call(judges.list, { params })),
      ask(judges.recusals, () => call(judges.recusals, { params })),
      ask(defenses.list, () => call(defenses.list, { params })),
      ask(devices.list, () => call(devices.list, { params })),
      ask(results.readiness, () => call(results.readiness, { params })),
    ]);

  return {
    stage,
    settingsFaults: settingsHints(settings).filter(blocksPublishing).length,
    approvers: officers?.filter(({ canApprove }) => canApprove).length ?? null,
    applicants: applicantList?.length ?? null,
    proposals: proposalList?.map(({ status }) => status) ?? null,
    judges: panel?.length ?? null,
    seats: settings.parties.reduce((sum, party) => sum + party.seats, 0),
    recusals: recusals?.length ?? null,
    defenses: order?.length ?? null,
    devices: tablets?.length ?? null,
    openSessions: readiness?.openSessions.length ?? null,
    resultVersion: readiness?.latest ?? null,
    resultState: readiness && (readiness.outdated ? 'outdated' : readiness.signed ? 'signed' : 'unsigned'),
  };
}
