import { formatExact } from '../../scoring/numbers/format.ts';
import type { ExcludedProject, FundedAnswer, FundingAnswer } from '../answer.ts';
import type { Rule } from '../clash/rules.ts';
import { clashSentences, ruleWords } from '../clash/words.ts';
import type { Price } from '../price.ts';
import type { FundingProblem } from '../problem.ts';
import { causeSentence } from '../words.ts';

type Exact = number | string;

/** The answer to a `funding/1` as it is printed. A number that JSON readers would round is a string. */
export function answerJson(problem: FundingProblem, answer: FundingAnswer): object {
  const writer = new Writer(problem);
  if (answer.status === 'infeasible') {
    const { rules, changes } = answer.clash;
    return {
      ...nobody,
      status: 'infeasible',
      reasons: clashSentences(answer.clash, writer.wording),
      clash: rules.map((rule) => writer.rule(rule)),
      relaxation:
        changes?.map(({ rule, to }) => ({ ...writer.rule(rule), to: writer.figure(rule, to) })) ?? null,
    };
  }
  if (answer.status === 'unknown')
    return {
      ...nobody,
      status: 'unknown',
      reasons: ['限定的时间内没有找到符合全部规则的名单，请加长 --seconds。'],
    };
  return funded(problem, answer, writer);
}

const nobody = { funded: [], score: null, optimum: null, excluded: [] };

function funded(problem: FundingProblem, answer: FundedAnswer, writer: Writer): object {
  const { status, optimum, bound, prices } = answer;
  return {
    status,
    funded: answer.funded.map(({ id, costs, amount }) => ({
      id,
      costs: Object.fromEntries(
        problem.limits.budgets.map((budget, index) => [budget.id, writer.money(costs[index] ?? 0)]),
      ),
      amount: writer.money(amount),
    })),
    score: writer.score(answer.score),
    optimum: optimum === null ? null : writer.score(optimum.score),
    bound: writer.score(bound),
    excluded: answer.excluded.map((one) => ({ id: one.id, reason: writer.reason(one) })),
    ...(prices === null ? {} : { price: prices.map((price) => writer.price(price, optimum?.score ?? null)) }),
  };
}

/** Writes units as the figures of the file. */
class Writer {
  private readonly problem: FundingProblem;

  constructor(problem: FundingProblem) {
    this.problem = problem;
  }

  readonly moneyText = (units: number): string =>
    Number.isFinite(units)
      ? formatExact({ n: BigInt(units), d: 10n ** BigInt(this.problem.places) })
      : '不限';

  readonly scoreText = (units: bigint): string => formatExact({ n: units, d: this.problem.point });

  get wording() {
    return { money: this.moneyText, score: this.scoreText };
  }

  money(units: number): Exact {
    return exact(this.moneyText(units));
  }

  score(units: bigint): Exact {
    return exact(this.scoreText(units));
  }

  /** `{ "floor": { "track": "a", "count": 2 } }`, `{ "budget": "total" }`, `{ "count": 5 }`, `{ "line": 60 }`. */
  rule(rule: Rule): object {
    switch (rule.kind) {
      case 'floor':
      case 'cap': {
        const { by, id, measure, value } = rule.limit;
        return { [rule.kind]: { [by]: id, [measure]: measure === 'count' ? value : this.money(value) } };
      }
      case 'budget':
        return { budget: rule.budget.id };
      case 'count':
        return { count: rule.count };
      case 'line':
        return { line: this.score(rule.line) };
    }
  }

  figure(rule: Rule, to: bigint): Exact {
    if (rule.kind === 'line') return this.score(to);
    const isCount = rule.kind === 'count' || (rule.kind !== 'budget' && rule.limit.measure === 'count');
    return isCount ? Number(to) : this.money(Number(to));
  }

  reason({ id, cause }: ExcludedProject): string {
    const project = this.problem.projects.find((one) => one.id === id);
    if (project === undefined) throw new RangeError(`no project ${id}`);
    if (cause.kind === 'below_line')
      return `得分${this.scoreText(project.score)}，低于合格线${this.scoreText(this.problem.line ?? 0n)}。`;
    return causeSentence(cause, project, this.moneyText);
  }

  /** What the greatest total score loses by a rule; null where either was not proven in time. */
  price({ rule, without }: Price, optimum: bigint | null): object {
    const isProven = without.status === 'optimal' && optimum !== null;
    const lost = isProven ? this.scoreText(without.score - optimum) : null;
    return {
      ...this.rule(rule),
      optimum: isProven ? this.score(without.score) : null,
      lost: lost === null ? null : exact(lost),
      reason: `${ruleWords(rule, this.wording)}：${lost === null ? '没能在限时内算出' : `最高总分因此少${lost}`}。`,
    };
  }
}

/** A JSON number where every reader gets it back digit by digit. */
const exact = (text: string): Exact => (String(Number(text)) === text ? Number(text) : text);
