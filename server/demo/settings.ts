import type { Settings } from '../../shared/contract/settings.ts';
import type { Model, ModelCompetition } from './model.ts';

/** Turns a time of the model (ISO 8601) into the play's own, in milliseconds. */
export type Shift = (iso: string) => number;

const fen = (yuan: number): number => Math.round(yuan * 100);

/** The settings of the model competition with its dates shifted. */
export function modelSettings({ competition: c, parties }: Model, shift: Shift): Settings {
  return {
    name: c.name,
    shortName: c.short_name,
    mark: c.mark,
    region: c.region,
    sponsors: c.sponsors.map(({ name, role }) => ({ name, note: role })),
    operator: { name: c.operator.name, note: '承办方' },
    contact: { office: '（演示）承办方办公室', phone: '', hours: '周一到周五 9:00—17:30' },
    tracks: c.categories,
    communities: c.places.map(({ id, name, level, task_type }) => ({ id, name, level, task: task_type })),
    parties: parties.map(({ id, name, seats }) => ({ id, name, seats })),
    money: {
      pool: fen(c.money.pool),
      ceiling: fen(c.money.ceiling_per_project),
      floor: fen(c.money.floor_per_project),
      source: c.money.source,
      perApplicant: c.money.max_proposals_per_applicant,
    },
    timeline: modelTimeline(c, shift),
    rubric: { criteria: c.rubric.criteria },
    scoring: c.rules.scorebook,
    funding: { rule: c.rules.funding.rule, trimLast: c.rules.funding.last_may_be_trimmed, count: null },
    budgetGuidance: c.budget_guidance,
  };
}

interface ModelSession {
  id: string;
  name: string;
  start: string;
  end: string;
  order_from: number;
  order_to: number;
}

function modelTimeline(c: ModelCompetition, shift: Shift): Settings['timeline'] {
  const step = (id: string) => c.timeline.find((each) => each.id === id) ?? { id };
  const text = (id: string, member: string) => String(step(id)[member]);
  const dayOf = (iso: string) => beijingDay(shift(iso));
  const noon = 'T12:00:00+08:00';
  const sessions = step('defense')['sessions'] as ModelSession[];
  return {
    callOpens: shift(text('call', 'at')),
    deadline: shift(text('deadline', 'at')),
    correctionFrom: shift(text('correction', 'from')),
    correctionTo: shift(text('correction', 'to')),
    drawAt: shift(text('draw', 'at')),
    defenseDay: dayOf(`${text('defense', 'date')}${noon}`),
    place: text('defense', 'place'),
    presentMinutes: Number(step('defense')['present_minutes']),
    questionMinutes: Number(step('defense')['question_minutes']),
    changeMinutes: Number(step('defense')['change_minutes']),
    sessions: sessions.map(({ id, name, start, end, order_from, order_to }) => ({
      id,
      name,
      start: shift(start),
      end: shift(end),
      from: order_from,
      to: order_to,
    })),
    noticeFrom: dayOf(`${text('notice', 'from')}${noon}`),
    noticeTo: dayOf(`${text('notice', 'to')}${noon}`),
    projectFrom: c.project_period.from,
    projectTo: c.project_period.to,
  };
}

const beijingDay = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
