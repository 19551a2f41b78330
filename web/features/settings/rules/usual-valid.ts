import type { Settings } from '../../../../shared/contract/settings.ts';

/** Valid sheets an example starts with: one judge of the panel is missing, as on most days. */
export const usualValid = ({ parties }: Pick<Settings, 'parties'>): number =>
  Math.max(1, parties.reduce((sum, { seats }) => sum + seats, 0) - 1);
