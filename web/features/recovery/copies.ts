import type { Copies } from '../../../shared/contract/recovery.ts';
import { formatShortTime } from '../../locales/format.ts';
import { t } from '../../locales/index.ts';

/** Where the copies stand, in one sentence. */
export function copiesText(copies: Copies | null): string {
  if (copies === null) return t('recovery.copies.off');
  if (copies.latest === null) return t('recovery.copies.none');
  return t('recovery.copies.latest', { time: formatShortTime(copies.latest.at), count: copies.count });
}

/** What is wrong with them, in words; null when nothing is. */
export function copiesFault(copies: Copies | null): string | null {
  if (copies === null) return t('recovery.copies.offNext');
  if (copies.fault !== null) return t('recovery.copies.fault', { fault: copies.fault });
  if (copies.late) return t('recovery.copies.late');
  return copies.sameDisk ? t('recovery.copies.sameDisk') : null;
}
