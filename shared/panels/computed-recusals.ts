import type { ApplicantProfile } from '../contract/applicants.ts';
import type { Recusal } from '../contract/judges.ts';
import type { Settings } from '../contract/settings.ts';

type Communities = Settings['communities'];
type Host = ApplicantProfile['host'];

/** Where a judge speaks for, and where a project lands. */
export interface JudgeOrigin {
  judge: string;
  community: string | null;
}
export interface ProposalOrigin {
  proposal: string;
  community: string | null;
  host: Host;
}

export type ComputedRecusal = Pick<Recusal, 'judge' | 'proposal' | 'grounds' | 'detail'>;

/**
 * The community whose residents' committee a host organization is; null for any other host. A committee bears its
 * community's name (`东桥社区居民委员会`); where one name is part of another the longer one is meant.
 */
export function communityOfHost(host: Host, communities: Communities): string | null {
  if (host?.kind !== 'residents_committee') return null;
  const named = communities
    .filter((community) => community.level === 'community' && host.name.includes(community.name))
    .sort((a, b) => b.name.length - a.name.length);
  return named[0]?.id ?? null;
}

/**
 * Recusals that follow from what is on file: the project lands in the judge's community, or its host organization
 * is the residents' committee there. Both grounds stand together in one recusal of kind `must`. The community
 * speaks through its opinion on the seal page instead.
 * @returns in the order of the judges, then of the proposals
 */
export function computedRecusals(
  judges: readonly JudgeOrigin[],
  proposals: readonly ProposalOrigin[],
  communities: Communities,
): ComputedRecusal[] {
  return judges.flatMap(({ judge, community }) =>
    community === null
      ? []
      : proposals.flatMap((proposal) => {
          const lands = proposal.community === community;
          const hosts = communityOfHost(proposal.host, communities) === community;
          if (!lands && !hosts) return [];
          const grounds: Recusal['grounds'] = [
            ...(lands ? (['landing_community'] as const) : []),
            ...(hosts ? (['host_organization_office'] as const) : []),
          ];
          return [{ judge, proposal: proposal.proposal, grounds, detail: detailOf(lands) }];
        }),
  );
}

const detailOf = (lands: boolean): string =>
  lands ? '项目落地评委所在社区，由社区在盖章页上另行发表意见。' : '承接单位是评委所在社区居委会。';
