import { formatYuan } from '../units.ts';
import type { FieldFault } from './errors.ts';
import type { FundingLimit, Settings } from './settings.ts';

const fault = (path: string, message: string): FieldFault[] => [{ path, message }];
const path = (list: string, index: number, member: string): string => `funding.${list}[${index}].${member}`;

/** What contradicts itself in the parts of the pool, the floors and the caps, before a single project is known. */
export const fundingFaults = (settings: Settings): FieldFault[] => [
  ...budgetFaults(settings),
  ...limitFaults(settings, 'floors'),
  ...limitFaults(settings, 'caps'),
  ...floorSumFaults(settings),
];

function budgetFaults({ funding: { budgets = [] }, money, tracks }: Settings): FieldFault[] {
  if (budgets.length === 0) return [];
  const total = budgets.reduce((sum, { amount }) => sum + amount, 0);
  const rest = budgets.filter(({ tracks: named }) => named.length === 0);
  const named = budgets.flatMap(({ tracks: ids }) => ids);
  return [
    ...(total === money.pool
      ? []
      : fault(
          'funding.budgets',
          `各项资金合计${formatYuan(total)}元，应等于资金总额${formatYuan(money.pool)}元`,
        )),
    ...(rest.length > 1 ? fault('funding.budgets', '不指定类别的资金只能有一项') : []),
    ...budgets.flatMap(({ id, tracks: ids }, index) => [
      ...(budgets.findIndex((one) => one.id === id) < index
        ? fault(path('budgets', index, 'id'), `资金编号重复：${id}`)
        : []),
      ...(ids.every((one) => tracks.some((track) => track.id === one))
        ? []
        : fault(path('budgets', index, 'tracks'), '有的类别已经删去，请重新选择')),
    ]),
    ...tracks.flatMap(({ id, name }) => {
      const count = named.filter((one) => one === id).length;
      if (count > 1) return fault('funding.budgets', `类别“${name}”只能用一项资金`);
      return count === 0 && rest.length === 0
        ? fault('funding.budgets', `类别“${name}”还没有可用的资金`)
        : [];
    }),
  ];
}

function limitFaults(
  { funding, money, tracks, communities }: Settings,
  key: 'floors' | 'caps',
): FieldFault[] {
  const list = funding[key] ?? [];
  const groups = { track: tracks, community: communities };
  return list.flatMap((limit, index) => [
    ...(groups[limit.by].some(({ id }) => id === limit.id)
      ? []
      : fault(path(key, index, 'id'), '这个类别或社区已经删去，请重新选择')),
    ...(list.findIndex((other) => isSame(other, limit)) < index
      ? fault(path(key, index, 'id'), '同一类别或社区的同一种要求只能写一次')
      : []),
    ...(limit.measure === 'amount' && limit.value > money.pool
      ? fault(path(key, index, 'value'), '不能超过资金总额')
      : []),
    ...(key === 'floors' && (funding.caps ?? []).some((cap) => isSame(cap, limit) && cap.value < limit.value)
      ? fault(path(key, index, 'value'), '最少不能多于同一类别或社区的最多')
      : []),
  ]);
}

const isSame = (a: FundingLimit, b: FundingLimit): boolean =>
  a.by === b.by && a.id === b.id && a.measure === b.measure;

/** The floors of all categories, or of all communities, against the places and the money there are. */
function floorSumFaults({ funding: { floors = [], count }, money }: Settings): FieldFault[] {
  return (['track', 'community'] as const).flatMap((by) => {
    const sum = (measure: FundingLimit['measure']) =>
      floors
        .filter((floor) => floor.by === by && floor.measure === measure)
        .reduce((total, { value }) => total + value, 0);
    return [
      ...(count !== null && sum('count') > count
        ? fault('funding.floors', `各项“至少”合计${sum('count')}个，超过最多立项${count}个`)
        : []),
      ...(sum('amount') > money.pool
        ? fault('funding.floors', `各项“至少”合计${formatYuan(sum('amount'))}元，超过资金总额`)
        : []),
    ];
  });
}
