import Value from 'typebox/value';
import type { Action } from './actions/action.ts';
import { actorKinds } from './actions/action.ts';
import { actions } from './actions.ts';
import type { Act, ActionName } from './actions.ts';
import type { JsonValue } from './canonical.ts';
import type { LedgerEntry } from './entry.ts';

/** An entry that keeps to the vocabulary, so that `action` tells the type of `data`. */
export type KnownEntry = {
  [A in ActionName]: LedgerEntry & Pick<Extract<Act, { action: A }>, 'action' | 'data'>;
}[ActionName];

const table: ReadonlyMap<string, Action> = new Map(Object.entries(actions));
const id = '[0-9A-Za-z_-]{1,40}';
const actor = new RegExp(`^(system|(${actorKinds.join('|')}):${id})$`);

/** Whether an entry read from outside is one that this vocabulary could have written. */
export function isKnownEntry(entry: LedgerEntry): entry is KnownEntry {
  const action = table.get(entry.action);
  if (action === undefined) return false;
  const fields = Object.keys(action.sealed.properties);
  return (
    actor.test(entry.actor) &&
    new RegExp(`^${action.subject}:${id}$`).test(entry.subject) &&
    Value.Check(action.data, entry.data) &&
    Object.keys(entry.sealed).sort().join() === fields.sort().join()
  );
}

/** Whether a sealed field of this action could hold the value that an opening shows. */
export function isKnownValue(action: ActionName, field: string, value: JsonValue): boolean {
  const schema = table.get(action)?.sealed.properties[field];
  return schema !== undefined && Value.Check(schema, value);
}

/** The id in `kind:id`. */
export function subjectId(entry: LedgerEntry): string {
  return entry.subject.slice(entry.subject.indexOf(':') + 1);
}

/** The last entry with one of these actions. */
export function lastEntry<A extends ActionName>(
  entries: readonly KnownEntry[],
  ...names: readonly A[]
): Extract<KnownEntry, { action: A }> | undefined {
  const wanted: readonly string[] = names;
  const isWanted = (entry: KnownEntry): entry is Extract<KnownEntry, { action: A }> =>
    wanted.includes(entry.action);
  return entries.filter(isWanted).pop();
}
