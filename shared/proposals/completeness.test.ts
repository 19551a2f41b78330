import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApplicantProfile } from '../contract/applicants.ts';
import type { ProposalContent } from '../contract/proposals.ts';
import { sections, submissionFaults } from './completeness.ts';
import { emptyContent } from './empty-content.ts';
import { allMembers, sectionIds, sectionMembers } from './section.ts';
import { budgetLine, testContent, testGroup, testOrganization, testSettings } from './testing.ts';

const list = (content: ProposalContent, profile: ApplicantProfile | null = testOrganization) =>
  sections(content, profile, [], testSettings);
const states = (content: ProposalContent, profile: ApplicantProfile | null = testOrganization) =>
  Object.fromEntries(list(content, profile).map(({ id, status }) => [id, status]));
const paths = (content: Partial<ProposalContent>, profile?: ApplicantProfile | null) =>
  submissionFaults(list({ ...testContent, ...content }, profile)).map(({ path }) => path);

describe('the eight tasks', () => {
  test('an empty proposal of nobody → nothing started', () => {
    expect(states(emptyContent(''), null)).toEqual({
      basics: 'none',
      need: 'none',
      plan: 'none',
      team: 'none',
      goals: 'none',
      budget: 'none',
      attachments: 'none',
      seal: 'none',
    });
  });

  test('everything written, no papers yet → may be submitted; papers follow until the end of correction', () => {
    const all = list(testContent);
    expect(submissionFaults(all)).toEqual([]);
    expect(all.map(({ name, status, due }) => [name, status, due])).toEqual([
      ['基本信息', 'done', 'submission'],
      ['社区的需求', 'done', 'submission'],
      ['做什么', 'done', 'submission'],
      ['团队和居民', 'done', 'submission'],
      ['目标', 'done', 'submission'],
      ['预算', 'done', 'submission'],
      ['附件', 'none', 'correction'],
      ['盖章页', 'none', 'correction'],
    ]);
  });

  test('part of a task written → doing; a contradiction → problem', () => {
    expect(states({ ...testContent, overallGoal: '' }).goals).toBe('doing');
    expect(states({ ...testContent, budget: [budgetLine({ unitPrice: 5_000_100 })] }).budget).toBe('problem');
  });

  test('an organization shows its certificate, a group the authorisation of its host', () => {
    const state = (profile: ApplicantProfile, kind: 'registration' | 'host_authorisation') =>
      sections(testContent, profile, [{ kind, at: 1 }], testSettings)[6]?.status;
    expect(state(testOrganization, 'registration')).toBe('done');
    expect(state(testOrganization, 'host_authorisation')).toBe('doing');
    expect(state(testGroup, 'host_authorisation')).toBe('done');
    expect(state(testGroup, 'registration')).toBe('doing');
  });

  test('a seal page made before the last change → does not match; made after → done', () => {
    const seal = (at: number) =>
      sections(testContent, testOrganization, [{ kind: 'seal_page', at }], testSettings, 100)[7];
    expect(seal(99)?.status).toBe('problem');
    expect(seal(99)?.faults[0]?.message).toContain('盖章页与当前版本不一致');
    expect(seal(100)?.status).toBe('done');
  });

  test('every member of the content belongs to exactly one task', () => {
    expect([...allMembers].sort()).toEqual(Object.keys(testContent).sort());
  });
});

describe('faults name their place', () => {
  test.each<[string, Partial<ProposalContent>, string[]]>([
    ['a blank title', { title: ' ' }, ['title']],
    ['a category that is not in the call', { track: 'k99' }, ['track']],
    ['no place', { community: null }, ['community']],
    ['months the wrong way round', { from: '2027-03', to: '2027-02', activities: [] }, ['to', 'activities']],
    ['months outside the project period', { from: '2026-10', to: '2027-09' }, ['from', 'to']],
    [
      'an activity outside the months of the project',
      { activities: [{ from: '2026-11', to: '2027-09', title: '送餐', detail: '' }] },
      ['activities[0].from'],
    ],
    [
      'a goal without a number',
      {
        goals: [...testContent.goals, { kind: '质量', text: '留样', number: '', unit: '%', proof: '登记本' }],
      },
      ['goals[1].number'],
    ],
    [
      'words for a number',
      { goals: [{ kind: '数量', text: '送餐', number: '六十', unit: '份', proof: '签收单' }] },
      ['goals[0].number'],
    ],
    ['a risk without an answer', { risks: [{ risk: '下雨', response: '' }] }, ['risks[0].response']],
    [
      'nobody to benefit',
      { beneficiaries: { direct: 0, indirect: 5, description: '老人' } },
      ['beneficiaries.direct'],
    ],
    [
      'a line without a quantity',
      { budget: [budgetLine({ unitPrice: 4_000_000, quantity: 0 })] },
      ['budget[0].quantity', 'minimum'],
    ],
    ['only own money', { budget: [budgetLine({ unitPrice: 1, source: '自筹' })], minimum: 0 }, ['budget']],
    ['no minimum', { minimum: null }, ['minimum']],
    ['half a picture sign', { needs: '老人\ud83d多' }, ['needs']],
    [
      'half a picture sign inside a row',
      { team: [{ role: '主管\udc00', count: 1, duty: '统筹', qualification: '' }] },
      ['team'],
    ],
  ])('%s → %j', (_what, change, expected) => {
    expect(paths(change)).toEqual(expected);
  });

  test.each<[string, ApplicantProfile | null, string[]]>([
    ['no profile', null, ['profile']],
    ['an organization without a code', { ...testOrganization, creditCode: null }, ['profile.creditCode']],
    ['a group with a host and a community', testGroup, []],
    ['a group without a community', { ...testGroup, community: null }, ['profile.community']],
    ['a group from elsewhere', { ...testGroup, community: 'c09' }, ['profile.community']],
    [
      'a group whose host has a blank code',
      { ...testGroup, host: { name: '居委会', kind: 'residents_committee', creditCode: '' } },
      ['profile.host.creditCode'],
    ],
    [
      'nobody in charge, nobody in it',
      { ...testOrganization, leader: '', members: 0 },
      ['profile.leader', 'profile.members'],
    ],
  ])('%s → %j', (_what, profile, expected) => {
    expect(paths({}, profile)).toEqual(expected);
  });

  test('every message says what to do', () => {
    const everything = [
      ...list(emptyContent(''), null),
      ...list(emptyContent(''), { ...testGroup, host: null }),
    ];
    for (const { message } of everything.flatMap(({ faults }) => faults))
      expect(message).toMatch(/请|都可以交/);
  });
});

test('any one member emptied → a fault of that member’s own task alone', () => {
  const empty = emptyContent('');
  fc.assert(
    fc.property(fc.constantFrom(...allMembers), (name) => {
      const all = list({ ...testContent, [name]: empty[name] });
      const task = sectionIds.find((id) => sectionMembers[id].includes(name));
      const faulty = all.filter(({ faults, due }) => due === 'submission' && faults.length > 0);
      expect(faulty.map(({ id }) => id)).toEqual([task]);
    }),
  );
});
