import { eq } from 'drizzle-orm';
import type { Marks } from '../../../shared/contract/common.ts';
import type { ProposalContent } from '../../../shared/contract/proposals.ts';
import type { recusalGrounds, recusalKinds } from '../../../shared/contract/judges.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import type { Db } from '../../store/store.ts';
import { weiyuan } from './testing.ts';

type Officers = Record<'u01' | 'u03' | 'u04' | 'u07', string>;
interface ModelProposal {
  id: string;
  title: string;
  applicant: string;
  category: string;
  community: string | null;
  requested: number;
  minimum_viable: number;
}
interface ModelJudge {
  id: string;
  seat: number;
  name: string;
  party: string;
  community: string | null;
  expertise: string[];
}
interface ModelRecusal {
  id: string;
  judge: string;
  project: string;
  kind: (typeof recusalKinds)[number];
  grounds: (typeof recusalGrounds)[number][];
  source: 'computed' | 'declared' | 'mentoring_record';
  detail: string;
}
interface ModelDisclosure {
  id: string;
  judge: string;
  project: string | null;
  text: string;
}
interface ModelAbsence {
  judge: string;
  absent: 'left' | 'abstained';
  projects: string[];
  reason: string;
}
interface ModelSheet {
  judge: string;
  project: string;
  marks: Marks;
  comment: string | null;
}

/** Everything between the call and the lock, straight into the store: the acts are the ones the features write. */
export async function insertWeiyuanDay(context: Context, competition: string, by: Officers): Promise<void> {
  await context.store.write(competition, async (tx) => {
    const day = { context, tx, competition, by, at: context.now() };
    await insertProposals(day);
    await insertPanel(day);
    await insertSheets(day);
    await lockSessions(day);
  });
}

interface Day {
  context: Context;
  tx: Db;
  competition: string;
  by: Officers;
  at: number;
}

async function insertProposals({ context, tx, competition, by, at }: Day): Promise<void> {
  const { t } = context.store;
  const { applicants } = weiyuan<{
    applicants: { id: string; kind: 'organization' | 'group'; name: string }[];
  }>('applicants');
  const { proposals } = weiyuan<{ proposals: ModelProposal[] }>('proposals');
  const { draws } = weiyuan<{ draws: { project: string; order: number }[] }>('order');
  const { project: withdrawn, reason } = weiyuan<{ project: string; reason: string }>('withdrawal');
  for (const { id } of applicants)
    await tx
      .insert(t.applicant)
      .values({ id, competition, phone: '', revision: 1, enteredByClerk: true, createdAt: at });
  for (const [index, proposal] of proposals.entries()) {
    const content = contentOf(proposal);
    await tx.insert(t.proposal).values({
      id: proposal.id,
      competition,
      applicant: proposal.applicant,
      status: proposal.id === withdrawn ? 'withdrawn' : 'passed',
      revision: 1,
      submittedRevision: 1,
      number: `2026-${String(index + 1).padStart(3, '0')}`,
      submittedAt: at,
      content,
      enteredByClerk: true,
      createdAt: at,
      savedAt: at,
    });
    await tx.insert(t.proposalVersion).values({
      proposal: proposal.id,
      revision: 1,
      content,
      attachments: [],
      submittedAt: at,
      submittedBy: by.u03,
    });
    const order = draws.find((draw) => draw.project === proposal.id)?.order ?? 0;
    await tx.insert(t.defense).values({
      competition,
      proposal: proposal.id,
      order,
      session: order <= 16 ? 'am' : 'pm',
      title: proposal.title,
      applicantName: applicants.find(({ id }) => id === proposal.applicant)?.name ?? '',
      // A town-level project lands in the town.
      community: proposal.community ?? 't01',
      status: proposal.id === withdrawn ? 'withdrawn' : 'scored',
      reason: proposal.id === withdrawn ? reason : '',
    });
  }
  await record(context, tx, competition, {
    at,
    actor: `officer:${by.u03}`,
    action: 'defense_withdrawn',
    subject: `proposal:${withdrawn}`,
    data: {},
    sealed: { reason },
  });
}

function contentOf({
  title,
  category,
  community,
  requested,
  minimum_viable,
}: ModelProposal): ProposalContent {
  return {
    title,
    track: category,
    community,
    from: '2026-11',
    to: '2027-08',
    summary: '',
    needs: '',
    overallGoal: '',
    goals: [],
    activities: [],
    beneficiaries: { direct: 0, indirect: 0, description: '' },
    innovation: '',
    risks: [],
    sustainability: '',
    team: [],
    budget: [
      {
        subject: '业务活动费',
        item: '合计',
        purpose: '',
        unitPrice: requested * 100,
        quantity: 1,
        unit: '项',
        source: '申请',
      },
      // Money of others is not asked for.
      {
        subject: '场地',
        item: '场地',
        purpose: '',
        unitPrice: 999_00,
        quantity: 3,
        unit: '次',
        source: '自筹',
      },
    ],
    minimum: minimum_viable * 100,
  };
}

async function insertPanel({ context, tx, competition, by, at }: Day): Promise<void> {
  const { t } = context.store;
  const { judges, panel_head } = weiyuan<{ judges: ModelJudge[]; panel_head: string }>('judges');
  for (const { id, seat, name, party, community, expertise } of judges) {
    const profile = { name, party, seat, community, expertise, unit: '', head: id === panel_head };
    const code = String(1000 + seat * 37);
    await tx
      .insert(t.judge)
      .values({ id, competition, revision: 1, profile, code, codeSalt: 'ab', codeTries: 0, createdAt: at });
    await record(context, tx, competition, {
      at,
      actor: `officer:${by.u03}`,
      action: 'judge_added',
      subject: `judge:${id}`,
      data: { party, seat },
      sealed: { name },
    });
  }
  for (const { id, judge, project, kind, grounds, source, detail } of modelRecusals()) {
    await tx
      .insert(t.recusal)
      .values({ id, competition, judge, proposal: project, kind, grounds, source, detail, at });
    await record(context, tx, competition, {
      at,
      actor: `officer:${by.u03}`,
      action: 'recusal_recorded',
      subject: `recusal:${id}`,
      data: { judge, entry: project, kind, grounds, source },
      sealed: { reason: detail },
    });
  }
}

/** Recusals, and the disclosures that are about one project. */
function modelRecusals(): ModelRecusal[] {
  type File = { recusals: ModelRecusal[]; disclosures: ModelDisclosure[] };
  const { recusals, disclosures } = weiyuan<File>('recusals');
  const disclosed = disclosures.flatMap(({ id, judge, project, text }): ModelRecusal[] =>
    project === null
      ? []
      : [
          {
            id,
            judge,
            project,
            kind: 'disclose',
            grounds: ['colleague_mentored'],
            source: 'declared',
            detail: text,
          },
        ],
  );
  return [...recusals, ...disclosed];
}

async function insertSheets({ context, tx, competition, by, at }: Day): Promise<void> {
  const { sheet } = context.store.t;
  const row = { competition, revision: 1, marks: {}, comment: '', absent: '', savedAt: at, ledgerSeq: 0 };
  for (const { judge, absent, projects, reason } of weiyuan<{ absences: ModelAbsence[] }>('absences')
    .absences) {
    const { recusals } = weiyuan<{ recusals: ModelRecusal[] }>('recusals');
    const entries = projects.filter(
      (project) => !recusals.some((recusal) => recusal.judge === judge && recusal.project === project),
    );
    for (const proposal of entries)
      await tx.insert(sheet).values({ ...row, judge, proposal, status: 'absent', absent });
    await record(context, tx, competition, {
      at,
      actor: `officer:${by.u04}`,
      action: 'judge_absent_recorded',
      subject: `judge:${judge}`,
      data: { entries, absent, approver: by.u07 },
      sealed: { reason },
    });
  }
  for (const { judge, project, marks, comment } of weiyuan<{ sheets: ModelSheet[] }>('marks').sheets) {
    const { seq } = await record(context, tx, competition, {
      at,
      actor: `judge:${judge}`,
      action: 'sheet_submitted',
      subject: `sheet:${judge}-${project}`,
      data: { judge, entry: project, revision: 1, criteria: 6, operation: `${judge}-${project}-op` },
      sealed: { marks, comment },
    });
    await tx.insert(sheet).values({
      ...row,
      judge,
      proposal: project,
      status: 'locked',
      marks,
      comment: comment ?? '',
      ledgerSeq: seq,
    });
  }
}

async function lockSessions({ context, tx, competition, by, at }: Day): Promise<void> {
  const { t } = context.store;
  const counts = { am: 0, pm: 0 };
  for (const { session } of weiyuan<{ sheets: { session: 'am' | 'pm' }[] }>('marks').sheets)
    counts[session] += 1;
  for (const session of ['am', 'pm'] as const) {
    const count = counts[session];
    await tx.insert(t.sessionLock).values({ competition, session, at, by: by.u04, count });
    await record(context, tx, competition, {
      at,
      actor: `officer:${by.u04}`,
      action: 'sheet_locked',
      subject: `competition:${competition}`,
      data: { session, count },
      sealed: {},
    });
  }
  await tx.update(t.competition).set({ stage: 'defense' }).where(eq(t.competition.id, competition));
}
