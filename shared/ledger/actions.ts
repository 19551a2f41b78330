import type { Static, TObject } from 'typebox';
import type { Action, Actor } from './actions/action.ts';
import { competitionActions } from './actions/competition.ts';
import { panelActions } from './actions/panel.ts';
import { proposalActions } from './actions/proposals.ts';
import { resultActions } from './actions/result.ts';
import { scoringActions } from './actions/scoring.ts';

/**
 * Every act that others rely on, and nothing else is ever written to a ledger (no drafts, presence, sessions,
 * practice). An action once used is never changed or taken out: old ledgers are read with this table.
 */
export const actions = {
  ...competitionActions,
  ...proposalActions,
  ...panelActions,
  ...scoringActions,
  ...resultActions,
} satisfies Record<string, Action>;

type Actions = typeof actions;
export type ActionName = keyof Actions;

// An object without properties would otherwise be `object`, which takes anything.
type Fields<O extends TObject> = keyof Static<O> extends never ? Record<string, never> : Static<O>;

/** What is handed in to be written: one member per action, with the values to be sealed still in the clear. */
export type Act = {
  [A in ActionName]: {
    readonly at: number;
    readonly actor: Actor;
    readonly action: A;
    readonly subject: `${Actions[A]['subject']}:${string}`;
    readonly data: Fields<Actions[A]['data']>;
    readonly sealed: Fields<Actions[A]['sealed']>;
  };
}[ActionName];
