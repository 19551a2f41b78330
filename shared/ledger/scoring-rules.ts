import type { Criterion, Rules } from '../scoring/scorebook/types.ts';
import { canonicalJson } from './canonical.ts';
import type { Sha256 } from './hash.ts';

/**
 * SHA-256 of the RFC 8785 form of the criteria and rules of a scorebook, as frozen with the call. Orders that
 * are found later (`lot`, `decision`) do not count: they have entries of their own.
 */
export function scoringRulesHash(
  scorebook: { readonly criteria: readonly Criterion[]; readonly rules: Rules },
  sha256: Sha256,
): string {
  const { criteria, rules } = scorebook;
  const ties = (rules.ties ?? []).filter(
    (tie) => typeof tie === 'string' || !('lot' in tie || 'decision' in tie),
  );
  return sha256(canonicalJson({ criteria, rules: { ...rules, ties } }));
}
