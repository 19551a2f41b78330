import { eq } from 'drizzle-orm';
import { contract } from '../../../shared/contract/index.ts';
import type { Marks } from '../../../shared/contract/common.ts';
import type { Step } from '../../../shared/contract/stage.ts';
import type { CompetitionRole } from '../../../shared/contract/roles.ts';
import type { JudgeProfile } from '../../../shared/contract/judges.ts';
import { emptyContent } from '../../../shared/proposals/empty-content.ts';
import type { TestStore } from '../../store/testing.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestBrowser, TestServer } from '../../testing.ts';

/** For tests: a hall on the morning of the defenses. Two sessions: numbers 1–2, and 3 to the end. */
export interface Hall {
  server: TestServer;
  competition: string;
  params: { competition: string };
  as: Record<CompetitionRole, TestBrowser>;
  /** Ids of the projects, by order number from 1. */
  projects: string[];
  judges: Seated[];
  /** Takes a step on the state the console shows now. */
  step(step: Step): Promise<void>;
  /** Calls a project to the stage, whoever stands there. */
  call(order: number): Promise<void>;
}

export interface Seated {
  id: string;
  seat: number;
  code: string;
  tablet: TestBrowser;
}

const officers = ['sponsor', 'operator', 'tally_clerk', 'host', 'supervisor'] as const;
const password = 'a long password';

/** Marks for every criterion of the rubric; their sum is 84. */
export const fullMarks: Marks = {
  need: '18.5',
  design: '17',
  effect: '15.5',
  team: '8.5',
  budget: '12',
  innovation: '12.5',
};

export const judgeProfile = (seat: number, more: Partial<JudgeProfile> = {}): JudgeProfile => ({
  name: `${seat} 号评委`,
  party: 'expert',
  seat,
  community: null,
  expertise: [],
  unit: '',
  head: false,
  ...more,
});

/** A published competition with its officers, and `count` projects that passed the form check. */
export async function hallBeforeDraw(
  open?: () => Promise<TestStore>,
  count = 4,
): Promise<Omit<Hall, 'judges' | 'step' | 'call'>> {
  const server = await testServer(open);
  const sponsor = server.browser();
  await sponsor.call(contract.installation.setUp, {
    body: { code: server.setupCode, name: '主办方经办人甲', username: 'sponsor', password },
  });
  const { id: competition } = await sponsor.call(contract.competitions.create, {
    body: { operation: operation(), template: 'weiyuan', name: '（示例）县首届公益创投大赛' },
  });
  const params = { competition };
  const as = { sponsor } as Hall['as'];
  for (const role of officers.slice(1)) as[role] = await addOfficer(server, sponsor, competition, role);
  await publishWithShortSessions(sponsor, competition);
  const projects = Array.from({ length: count }, (_, index) => `project-${index + 1}`);
  await plantProposals(server, competition, projects);
  return { server, competition, params, as, projects };
}

/** The same with the order recorded and `seats` judges signed in, each on a tablet of its own. */
export async function hall(open?: () => Promise<TestStore>, seats = 3, count = 4): Promise<Hall> {
  const before = await hallBeforeDraw(open, count);
  const { as, params } = before;
  const draws = before.projects.map((proposal, index) => ({ proposal, order: index + 1 }));
  await as.operator.call(contract.defenses.typeOrder, {
    params,
    body: { operation: operation(), draws, witnesses: ['监督员'] },
  });
  const judges: Seated[] = [];
  for (let seat = 1; seat <= seats; seat += 1) {
    const { id } = await as.operator.call(contract.judges.add, {
      params,
      body: { operation: operation(), profile: judgeProfile(seat) },
    });
    judges.push(await seatJudge(before, id, seat));
  }
  const step = async (taken: Step): Promise<void> => {
    const { revision } = await as.host.call(contract.stage.console, { params });
    await as.host.call(contract.stage.step, {
      params,
      body: { operation: operation(), base: revision, step: taken },
    });
  };
  const call = async (order: number): Promise<void> => {
    const { stage } = await as.host.call(contract.stage.console, { params });
    if (stage.proposal !== null) await step({ do: 'finish' });
    await step({ do: 'call', proposal: before.projects[order - 1] ?? '' });
  };
  return { ...before, judges, step, call };
}

async function addOfficer(
  server: TestServer,
  sponsor: TestBrowser,
  competition: string,
  role: CompetitionRole,
): Promise<TestBrowser> {
  const username = role.replace('_', '-');
  const { firstPassword } = await sponsor.call(contract.people.add, {
    params: { competition },
    body: { operation: operation(), name: role, username, roles: [role] },
  });
  const browser = server.browser();
  await browser.call(contract.session.signInOfficer, { body: { username, password: firstPassword } });
  return browser;
}

/** Half points are allowed, as in the model competition. */
async function publishWithShortSessions(sponsor: TestBrowser, competition: string): Promise<void> {
  const params = { competition };
  const { settings, revision } = await sponsor.call(contract.competitions.get, { params });
  const sessions = settings.timeline.sessions.map((session, index) =>
    index === 0 ? { ...session, from: 1, to: 2 } : { ...session, from: 3, to: 4 },
  );
  const timeline = { ...settings.timeline, sessions };
  const criteria = settings.rubric.criteria.map((criterion) => ({ ...criterion, step: '0.5' }));
  const saved = await sponsor.call(contract.competitions.saveSettings, {
    params,
    body: { base: revision, settings: { ...settings, timeline, rubric: { criteria } } },
  });
  await sponsor.call(contract.competitions.publish, {
    params,
    body: { operation: operation(), base: saved.revision },
  });
}

async function plantProposals(
  { context }: TestServer,
  competition: string,
  ids: readonly string[],
): Promise<void> {
  const { applicant, proposal, proposalVersion } = context.store.t;
  const at = context.now();
  await context.store.write(competition, async (tx) => {
    for (const [index, id] of ids.entries()) {
      const owner = `applicant-${index + 1}`;
      const content = { ...emptyContent(`项目${index + 1}`), community: 'c01' };
      await tx
        .insert(applicant)
        .values({ id: owner, competition, phone: '', revision: 1, enteredByClerk: true, createdAt: at });
      await tx.insert(proposal).values({
        id,
        competition,
        applicant: owner,
        status: 'passed',
        revision: 1,
        submittedRevision: 1,
        number: `2026-${String(index + 1).padStart(3, '0')}`,
        submittedAt: at,
        content,
        enteredByClerk: true,
        createdAt: at,
        savedAt: at,
      });
      await tx
        .insert(proposalVersion)
        .values({ proposal: id, revision: 1, content, attachments: [], submittedAt: at, submittedBy: owner });
    }
  });
}

/** A new tablet for a seat, enrolled but with nobody signed in. */
export async function enrolTablet(
  { server, as, params }: Pick<Hall, 'server' | 'as' | 'params'>,
  seat: number | null,
): Promise<TestBrowser> {
  const { link } = await as.operator.call(contract.devices.invite, {
    params,
    body: { operation: operation(), seat, label: `${seat ?? '备用'} 号席平板` },
  });
  const tablet = server.browser();
  await tablet.call(contract.devices.enrol, { body: { token: link.slice(link.indexOf('#') + 1) } });
  return tablet;
}

/** The code on a judge's seat card. */
export async function codeOf({ context }: TestServer, id: string): Promise<string> {
  const { judge } = context.store.t;
  const [row] = await context.store.read.select({ code: judge.code }).from(judge).where(eq(judge.id, id));
  return row?.code ?? '';
}

async function seatJudge(
  before: Pick<Hall, 'server' | 'as' | 'params'>,
  id: string,
  seat: number,
): Promise<Seated> {
  const tablet = await enrolTablet(before, seat);
  const code = await codeOf(before.server, id);
  await tablet.call(contract.devices.signIn, {
    params: { judge: id },
    body: { operation: operation(), code },
  });
  return { id, seat, code, tablet };
}
