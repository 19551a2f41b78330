import type { Adjustment, VoteCount } from '../../../shared/contract/additions.ts';
import type { FieldFault } from '../../../shared/contract/errors.ts';
import { compareMarks } from '../../../shared/scoring/index.ts';

const unknown = (rows: readonly { proposal: string }[], projects: ReadonlySet<string>): FieldFault[] =>
  rows.flatMap(({ proposal }, index) =>
    projects.has(proposal)
      ? []
      : [{ path: `rows[${index}].proposal`, message: '这个项目不在出场顺序里，或已退出答辩' }],
  );

/**
 * What a list of 加减分 must not be.
 * @param most points that the published rule allows each time
 */
export function adjustmentFaults(
  rows: readonly Adjustment[],
  projects: ReadonlySet<string>,
  most: string,
): FieldFault[] {
  const tooMuch = rows.flatMap(({ points }, index) =>
    compareMarks(points.replace('-', ''), most) > 0
      ? [{ path: `rows[${index}].points`, message: `规则定的每次加减不超过${most}分` }]
      : [],
  );
  return [...unknown(rows, projects), ...tooMuch];
}

/** Every project has its count, and only one. */
export function voteFaults(rows: readonly VoteCount[], projects: ReadonlySet<string>): FieldFault[] {
  const counted = rows.map(({ proposal }) => proposal);
  const twice = counted.flatMap((proposal, index) =>
    counted.indexOf(proposal) < index
      ? [{ path: `rows[${index}].proposal`, message: '同一个项目填了两次票数' }]
      : [],
  );
  const missing = [...projects].filter((proposal) => !counted.includes(proposal)).length;
  return [
    ...unknown(rows, projects),
    ...twice,
    ...(missing === 0 ? [] : [{ path: 'rows', message: `还有${missing}个项目没有票数；没有人投的填 0` }]),
  ];
}
