import type { ReadingProposal } from '../../../shared/contract/preparing.ts';
import type { Context } from '../../context.ts';
import { competitionState } from '../defenses/settings.ts';
import { mustRecuse } from '../judging/queries.ts';
import { projectsToHear } from './projects.ts';
import type { Owner } from './undertake.ts';

/** What a judge reads before the day. A judge off a project has no business with its text. */
export async function readingOf(context: Context, { competition, judge }: Owner): Promise<ReadingProposal[]> {
  const { read } = context.store;
  const { settings } = await competitionState(context, read, competition);
  const recused = await mustRecuse(context, judge);
  const names = (list: readonly { id: string; name: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.name ?? '';
  return (await projectsToHear(context, read, competition))
    .filter(({ proposal }) => !recused.has(proposal))
    .map((project) => ({
      ...project,
      community: names(settings.communities, project.content.community),
      track: names(settings.tracks, project.content.track),
    }));
}
