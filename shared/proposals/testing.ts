import type { ApplicantProfile } from '../contract/applicants.ts';
import type { BudgetLine, ProposalContent } from '../contract/proposals.ts';
import type { Settings } from '../contract/settings.ts';
import { emptyContent } from './empty-content.ts';

/** For tests: the part of a competition's settings that completeness asks for. */
export const testSettings = {
  tracks: [{ id: 'k01', name: '便民服务', description: '' }],
  communities: [{ id: 'c01', name: '东桥社区', level: 'community', task: '' }],
  money: { pool: 60_000_000, ceiling: 5_000_000, floor: 800_000, source: '', perApplicant: 2 },
  timeline: { projectFrom: '2026-11', projectTo: '2027-08' },
} as unknown as Settings; // What is left out is read by nothing in this folder.

export const testOrganization: ApplicantProfile = {
  kind: 'organization',
  name: '示例县暖邻社会工作服务中心',
  form: '社会服务机构',
  creditCode: '52999999MJ0031076D',
  creditCodeReason: '',
  host: null,
  community: null,
  leader: '中心主任',
  members: 11,
  profile: '专职社工 11 人。',
  experience: '',
  consent: true,
};

export const testGroup: ApplicantProfile = {
  ...testOrganization,
  kind: 'group',
  name: '东桥好街坊小修队',
  form: '备案类社区社会组织',
  creditCode: null,
  host: { name: '东桥社区居民委员会', kind: 'residents_committee', creditCode: '55999999MJ00900178' },
  community: 'c01',
};

export const budgetLine = (line: Partial<BudgetLine>): BudgetLine => ({
  subject: '物料',
  item: '餐盒',
  purpose: '',
  unitPrice: 0,
  quantity: 1,
  unit: '个',
  source: '申请',
  ...line,
});

/** A proposal with nothing missing. */
export const testContent: ProposalContent = {
  ...emptyContent('暖心饭盒'),
  track: 'k01',
  community: 'c01',
  from: '2026-11',
  to: '2027-08',
  summary: '给独居老人送午餐。',
  needs: '走访了 60 位独居老人。',
  overallGoal: '每天一顿热饭。',
  goals: [{ kind: '数量', text: '送餐', number: '7200', unit: '份', proof: '签收单' }],
  activities: [{ from: '2026-11', to: '2027-08', title: '送餐', detail: '' }],
  beneficiaries: { direct: 60, indirect: 0, description: '独居老人。' },
  innovation: '送饭也看人。',
  risks: [{ risk: '食品安全', response: '留样。' }],
  sustainability: '商户认领。',
  team: [{ role: '主管', count: 1, duty: '统筹', qualification: '' }],
  budget: [budgetLine({ unitPrice: 4_500_000 })],
  minimum: 3_600_000,
};
