import type { Clash, ClashRule, Relaxation, Step } from '../model/clash.ts';
import type { AssignmentProblem } from '../model/problem.ts';

/** More than this of one kind are counted, not listed. */
const MOST_LISTED = 8;

const OTHER_JUDGES = '另请能评的评委，或核实后解除回避';

/** Why there is no answer: a sentence for each kind of rule that clashes, what they come to, and each way out. */
export function clashSentences(
  problem: AssignmentProblem,
  { rules, smallest, relaxations }: Clash,
): string[] {
  const words = new Words(problem);
  return [...words.rules(rules), conclusion(problem, rules, smallest), ...words.waysOut(relaxations)];
}

function conclusion({ judges }: AssignmentProblem, rules: readonly ClashRule[], smallest: boolean): string {
  if (rules.length === 1) return `这一条做不到：一共只有 ${judges.length} 位评委。`;
  return smallest
    ? '以上各条不能同时满足；去掉其中任何一条，其余各条就能同时满足。'
    : '以上各条不能同时满足；限定的时间内没有查清是否每一条都有关。';
}

type RuleOf<K extends ClashRule['rule']> = Extract<ClashRule, { rule: K }>;

class Words {
  private readonly problem: AssignmentProblem;

  constructor(problem: AssignmentProblem) {
    this.problem = problem;
  }

  /** A sentence for each kind, in the order quotas, conflicts, needs, most, least. */
  rules(rules: readonly ClashRule[]): string[] {
    const of = <K extends ClashRule['rule']>(kind: K): RuleOf<K>[] =>
      rules.filter((rule): rule is RuleOf<K> => rule.rule === kind);
    const { need, max, min } = this.problem;
    return [
      ...of('quota').map(({ quota }) => this.quota(quota)),
      ...this.conflicts(of('conflict')),
      ...this.numbers(
        of('need').map(({ proposal }) => ({ who: this.proposal(proposal), count: need[proposal] ?? 0 })),
        ['项目', '需要', '位评委', '个项目共需要', '人次'],
      ),
      ...this.numbers(
        of('max').map(({ judge }) => ({ who: this.judge(judge), count: max[judge] ?? 0 })),
        ['评委', '最多评', '个项目', '位评委合计最多评', '项次'],
      ),
      ...this.numbers(
        of('min').map(({ judge }) => ({ who: this.judge(judge), count: min[judge] ?? 0 })),
        ['评委', '至少评', '个项目', '位评委合计至少评', '项次'],
      ),
    ];
  }

  waysOut(relaxations: readonly Relaxation[]): string[] {
    const lifted = relaxations.filter(({ kind, steps }) => kind === 'conflict' && steps[0]?.change === null);
    const others = relaxations.filter((relaxation) => !lifted.includes(relaxation));
    const conflicts = lifted.flatMap(({ steps }) => steps);
    return [
      ...others.map((relaxation) => this.wayOut(relaxation)),
      ...(conflicts.length === 0 ? [] : [`办法：${OTHER_JUDGES}其中一处：${this.listed(conflicts)}。`]),
    ];
  }

  private wayOut({ kind, steps }: Relaxation): string {
    const given = steps.filter(({ change }) => change === null).map(({ rule }) => rule);
    if (given.length > 0)
      return `办法：取消${given.length === 1 ? '这一条' : '这几条'}——${this.rules(given).join('')}`;
    if (kind === 'several') return `办法：一起改动——${this.listed(steps)}。`;
    return `办法：${kind === 'conflict' ? `${OTHER_JUDGES}：` : ''}${this.listed(steps)}。`;
  }

  private listed(steps: readonly Step[]): string {
    const listed = steps.slice(0, MOST_LISTED).map((step) => this.step(step));
    return `${listed.join('，')}${steps.length > MOST_LISTED ? `等 ${steps.length} 处` : ''}`;
  }

  private step({ rule, change }: Step): string {
    const to = (now: number | undefined): string => `由 ${now ?? 0} 改为 ${(now ?? 0) + (change ?? 0)}`;
    switch (rule.rule) {
      case 'need':
        return `项目${this.proposal(rule.proposal)}需要的评委数${to(this.problem.need[rule.proposal])}`;
      case 'max':
        return `评委${this.judge(rule.judge)}最多评的项目数${to(this.problem.max[rule.judge])}`;
      case 'min':
        return `评委${this.judge(rule.judge)}至少评的项目数${to(this.problem.min[rule.judge])}`;
      case 'quota': {
        const quota = this.problem.quotas[rule.quota];
        return `每个项目至少要有的“${quota?.attribute ?? ''}”评委数${to(quota?.min)}`;
      }
      case 'conflict':
        return `评委${this.judge(rule.judge)}不再回避项目${this.proposal(rule.proposal)}`;
    }
  }

  private quota(index: number): string {
    const quota = this.problem.quotas[index];
    const holders = [...this.problem.judges.keys()].filter((judge) => quota?.holders[judge] === 1);
    const who =
      holders.length === 0
        ? '没有这样的评委'
        : `这样的评委有 ${holders.length} 位：${this.judgesList(holders)}`;
    return `每个项目至少要有 ${quota?.min ?? 0} 位“${quota?.attribute ?? ''}”评委（${who}）。`;
  }

  private conflicts(rules: readonly RuleOf<'conflict'>[]): string[] {
    const byProposal = new Map<number, number[]>();
    for (const { judge, proposal } of rules)
      byProposal.set(proposal, [...(byProposal.get(proposal) ?? []), judge]);
    const sentences = [...byProposal].map(
      ([proposal, judges]) =>
        `项目${this.proposal(proposal)}有 ${judges.length} 位评委回避：${this.judgesList(judges)}。`,
    );
    if (sentences.length <= MOST_LISTED) return sentences;
    return [
      `${byProposal.size} 个项目共有 ${rules.length} 处回避，其中${sentences.slice(0, 3).join('').slice(0, -1)}。`,
    ];
  }

  private numbers(
    items: readonly { readonly who: string; readonly count: number }[],
    [kind, verb, unit, together, units]: readonly [string, string, string, string, string],
  ): string[] {
    if (items.length === 0) return [];
    if (items.length <= MOST_LISTED)
      return [`${kind}${items.map(({ who, count }) => `${who}${verb} ${count} ${unit}`).join('，')}。`];
    const names = items.slice(0, 3).map(({ who }) => who);
    const sum = items.reduce((total, { count }) => total + count, 0);
    return [`${names.join('、')}等 ${items.length} ${together} ${sum} ${units}。`];
  }

  private judgesList(judges: readonly number[]): string {
    const names = judges.slice(0, MOST_LISTED).map((judge) => this.judge(judge));
    return `${names.join('、')}${judges.length > MOST_LISTED ? '等' : ''}`;
  }

  private judge(index: number): string {
    return `“${this.problem.judges[index]?.name ?? ''}”`;
  }

  private proposal(index: number): string {
    return `“${this.problem.proposals[index]?.name ?? ''}”`;
  }
}
