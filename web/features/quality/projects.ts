import type { Quality } from '../../../shared/contract/quality.ts';

export interface Project {
  readonly order: number;
  readonly title: string;
}

/** Finds a project by its id. */
export type ProjectOf = (proposal: string) => Project;

export function projectsById(projects: Quality['projects']): ProjectOf {
  const byId = new Map(projects.map(({ proposal, order, title }) => [proposal, { order, title }]));
  return (proposal) => byId.get(proposal) ?? { order: 0, title: '' };
}
