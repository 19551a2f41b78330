import type { FieldFault } from '../contract/errors.ts';

/** One line of the 抽签登记表. */
export interface TypedDraw {
  proposal: string;
  order: number;
}

/**
 * What is wrong with an order typed from paper: every project of `titles` must stand in it exactly once, with the
 * numbers 1 to n. Each fault names its row.
 * @param titles titles of the projects to be drawn, by id
 */
export function orderFaults(draws: readonly TypedDraw[], titles: ReadonlyMap<string, string>): FieldFault[] {
  const firstRow = { proposal: new Map<string, number>(), order: new Map<number, number>() };
  const faults = draws.flatMap(({ proposal, order }, row): FieldFault[] => {
    const sameProposal = firstRow.proposal.get(proposal);
    const sameOrder = firstRow.order.get(order);
    firstRow.proposal.set(proposal, sameProposal ?? row);
    firstRow.order.set(order, sameOrder ?? row);
    return [
      ...(titles.has(proposal) ? [] : fault(`draws[${row}].proposal`, '这个项目没有进入现场答辩')),
      ...(sameProposal === undefined
        ? []
        : fault(`draws[${row}].proposal`, `与第 ${sameProposal + 1} 行是同一个项目`)),
      ...(sameOrder === undefined ? [] : fault(`draws[${row}].order`, `与第 ${sameOrder + 1} 行重号`)),
      ...(order <= titles.size ? [] : fault(`draws[${row}].order`, `号码应在 1 到 ${titles.size} 之间`)),
    ];
  });
  const missing = [...titles].filter(([id]) => !firstRow.proposal.has(id));
  return [...faults, ...missing.flatMap(([, title]) => fault('draws', `还缺：${title}`))];
}

const fault = (path: string, message: string): FieldFault[] => [{ path, message }];
