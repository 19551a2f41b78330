import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ApplicantProfile } from '../contract/applicants.ts';
import { computedRecusals } from './computed-recusals.ts';
import { communityOfHost } from './conflict-checks.ts';

const file = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../fixtures/weiyuan/${name}.json`, import.meta.url), 'utf8')) as T;

type HostKind = NonNullable<ApplicantProfile['host']>['kind'];
const { places } = file<{ places: { id: string; name: string; level: 'community' | 'town' }[] }>(
  'competition',
);
const communities = places.map(({ id, name, level }) => ({ id, name, level, task: '' }));
const host = (name: string, kind: HostKind = 'residents_committee') => ({ name, kind, creditCode: '' });

test('model competition → its 28 computed recusals, grounds and wording', () => {
  const { judges } = file<{ judges: { id: string; community: string | null }[] }>('judges');
  const { applicants, hosts } = file<{
    applicants: { id: string; name: string; host: string | null }[];
    hosts: { id: string; name: string; kind: HostKind }[];
  }>('applicants');
  const { proposals } = file<{ proposals: { id: string; applicant: string; community: string | null }[] }>(
    'proposals',
  );
  const { recusals } = file<{
    recusals: { judge: string; project: string; grounds: string[]; source: string; detail: string }[];
  }>('recusals');
  const hostOf = (applicant: string) => {
    const id = applicants.find((each) => each.id === applicant)?.host;
    const committee = hosts.find((each) => each.id === id);
    if (committee) return host(committee.name, committee.kind);
    const organization = applicants.find((each) => each.id === id);
    return organization ? host(organization.name, 'organization') : null;
  };
  const computed = computedRecusals(
    judges.map(({ id, community }) => ({ judge: id, community })),
    proposals.map(({ id, applicant, community }) => ({ proposal: id, community, host: hostOf(applicant) })),
    communities,
  );
  const key = (row: { judge: string; proposal: string }) => `${row.proposal} ${row.judge}`;
  const expected = recusals
    .filter(({ source }) => source === 'computed')
    .map(({ judge, project, grounds, detail, source }) => ({
      judge,
      proposal: project,
      grounds,
      detail,
      source,
    }));
  expect(expected).toHaveLength(28);
  expect([...computed].sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(
    expected.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
  );
});

test('host is the committee of the judge’s community, project lands elsewhere → that ground alone', () => {
  const recusals = computedRecusals(
    [{ judge: 'j1', community: 'c01' }],
    [{ proposal: 'p1', community: 'c02', host: host('示例县示例镇东桥社区居民委员会') }],
    communities,
  );
  expect(recusals.map(({ grounds }) => grounds)).toEqual([['host_organization_office']]);
});

test('judge without community, project without place → nothing', () => {
  const project = { proposal: 'p1', community: null, host: null };
  expect(computedRecusals([{ judge: 'j1', community: null }], [project], communities)).toEqual([]);
  expect(computedRecusals([{ judge: 'j1', community: 'c01' }], [project], communities)).toEqual([]);
});

test('one community’s name inside another’s → the longer name is meant', () => {
  const two = ['东桥社区', '新东桥社区'].map((name, index) => ({
    id: `c${index}`,
    name,
    level: 'community' as const,
    task: '',
  }));
  expect(communityOfHost(host('示例镇新东桥社区居民委员会'), two)).toBe('c1');
  expect(communityOfHost(host('示例镇东桥社区居民委员会'), two)).toBe('c0');
});

test('host of another kind with a community in its name → no committee', () => {
  expect(communityOfHost(host('东桥社区服务中心', 'organization'), communities)).toBeNull();
});
