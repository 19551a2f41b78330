import type { ScorebookFile } from '../scorebook/types.ts';

/** How a text calls things; each takes an id. */
export type Names = {
  readonly judge: (id: string) => string;
  readonly entry: (id: string) => string;
  readonly criterion: (id: string) => string;
  readonly party: (id: string) => string;
};

/** Calls everything by its id: what a text says where names must not appear. */
export const ID_NAMES: Names = {
  judge: (id) => id,
  entry: (id) => id,
  criterion: (id) => id,
  party: (id) => id,
};

type Named = { readonly id: string; readonly name?: string };

/**
 * The names of a scorebook, an id standing for itself where there is none.
 * @param parties names of parties, which a scorebook does not hold
 */
export function namesOf(
  { judges, entries, criteria }: Pick<ScorebookFile, 'judges' | 'entries' | 'criteria'>,
  parties: readonly Named[] = [],
): Names {
  return {
    judge: lookup(judges),
    criterion: lookup(criteria),
    party: lookup(parties),
    entry: (id) => {
      const name = lookup(entries)(id);
      return name === id ? id : `${id} ${name}`;
    },
  };
}

function lookup(items: readonly Named[]): (id: string) => string {
  const names = new Map(items.map(({ id, name }) => [id, name ?? id]));
  return (id) => names.get(id) ?? id;
}
