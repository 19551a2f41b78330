import { expect, test } from 'vitest';
import { checkWords } from './check-words.ts';
import type { JudgeOrigin, ProposalOrigin } from './conflict-checks.ts';
import { conflictChecks } from './conflict-checks.ts';
import { computedRecusals } from './computed-recusals.ts';

const communities = [{ id: 'c1', name: '东桥社区', level: 'community' as const, task: '' }];
const judge: JudgeOrigin = { judge: 'j1', community: null };
const project: ProposalOrigin = {
  proposal: 'p1',
  community: 'c1',
  host: { name: '示例县社会组织联合会', kind: 'federation', creditCode: '' },
  applicant: 'a1',
  applicantName: '示例县（暖邻）社会工作服务中心',
  leader: '负责人甲',
  phone: '10000000001',
};
const outcomes = (one: Partial<JudgeOrigin>, two: Partial<ProposalOrigin> = {}) =>
  Object.fromEntries(
    conflictChecks({ ...judge, ...one }, { ...project, ...two }, communities).map(({ kind, outcome }) => [
      kind,
      outcome,
    ]),
  );

test('nothing on file of the judge → nothing compared, and each kind says so', () => {
  expect(outcomes({})).toEqual({
    community: 'unknown',
    host_office: 'unknown',
    employment: 'unknown',
    mentored: 'unknown',
    person: 'unknown',
    phone: 'unknown',
  });
});

test.each([
  [
    'the unit is the applicant, brackets apart',
    { unit: '示例县暖邻社会工作服务中心' },
    'employment',
    'conflict',
  ],
  ['the unit is the host', { unit: '示例县社会组织联合会' }, 'host_office', 'conflict'],
  ['the name of one lies in the other', { unit: '示例县社会组织联合会秘书处' }, 'host_office', 'question'],
  ['another unit', { unit: '样例市财政局' }, 'employment', 'clear'],
  ['mentored the applicant', { mentored: ['a1'] }, 'mentored', 'conflict'],
  ['mentored others', { mentored: ['a2'] }, 'mentored', 'clear'],
  ['named as the leader', { name: '负责人甲' }, 'person', 'question'],
  ['the same telephone', { phone: '100 0000 0001' }, 'phone', 'question'],
  ['speaks for where it lands', { community: 'c1' }, 'community', 'conflict'],
] as const)('%s → %s is %s', (_name, one, kind, outcome) => {
  expect(outcomes(one)[kind]).toBe(outcome);
});

test('a fact is raised with its ground and source, a question is not', () => {
  const raised = (one: Partial<JudgeOrigin>) =>
    computedRecusals([{ ...judge, ...one }], [project], communities);
  expect(raised({ mentored: ['a1'] })).toEqual([
    {
      judge: 'j1',
      proposal: 'p1',
      grounds: ['mentored_project'],
      detail: '辅导登记：本人辅导过这个申报主体。',
      source: 'mentoring_record',
    },
  ]);
  expect(raised({ name: '负责人甲', phone: '10000000001' })).toEqual([]);
});

test('words → what was compared, never a telephone', () => {
  const one = { ...judge, name: '负责人甲', phone: '10000000001', unit: '样例市财政局', mentored: [] };
  const words = conflictChecks(one, project, communities).map((check) =>
    checkWords(check, one, project, communities),
  );
  expect(words).toContain('申报主体“示例县（暖邻）社会工作服务中心”，评委单位“样例市财政局”。');
  expect(words.join('')).not.toContain('10000000001');
});
