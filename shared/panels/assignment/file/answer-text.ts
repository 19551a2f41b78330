import { clashSentences } from '../clash/words.ts';
import type {
  AssignmentAnswer,
  Certificate,
  InfeasibleAssignment,
  SolvedAssignment,
} from '../model/answer.ts';
import type { ClashRule } from '../model/clash.ts';
import { stepsText } from '../model/fit.ts';
import type { AssignmentProblem } from '../model/problem.ts';

/** The answer to an `assignment/1` as it is printed, one line of JSON. Numbers of fit have all their digits. */
export function answerText(problem: AssignmentProblem, answer: AssignmentAnswer): string {
  switch (answer.status) {
    case 'infeasible':
      return jsonOf(infeasible(problem, answer));
    case 'unknown':
      return jsonOf({
        status: JSON.stringify(answer.status),
        ...NOTHING,
        reasons: JSON.stringify(['限定的时间内没有找到符合全部规则的分配，请加长 --seconds。']),
      });
    default:
      return jsonOf(solved(problem, answer));
  }
}

/** JSON texts by key. */
type Texts = Readonly<Record<string, string>>;

const jsonOf = (texts: Texts): string =>
  `{${Object.entries(texts)
    .map(([key, text]) => `${JSON.stringify(key)}:${text}`)
    .join()}}`;

const NOTHING = { objective: 'null', worst: 'null', bound: 'null', assignment: '[]' };

function solved(problem: AssignmentProblem, answer: SolvedAssignment): Texts {
  const { judges, proposals, fit } = problem;
  const number = (steps: bigint | null): string => (steps === null ? 'null' : stepsText(fit, steps));
  return {
    status: JSON.stringify(answer.status),
    objective: number(answer.total),
    worst: number(answer.worst),
    bound: number(answer.bound),
    ...(problem.objective === 'fair' ? { worst_bound: number(answer.worstBound) } : {}),
    assignment: JSON.stringify(
      answer.panels.map((panel, index) => ({
        proposal: proposals[index]?.id,
        judges: panel.map((judge) => judges[judge]?.id),
      })),
    ),
    reasons: '[]',
    ...(answer.certificate === null ? {} : { certificate: certificateText(problem, answer.certificate) }),
  };
}

/** Prices in the numbers of the file by judge; weights other than 1 by proposal. */
function certificateText(
  { judges, proposals, fit }: AssignmentProblem,
  { denominator, prices, weights }: Certificate,
): string {
  const places = denominator.toString().length - 1;
  const price = { ...fit, places: fit.places + places };
  const weight = { ...fit, stepDigits: 1n, places };
  const other = proposals.flatMap(({ id }, proposal) => {
    const numerator = weights[proposal] ?? 0n;
    return numerator === denominator ? [] : [[id, stepsText(weight, numerator)] as const];
  });
  return jsonOf({
    prices: jsonOf(
      Object.fromEntries(judges.map(({ id }, judge) => [id, stepsText(price, prices[judge] ?? 0n)])),
    ),
    weights: jsonOf(Object.fromEntries(other)),
  });
}

function infeasible(problem: AssignmentProblem, clash: InfeasibleAssignment): Texts {
  return {
    status: JSON.stringify(clash.status),
    ...NOTHING,
    reasons: JSON.stringify(clashSentences(problem, clash)),
    clash: JSON.stringify(clash.rules.map((rule) => ruleJson(problem, rule))),
    smallest: JSON.stringify(clash.smallest),
    relaxations: JSON.stringify(
      clash.relaxations.map(({ steps }) =>
        steps.map(({ rule, change }) => ({ ...ruleJson(problem, rule), change })),
      ),
    ),
  };
}

/** `{"rule":"max","judge":"J1","max":3}`, `{"rule":"conflict","judge":"J1","proposal":"P7"}`: ids and figures of the file. */
function ruleJson({ judges, proposals, need, min, max, quotas }: AssignmentProblem, rule: ClashRule): object {
  switch (rule.rule) {
    case 'need':
      return { rule: 'judges', proposal: proposals[rule.proposal]?.id, judges: need[rule.proposal] };
    case 'min':
      return { rule: 'min', judge: judges[rule.judge]?.id, min: min[rule.judge] };
    case 'max':
      return { rule: 'max', judge: judges[rule.judge]?.id, max: max[rule.judge] };
    case 'conflict':
      return { rule: 'conflict', judge: judges[rule.judge]?.id, proposal: proposals[rule.proposal]?.id };
    case 'quota':
      return { rule: 'quota', attribute: quotas[rule.quota]?.attribute, min: quotas[rule.quota]?.min };
  }
}
