import type { Section } from '../../../shared/proposals/completeness.ts';
import type { SectionId } from '../../../shared/proposals/section.ts';

/** The first task after `current` that is not done, around the end; null when all others are. */
export function nextTask(sections: readonly Section[], current: SectionId | null = null): Section | null {
  const place = sections.findIndex(({ id }) => id === current);
  const ahead = [...sections.slice(place + 1), ...sections.slice(0, Math.max(place, 0))];
  return ahead.find(({ status }) => status !== 'done') ?? null;
}
