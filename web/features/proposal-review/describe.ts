import type { ProposalContent } from '../../../shared/contract/proposals.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { SectionId } from '../../../shared/proposals/section.ts';
import { formatYuan } from '../../../shared/units.ts';

/** One line of the document: `label` is a locale key below `organizer.review.label`, `no` counts equal lines. */
export interface DocumentLine {
  label: string;
  text: string;
  no?: number;
}

const nameOf = (rows: readonly { id: string; name: string }[], id: string | null) =>
  rows.find((row) => row.id === id)?.name ?? '';

/** Parts of one line, blank ones left out. */
const join = (parts: readonly (string | number)[], by = ' · ') =>
  parts.filter((part) => part !== '').join(by);

/** What the applicant wrote in one task, in reading order; papers and the lines of the budget stand apart. */
export function describeSection(id: SectionId, content: ProposalContent, settings: Settings): DocumentLine[] {
  const period = join([content.from, content.to], ' — ');
  switch (id) {
    case 'basics':
      return [
        { label: 'title', text: content.title },
        { label: 'track', text: nameOf(settings.tracks, content.track) },
        { label: 'community', text: nameOf(settings.communities, content.community) },
        { label: 'period', text: period },
        { label: 'summary', text: content.summary },
      ];
    case 'need':
      return [{ label: 'needs', text: content.needs }];
    case 'plan':
      return [
        ...content.activities.map(({ from, to, title, detail }, index) => ({
          label: 'activity',
          no: index + 1,
          text: join([join([from, to], ' — '), title, detail]),
        })),
        { label: 'innovation', text: content.innovation },
        ...content.risks.map(({ risk, response }, index) => ({
          label: 'risk',
          no: index + 1,
          text: join([risk, response], ' → '),
        })),
        { label: 'sustainability', text: content.sustainability },
      ];
    case 'team':
      return [
        ...content.team.map(({ role, count, duty, qualification }, index) => ({
          label: 'member',
          no: index + 1,
          text: join([`${role} × ${count}`, duty, qualification]),
        })),
        { label: 'direct', text: String(content.beneficiaries.direct) },
        { label: 'indirect', text: String(content.beneficiaries.indirect) },
        { label: 'beneficiaries', text: content.beneficiaries.description },
      ];
    case 'goals':
      return [
        { label: 'overall_goal', text: content.overallGoal },
        ...content.goals.map(({ kind, text, number, unit, proof }, index) => ({
          label: 'goal',
          no: index + 1,
          text: join([kind, text, `${number} ${unit}`.trim(), proof]),
        })),
      ];
    case 'budget':
      return [{ label: 'minimum', text: content.minimum === null ? '' : formatYuan(content.minimum) }];
    default:
      return [];
  }
}
