import type { Model } from './model.ts';

/** The model cut down to some projects, with order numbers from 1 in the order they are named. */
export function smallModel(model: Model, projects: readonly string[], withdrawn: string): Model {
  const kept = new Set(projects);
  const has = ({ project }: { project: string | null }) => project !== null && kept.has(project);
  const proposals = model.proposals.filter((proposal) => kept.has(proposal.id));
  const applicants = new Set(proposals.map((proposal) => proposal.applicant));
  return {
    ...model,
    proposals,
    applicants: model.applicants.filter((applicant) => applicants.has(applicant.id)),
    recusals: model.recusals.filter(has),
    disclosures: model.disclosures.filter(has),
    absences: [],
    withdrawal: { ...model.withdrawal, project: withdrawn },
    draws: projects.map((project, index) => ({ project, order: index + 1 })),
    sheets: model.sheets.filter(has),
  };
}
