import type { DecisionBody, Result } from '../../../shared/contract/results.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { allocateByRank, fundingSentence, grantSentence } from '../../../shared/funding/index.ts';
import type { Grant } from '../../../shared/funding/index.ts';
import type { Fen } from '../../../shared/units.ts';

type Entry = DecisionBody['entries'][number];

/** What the published rule gives for a result, every project with its sentence; `version` 0: not recorded. */
export function decisionByRule(settings: Settings, result: Result): DecisionBody {
  const { pool } = settings.money;
  const { grants, total } = allocateByRank(
    pool,
    result.entries.map(({ proposal, rank, flags, requested, minimum }) => ({
      id: proposal,
      rank,
      belowLine: flags.includes('below_line'),
      requested,
      minimum,
    })),
    settings.funding,
  );
  return {
    version: 0,
    resultVersion: result.version,
    pool,
    total,
    entries: grants.map(entryOf),
    ruleSentence: fundingSentence(settings.funding, settings.scoring.line ?? null),
  };
}

/** The rule's list with other amounts; a project that differs bears the sponsor's reason. */
export function withAmounts(
  byRule: DecisionBody,
  amounts: ReadonlyMap<string, Fen>,
  reason: string,
): DecisionBody {
  const entries = byRule.entries.map((entry): Entry => {
    const amount = amounts.get(entry.proposal) ?? 0;
    if (amount === entry.amount) return entry;
    return { ...entry, amount, outcome: outcomeOf(amount, entry.requested), reason: `主办方调整：${reason}` };
  });
  return { ...byRule, entries, total: entries.reduce((sum, { amount }) => sum + amount, 0) };
}

/** Whether some amount is another than the rule gives. */
export const differs = ({ entries }: DecisionBody, amounts: ReadonlyMap<string, Fen>): boolean =>
  entries.some(({ proposal, amount }) => amount !== (amounts.get(proposal) ?? 0));

function entryOf(grant: Grant): Entry {
  const { candidate, amount } = grant;
  const { id: proposal, rank, requested } = candidate;
  const outcome = outcomeOf(amount, requested);
  return { proposal, rank, requested, amount, outcome, reason: grantSentence(grant) };
}

const outcomeOf = (amount: Fen, requested: Fen): Entry['outcome'] =>
  amount === 0 ? 'not_funded' : amount < requested ? 'trimmed' : 'funded';
