import type { Recusal } from '../contract/judges.ts';
import type { Settings } from '../contract/settings.ts';
import type { ConflictCheck, JudgeOrigin, ProposalOrigin } from './conflict-checks.ts';
import { conflictChecks } from './conflict-checks.ts';

export type ComputedRecusal = Pick<Recusal, 'judge' | 'proposal' | 'grounds' | 'detail'> & {
  readonly source: 'computed' | 'mentoring_record';
};

/**
 * Recusals that follow from what is on file: the project lands in the judge's community, its host organization or
 * applicant is the judge's unit, the judge has mentored it. All grounds stand together in one recusal of kind `must`.
 * A community speaks through its opinion on the seal page instead.
 * @returns in the order of the judges, then of the proposals
 */
export function computedRecusals(
  judges: readonly JudgeOrigin[],
  proposals: readonly ProposalOrigin[],
  communities: Settings['communities'],
): ComputedRecusal[] {
  return judges.flatMap((judge) =>
    proposals.flatMap((project): ComputedRecusal[] => {
      const facts = conflictChecks(judge, project, communities).filter(
        ({ outcome }) => outcome === 'conflict',
      );
      if (facts.length === 0) return [];
      return [
        {
          judge: judge.judge,
          proposal: project.proposal,
          grounds: [...new Set(facts.map(({ ground }) => ground))],
          detail: detailOf(facts, judge),
          source: facts.every(({ kind }) => kind === 'mentored') ? 'mentoring_record' : 'computed',
        },
      ];
    }),
  );
}

function detailOf(facts: readonly ConflictCheck[], { unit }: JudgeOrigin): string {
  const has = (kind: ConflictCheck['kind']) => facts.some((fact) => fact.kind === kind);
  const host = unit ? `承接单位就是评委所在单位（${unit}）。` : '承接单位是评委所在社区居委会。';
  return [
    has('community')
      ? '项目落地评委所在社区，由社区在盖章页上另行发表意见。'
      : has('host_office')
        ? host
        : '',
    has('employment') ? `申报主体就是评委所在单位（${unit ?? ''}）。` : '',
    has('mentored') ? '辅导登记：本人辅导过这个申报主体。' : '',
  ].join('');
}
