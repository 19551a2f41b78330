import { beijingDay } from '../../beijing-time.ts';
import type { Copy } from './copies.ts';

/** Newest copies that are kept whatever their day. */
const newest = 12;

/**
 * The copies a backup folder can do without: all but the newest twelve and the last one of each day. Copies of
 * another installation, told by the signing key, are left alone.
 * @param copies oldest first
 * @param key public half of this installation's signing key
 */
export function superfluous(copies: readonly Copy[], key: string): Copy[] {
  const own = copies.filter(({ manifest }) => manifest.key === key);
  const lastOfDay = new Map(own.map((copy) => [beijingDay(copy.manifest.at), copy]));
  const kept = new Set([...own.slice(-newest), ...lastOfDay.values()]);
  return own.filter((copy) => !kept.has(copy));
}
