import type { Settings } from '../../../shared/contract/settings.ts';
import { weiyuan } from './testing.ts';

interface ModelCompetition {
  name: string;
  short_name: string;
  mark: string;
  region: Settings['region'];
  sponsors: { name: string; role: string }[];
  operator: { name: string; role: string };
  places: { id: string; name: string; level: 'community' | 'town'; task_type: string }[];
  categories: Settings['tracks'];
  money: {
    pool: number;
    ceiling_per_project: number;
    floor_per_project: number;
    source: string;
    max_proposals_per_applicant: number;
  };
  rubric: Settings['rubric'];
  rules: { scorebook: Settings['scoring'] };
}

/** The template's settings with what the model competition says instead. */
export function weiyuanTestSettings(template: Settings): Settings {
  const model = weiyuan<ModelCompetition>('competition');
  const { parties } = weiyuan<{ parties: Settings['parties'] }>('parties');
  const { money } = model;
  return {
    ...template,
    name: model.name,
    shortName: model.short_name,
    mark: model.mark,
    region: model.region,
    sponsors: model.sponsors.map(({ name, role }) => ({ name, note: role })),
    operator: { name: model.operator.name, note: model.operator.role },
    tracks: model.categories,
    communities: model.places.map(({ id, name, level, task_type }) => ({ id, name, level, task: task_type })),
    parties: parties.map(({ id, name, seats }) => ({ id, name, seats })),
    money: {
      pool: money.pool * 100,
      ceiling: money.ceiling_per_project * 100,
      floor: money.floor_per_project * 100,
      source: money.source,
      perApplicant: money.max_proposals_per_applicant,
    },
    rubric: { criteria: model.rubric.criteria },
    scoring: model.rules.scorebook,
    timeline: { ...template.timeline, defenseDay: '2026-10-16' },
  };
}
