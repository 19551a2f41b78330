import { formatYuan } from '../../../shared/units.ts';
import { formatTime } from '../../locales/format.ts';
import type { Difference } from './settings-diff.ts';

/** How the value of a place is shown: an amount, an instant, or a word of a list of choices (its locale prefix). */
type Show = 'plain' | 'yuan' | 'time' | { words: string };

/** Places with a name of their own: locale key below `organizer.settings`, and how their value is shown. */
const places: Readonly<Record<string, [label: string, show: Show]>> = {
  name: ['basics.name', 'plain'],
  shortName: ['basics.short_name', 'plain'],
  mark: ['basics.mark', 'plain'],
  'region.county': ['basics.county', 'plain'],
  'region.town': ['basics.town', 'plain'],
  'operator.name': ['basics.operator', 'plain'],
  'contact.phone': ['basics.phone', 'plain'],
  'contact.hours': ['basics.hours', 'plain'],
  'contact.office': ['basics.office', 'plain'],
  'money.pool': ['money.pool', 'yuan'],
  'money.ceiling': ['money.ceiling', 'yuan'],
  'money.floor': ['money.floor', 'yuan'],
  'money.source': ['money.source', 'plain'],
  'money.perApplicant': ['money.per_applicant', 'plain'],
  'timeline.callOpens': ['timeline.call_opens', 'time'],
  'timeline.deadline': ['timeline.deadline', 'time'],
  'timeline.correctionFrom': ['timeline.correction_from', 'time'],
  'timeline.correctionTo': ['timeline.correction_to', 'time'],
  'timeline.drawAt': ['timeline.draw_at', 'time'],
  'timeline.defenseDay': ['timeline.defense_day', 'plain'],
  'timeline.place': ['timeline.place', 'plain'],
  'timeline.presentMinutes': ['timeline.present', 'plain'],
  'timeline.questionMinutes': ['timeline.question', 'plain'],
  'timeline.changeMinutes': ['timeline.change', 'plain'],
  'timeline.noticeFrom': ['timeline.notice_from', 'plain'],
  'timeline.noticeTo': ['timeline.notice_to', 'plain'],
  'timeline.projectFrom': ['timeline.project_from', 'plain'],
  'timeline.projectTo': ['timeline.project_to', 'plain'],
  'scoring.unit': ['rules.unit', { words: 'rules.unit_' }],
  'scoring.combine': ['rules.combine', { words: 'rules.combine_' }],
  'scoring.quorum': ['rules.quorum', 'plain'],
  'scoring.line': ['rules.line_points', 'plain'],
  'scoring.trim.high': ['rules.high', 'plain'],
  'scoring.trim.low': ['rules.low', 'plain'],
  'scoring.trim.min_valid': ['rules.min_valid', 'plain'],
  'scoring.trim.within': ['rules.within', { words: 'rules.within_' }],
  'funding.rule': ['money.rule', { words: 'money.rule_' }],
  'funding.trimLast': ['money.trim_last', 'plain'],
  'funding.count': ['money.count_most', 'plain'],
};

export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** One difference in words: where, what I have, what the server has. */
export function differenceWords({ path, mine, theirs }: Difference, t: Translate) {
  const at = (key: string, values = {}) => t(`organizer.settings.${key}`, values);
  const [label, show] = places[path] ?? [undefined, 'plain'];
  const row = /^(\w+).*?\[(\d+)\]/.exec(path);
  const part = at(`part.${path.split(/[.[]/)[0] ?? ''}`);
  const place = row ? at('conflict.row', { part, no: Number(row[2]) + 1 }) : part;
  return {
    place: label === undefined ? place : at(label),
    mine: valueWords(mine, show, at),
    theirs: valueWords(theirs, show, at),
  };
}

function valueWords(value: unknown, show: Show, at: Translate): string {
  if (value === undefined || value === null || value === '') return at('conflict.nothing');
  if (Array.isArray(value)) return at('conflict.list', { count: value.length });
  if (typeof value === 'object') return at('conflict.several');
  if (typeof value === 'boolean') return at(value ? 'conflict.yes' : 'conflict.no');
  if (show === 'yuan') return formatYuan(Number(value));
  if (show === 'time') return formatTime(Number(value));
  return typeof show === 'object' ? at(`${show.words}${String(value)}`) : String(value);
}
