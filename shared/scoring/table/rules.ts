import { exact } from '../numbers/decimal.ts';
import type { Rules } from '../scorebook/types.ts';
import type { ExactRules } from './types.ts';

/** The rules with their defaults filled in and every decimal read. */
export function exactRules(rules: Rules): ExactRules {
  return {
    unit: rules.unit,
    combine: rules.combine,
    trim: rules.trim ?? null,
    parties: rules.parties?.map(({ id, weight }) => ({ id, weight: exact(weight) })) ?? null,
    quorum: rules.quorum ?? 1,
    line: rules.line === undefined || rules.line === null ? null : exact(rules.line),
    round: Object.fromEntries((rules.round ?? []).map(({ at, dp, mode }) => [at, { dp, mode }])),
    ties: rules.ties ?? [],
  };
}
