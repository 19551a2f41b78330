import type { ApplicantProfile } from '../../shared/contract/applicants.ts';
import type { ProposalContent } from '../../shared/contract/proposals.ts';
import type { Model, ModelApplicant, ModelProposal } from './model.ts';

const fen = (yuan: number): number => Math.round(yuan * 100);

/** Places of the model without a community run in the whole town. */
const wholeTown = 't01';

/** What an applicant of the model fills in about itself. */
export function modelProfile(model: Model, applicant: ModelApplicant): ApplicantProfile {
  return {
    kind: applicant.kind,
    name: applicant.name,
    form: applicant.form,
    creditCode: applicant.uscc,
    creditCodeReason: applicant.uscc_check?.reason ?? '',
    host: applicant.host === undefined ? null : hostOf(model, applicant.host),
    community: applicant.community ?? null,
    leader: '负责人（演示）',
    members: applicant.members ?? applicant.full_time_staff ?? 0,
    profile: applicant.profile,
    experience: applicant.experience,
    consent: true,
  };
}

function hostOf(model: Model, id: string): ApplicantProfile['host'] {
  const host = model.hosts.find((each) => each.id === id);
  if (host) return { name: host.name, kind: host.kind, creditCode: host.uscc };
  const organization = model.applicants.find((each) => each.id === id);
  if (!organization?.uscc) throw new Error(`host ${id} not found in the model`);
  return { name: organization.name, kind: 'organization', creditCode: organization.uscc };
}

/** What an applicant of the model writes. */
export function modelContent(proposal: ModelProposal): ProposalContent {
  return {
    title: proposal.title,
    track: proposal.category,
    community: proposal.community ?? wholeTown,
    from: proposal.period.from,
    to: proposal.period.to,
    summary: proposal.summary,
    needs: proposal.needs,
    overallGoal: proposal.overall_goal,
    goals: proposal.goals.map(({ kind, text, number, unit, proof }) => ({ kind, text, number, unit, proof })),
    activities: proposal.activities.map(({ from, to, title, detail }) => ({ from, to, title, detail })),
    beneficiaries: proposal.beneficiaries,
    innovation: proposal.innovation,
    risks: proposal.risks,
    sustainability: proposal.sustainability,
    team: proposal.team,
    budget: proposal.budget.lines.map(({ subject, item, purpose, unit_price, quantity, unit, source }) => ({
      subject,
      item,
      purpose,
      unitPrice: fen(unit_price),
      quantity,
      unit,
      source,
    })),
    minimum: fen(proposal.minimum_viable),
  };
}
