import Value from 'typebox/value';
import type { ScorebookFile } from '../../scoring/scorebook/types.ts';
import { SealedAdjustments, SealedVotes } from '../actions/fields.ts';
import { canonicalJson } from '../canonical.ts';
import type { JsonValue } from '../canonical.ts';
import { lastEntry } from '../known-entry.ts';
import type { KnownEntry } from '../known-entry.ts';
import type { Opening } from '../seal.ts';
import type { VerifyFault } from './report.ts';

const path = 'scorebook.json';

/**
 * Compares 加减分 and vote counts of a scorebook with what was recorded last. A seal that nobody opened agrees with
 * anything; entries that are not ranked need neither.
 */
export function additionFaults(
  { entries: listed, adjustments = [], votes = [], rules }: ScorebookFile,
  entries: readonly KnownEntry[],
  openings: readonly Opening[],
): VerifyFault[] {
  const ranked = new Set(listed.filter(({ excluded }) => !excluded).map(({ id }) => id));
  const opened = (act: KnownEntry | undefined, field: string): unknown =>
    act && openings.find((one) => one.seq === act.seq && one.field === field)?.value;
  const faults: VerifyFault[] = [];

  const adjusted = lastEntry(entries, 'adjustments_recorded');
  const points = opened(adjusted, 'adjustments');
  const given = adjustments.filter(({ entry }) => ranked.has(entry));
  const recorded = Value.Check(SealedAdjustments, points)
    ? points.filter(({ entry }) => ranked.has(entry))
    : [];
  const isUnopened = adjusted !== undefined && points === undefined;
  // A rule that has since done without them leaves what was recorded unused.
  if (!isUnopened && given.length > 0 && !same(given, recorded))
    faults.push({ path, code: 'adjustments_differ' });

  const counted = lastEntry(entries, 'votes_recorded');
  const counts = opened(counted, 'votes');
  const hasVotes = (rules.stages ?? []).some((stage) => stage.votes !== undefined);
  if (hasVotes && !(counted !== undefined && counts === undefined)) {
    const stored = Value.Check(SealedVotes, counts) ? counts : {};
    const wanted = Object.fromEntries(Object.entries(stored).filter(([entry]) => ranked.has(entry)));
    const here = Object.fromEntries(votes.map(({ entry, count }) => [entry, count]));
    if (!same(here, wanted)) faults.push({ path, code: 'votes_differ' });
  }
  return faults;
}

const same = (one: unknown, other: unknown): boolean =>
  canonicalJson(one as JsonValue) === canonicalJson(other as JsonValue);
