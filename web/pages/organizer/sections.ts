import { applicants } from '../../../shared/contract/applicants.ts';
import { defenses } from '../../../shared/contract/defenses.ts';
import { devices } from '../../../shared/contract/devices.ts';
import { hallCheck } from '../../../shared/contract/hall-check.ts';
import { judges } from '../../../shared/contract/judges.ts';
import { paperSheets } from '../../../shared/contract/paper-sheets.ts';
import { ledger, papers } from '../../../shared/contract/papers.ts';
import { people } from '../../../shared/contract/people.ts';
import { proposals } from '../../../shared/contract/proposals.ts';
import { quality } from '../../../shared/contract/quality.ts';
import { decisions, results } from '../../../shared/contract/results.ts';
import type { Grant } from '../../../shared/contract/roles.ts';
import { organizers } from '../../../shared/contract/roles.ts';
import { stage } from '../../../shared/contract/stage.ts';

/** A page of the organizer: last part of its path, and the route whose readers may see it. */
export interface SectionPage {
  name: string;
  route: { allow: readonly Grant[] };
}

/** One entry of the bar; its pages stand side by side under the bar. */
export interface Section {
  name: string;
  pages: readonly SectionPage[];
}

const everyone = { allow: organizers };

/** The organizer's pages in the order of the work. */
export const sections: readonly Section[] = [
  { name: 'overview', pages: [{ name: 'overview', route: everyone }] },
  {
    name: 'prepare',
    pages: [
      { name: 'settings', route: everyone },
      { name: 'people', route: people.list },
    ],
  },
  {
    name: 'apply',
    pages: [
      { name: 'applicants', route: applicants.list },
      { name: 'proposals', route: proposals.list },
    ],
  },
  {
    name: 'panel',
    pages: [
      { name: 'judges', route: judges.list },
      { name: 'order', route: defenses.list },
      { name: 'devices', route: devices.list },
      { name: 'hall-check', route: hallCheck.get },
    ],
  },
  {
    name: 'console',
    pages: [
      { name: 'console', route: stage.console },
      { name: 'paper', route: { allow: [...paperSheets.enter.allow, ...paperSheets.setKeying.allow] } },
    ],
  },
  {
    name: 'results',
    pages: [
      { name: 'results', route: results.latest },
      { name: 'quality', route: quality.get },
    ],
  },
  { name: 'decision', pages: [{ name: 'decision', route: decisions.preview }] },
  { name: 'papers', pages: [{ name: 'papers', route: papers.preparation }] },
  { name: 'ledger', pages: [{ name: 'ledger', route: ledger.page }] },
];

/** What a person may open, sections without any page left out. */
export function sectionsFor(may: (route: { allow: readonly Grant[] }) => boolean): Section[] {
  return sections
    .map(({ name, pages }) => ({ name, pages: pages.filter((page) => may(page.route)) }))
    .filter(({ pages }) => pages.length > 0);
}

/** The section a path belongs to: `/o/:competition/judges/…` → panel. */
export function sectionOf(path: string): { section: Section; page: string } | null {
  const name = path.split('/')[3];
  const section = sections.find(({ pages }) => pages.some((page) => page.name === name));
  return section === undefined || name === undefined ? null : { section, page: name };
}
