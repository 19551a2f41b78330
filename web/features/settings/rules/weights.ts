import type { ScoringRules } from '../../../../shared/contract/settings.ts';

type Weights = NonNullable<ScoringRules['parties']>;

/** A weight for each party in its order: the first known one, else 1. Parties that are not there have none. */
export const weightsFor = (parties: readonly { id: string }[], known: Weights): Weights =>
  parties.map(({ id }) => ({ id, weight: known.find((one) => one.id === id)?.weight ?? '1' }));
