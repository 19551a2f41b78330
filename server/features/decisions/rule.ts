import { ContractError } from '../../../shared/contract/errors.ts';
import type { DecisionBody, Result } from '../../../shared/contract/results.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import {
  causeSentence,
  clashSentences,
  inYuan,
  limitsOf,
  outcomesOf,
  projectOf,
  rankedList,
  rankFaults,
  rankRuleOf,
  settingsSentence,
} from '../../../shared/funding/index.ts';
import type { Candidate, Grant, Limits, RankedList } from '../../../shared/funding/index.ts';
import type { Fen } from '../../../shared/units.ts';
import { solverTools } from '../../solver/tools.ts';

type Entry = DecisionBody['entries'][number];

/** What the published rule gives for a result, and the limits that every list keeps. */
export type RuledDecision = { body: DecisionBody; limits: Limits };

/** Only floors that counting cannot settle take any time at all. */
const SECONDS = 10;

/**
 * The list by the published rule, every project with its sentence; `version` 0: not recorded.
 * @throws ContractError wrong_state when it could not be told in time whether the floors can be met
 */
export async function decisionByRule(settings: Settings, result: Result): Promise<RuledDecision> {
  const candidates = result.entries.map((entry): Candidate => ({
    ...projectOf(settings, entry),
    rank: entry.rank,
    belowLine: entry.flags.includes('below_line'),
  }));
  const rule = rankRuleOf(settings);
  const list = await rankedList(limitsOf(settings), candidates, rule, solverTools(SECONDS));
  if (list === null)
    throw new ContractError('wrong_state', {
      message: '各类别、社区的最低要求太复杂，没能及时算出名单，请减少几条再试',
    });
  checkList(list, rule);
  const { grants, total } = list.allocation;
  const body: DecisionBody = {
    version: 0,
    resultVersion: result.version,
    pool: settings.money.pool,
    total,
    entries: grants.map(entryOf),
    ruleSentence: settingsSentence(settings),
    ...(list.clash === null ? {} : { clash: clashWords(list.clash, settings) }),
  };
  return { body, limits: list.limits };
}

/** Verified anew before anybody sees it. */
function checkList({ allocation, limits }: RankedList, rule: ReturnType<typeof rankRuleOf>): void {
  const faults = rankFaults(limits, rule, outcomesOf(allocation));
  if (faults.length > 0) throw new Error(`the list does not keep its rule: ${faults.join('; ')}`);
}

const clashWords = (clash: NonNullable<RankedList['clash']>, { scoring }: Settings): string =>
  `${clashSentences(clash, { money: inYuan, score: () => scoring.line ?? '' }).join('')}名单已按此排出。`;

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

function entryOf({ candidate, amount, cause }: Grant): Entry {
  const { id: proposal, rank, costs } = candidate;
  const requested = costs.reduce((sum, cost) => sum + cost, 0);
  const reason = causeSentence(cause, candidate, inYuan);
  return { proposal, rank, requested, amount, outcome: outcomeOf(amount, requested), reason };
}

const outcomeOf = (amount: Fen, requested: Fen): Entry['outcome'] =>
  amount === 0 ? 'not_funded' : amount < requested ? 'trimmed' : 'funded';
