import { contract } from '../../../shared/contract/index.ts';
import type { ApplicantProfile } from '../../../shared/contract/applicants.ts';
import type { ProposalContent } from '../../../shared/contract/proposals.ts';
import type { CompetitionRole } from '../../../shared/contract/roles.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { emptyContent } from '../../../shared/proposals/empty-content.ts';
import type { TestStore } from '../../store/testing.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestBrowser, TestServer } from '../../testing.ts';

/** For tests: a published competition with its officers signed in. */
export interface Scene {
  server: TestServer;
  competition: string;
  settings: Settings;
  sponsor: TestBrowser;
  operator: TestBrowser;
  /** Another officer of the competition. */
  officer(role: CompetitionRole): Promise<TestBrowser>;
  /** An applicant with a complete profile, signed in by its code. */
  applicant(phone: string): Promise<SceneApplicant>;
}

export interface SceneApplicant {
  id: string;
  phone: string;
  code: string;
  browser: TestBrowser;
}

const password = 'a long password';

export const organization: ApplicantProfile = {
  kind: 'organization',
  name: '示例县暖邻社会工作服务中心',
  form: '社会服务机构',
  creditCode: '52999999MJ0031076D',
  creditCodeReason: '',
  host: null,
  community: null,
  leader: '中心主任',
  members: 11,
  profile: '专职社工 11 人，做社区为老服务。',
  experience: '承接过街镇服务项目 6 个。',
  consent: true,
};

/** A proposal with nothing missing, asking for 45,000 yuan. */
export function completeContent({ tracks, communities, timeline }: Settings): ProposalContent {
  const { projectFrom: from, projectTo: to } = timeline;
  return {
    ...emptyContent('暖心饭盒'),
    track: tracks[0]?.id ?? null,
    community: communities[1]?.id ?? null,
    from,
    to,
    summary: '给独居老人送午餐，边送边看。',
    needs: '走访了 60 位独居老人，51 位一天只煮一顿。',
    overallGoal: '让老人每天吃上一顿热饭。',
    goals: [{ kind: '数量', text: '送餐', number: '7200', unit: '份', proof: '签收单' }],
    activities: [{ from, to, title: '工作日送餐', detail: '六支小队分片送餐。' }],
    beneficiaries: { direct: 60, indirect: 190, description: '独居和高龄老人。' },
    innovation: '一次上门，送饭、看人、看灶。',
    risks: [{ risk: '食品安全', response: '每餐留样 48 小时。' }],
    sustainability: '商户认领差额。',
    team: [{ role: '项目主管', count: 1, duty: '统筹', qualification: '助理社会工作师' }],
    budget: [
      {
        subject: '物料',
        item: '保温餐箱',
        purpose: '六支小队',
        unitPrice: 18_000,
        quantity: 250,
        unit: '个',
        source: '申请',
      },
    ],
    minimum: 3_600_000,
  };
}

export async function scene(open?: () => Promise<TestStore>): Promise<Scene> {
  const server = await testServer(open);
  const sponsor = server.browser();
  await sponsor.call(contract.installation.setUp, {
    body: { code: server.setupCode, name: '主办方经办人甲', username: 'sponsor', password },
  });
  const { id: competition } = await sponsor.call(contract.competitions.create, {
    body: { operation: operation(), template: 'weiyuan', name: '（示例）县首届公益创投大赛' },
  });
  const params = { competition };
  const officer = async (role: CompetitionRole): Promise<TestBrowser> => {
    const username = role.replace('_', '-');
    const { firstPassword } = await sponsor.call(contract.people.add, {
      params,
      body: { operation: operation(), name: role, username, roles: [role] },
    });
    const browser = server.browser();
    await browser.call(contract.session.signInOfficer, { body: { username, password: firstPassword } });
    return browser;
  };
  const operator = await officer('operator');
  const draft = await sponsor.call(contract.competitions.get, { params });
  const { settings } = await sponsor.call(contract.competitions.publish, {
    params,
    body: { operation: operation(), base: draft.revision },
  });
  return {
    server,
    competition,
    settings,
    sponsor,
    operator,
    officer,
    applicant: async (phone) => {
      const { applicant: id, code } = await operator.call(contract.applicants.issueCode, {
        params,
        body: { operation: operation(), phone, note: '' },
      });
      const browser = server.browser();
      await browser.call(contract.session.signInApplicant, { body: { phone, code } });
      await browser.call(contract.applicants.save, {
        params: { competition, applicant: id },
        body: { base: 0, profile: organization },
      });
      return { id, phone, code, browser };
    },
  };
}
