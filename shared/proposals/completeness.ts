import type { ApplicantProfile } from '../contract/applicants.ts';
import type { Attachment, ProposalContent } from '../contract/proposals.ts';
import type { Settings } from '../contract/settings.ts';
import type { Fault } from './fault.ts';
import { isBlank, missing, required, wrong } from './fault.ts';
import { basicsFaults, budgetPartFaults, goalsFaults, planFaults, teamFaults } from './parts.ts';
import { profileFaults } from './profile.ts';
import { sectionIds, sectionMembers, sectionNames } from './section.ts';
import type { SectionId } from './section.ts';
import { brokenTextFaults } from './broken-text.ts';

/** none 未开始 · doing 填写中 · done 已完成 · problem 有问题. */
export type SectionStatus = 'none' | 'doing' | 'done' | 'problem';

export interface Section {
  id: SectionId;
  name: string;
  status: SectionStatus;
  /** Each with its path in the content (`goals[2].number`), in `profile` or in `attachments`, and its remedy. */
  faults: Fault[];
  /** When it has to be done: papers may follow until the end of the correction period. */
  due: 'submission' | 'correction';
}

type Documents = readonly Pick<Attachment, 'kind' | 'at'>[];

/**
 * The eight tasks with their state; the task list shows them and the server submits by them.
 * @param profile the applicant's; null while there is none
 * @param savedAt ms, last change of the content: a seal page made before it shows another version
 */
export function sections(
  content: ProposalContent,
  profile: ApplicantProfile | null,
  attachments: Documents,
  settings: Settings,
  savedAt = 0,
): Section[] {
  const faults: Record<SectionId, Fault[]> = {
    basics: [...profileFaults(profile, settings), ...basicsFaults(content, settings)],
    need: required('needs', content.needs, '请写明社区里谁有什么困难、怎么知道的'),
    plan: planFaults(content),
    team: teamFaults(content),
    goals: goalsFaults(content),
    budget: budgetPartFaults(content, settings),
    attachments: attachmentFaults(profile, attachments),
    seal: sealFaults(attachments, savedAt),
  };
  return sectionIds.map((id) => {
    const all = [...faults[id], ...brokenTextFaults(content, sectionMembers[id])];
    return {
      id,
      name: sectionNames[id],
      status: statusOf(all, isStarted(id, content, profile, attachments)),
      faults: all,
      due: id === 'attachments' || id === 'seal' ? 'correction' : 'submission',
    };
  });
}

/** What keeps the proposal from being submitted; empty where it may be. */
export const submissionFaults = (list: readonly Section[]): Fault[] =>
  list.filter(({ due }) => due === 'submission').flatMap(({ faults }) => faults);

function statusOf(faults: readonly Fault[], started: boolean): SectionStatus {
  if (faults.length === 0) return 'done';
  if (faults.some(({ kind }) => kind === 'wrong')) return 'problem';
  return started ? 'doing' : 'none';
}

function isStarted(
  id: SectionId,
  c: ProposalContent,
  profile: ApplicantProfile | null,
  attachments: Documents,
): boolean {
  switch (id) {
    case 'basics':
      return profile !== null || anyText(c.title, c.from, c.to, c.summary) || c.track !== null;
    case 'need':
      return anyText(c.needs);
    case 'plan':
      return c.activities.length + c.risks.length > 0 || anyText(c.innovation, c.sustainability);
    case 'team':
      return c.team.length + c.beneficiaries.direct > 0 || anyText(c.beneficiaries.description);
    case 'goals':
      return c.goals.length > 0 || anyText(c.overallGoal);
    case 'budget':
      return c.budget.length > 0 || c.minimum !== null;
    case 'attachments':
      return attachments.some(({ kind }) => kind !== 'seal_page');
    case 'seal':
      return attachments.some(({ kind }) => kind === 'seal_page');
  }
}

const anyText = (...texts: readonly string[]): boolean => texts.some((text) => !isBlank(text));

/** An organization shows its certificate of registration, a group the authorisation of its host. */
function attachmentFaults(profile: ApplicantProfile | null, attachments: Documents): Fault[] {
  const has = (kind: Attachment['kind']) => attachments.some((one) => one.kind === kind);
  if (profile?.kind === 'group')
    return has('host_authorisation')
      ? []
      : missing('attachments.host_authorisation', '请上传承接单位的授权书（照片也可以）');
  return has('registration') ? [] : missing('attachments.registration', '请上传登记证书（照片也可以）');
}

function sealFaults(attachments: Documents, savedAt: number): Fault[] {
  const pages = attachments.filter(({ kind }) => kind === 'seal_page');
  if (pages.length === 0)
    return missing('attachments.seal_page', '填完以后打印盖章页，盖好章拍照上传；补正结束前都可以交');
  return pages.some(({ at }) => at >= savedAt)
    ? []
    : wrong('attachments.seal_page', '盖章页与当前版本不一致，请重新打印、盖章、上传');
}
