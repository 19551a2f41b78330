import type { ScheduleModel } from '../model.ts';
import { namesOf } from '../words.ts';
import type { ScheduleNames } from '../words.ts';
import type { Moment, ReplanFact } from './facts.ts';
import type { NumberedPlacement, Replan } from './plan.ts';

/** Somebody who has to be told, and the sentence. */
export interface Tell {
  readonly who:
    { readonly kind: 'team'; readonly proposal: string } | { readonly kind: 'judge'; readonly judge: string };
  readonly words: string;
}

/** Who has to be told what when the plan is replaced: every team and every judge for whom something is different. */
export function toTell(
  model: ScheduleModel,
  before: readonly NumberedPlacement[],
  facts: readonly ReplanFact[],
  { placements, moved }: Replan,
): Tell[] {
  const names = namesOf(model);
  const gone = facts.flatMap((fact) => (fact.kind === 'absent' || fact.kind === 'withdrawn' ? [fact] : []));
  const teams = [
    ...gone.map(({ proposal, kind }): Tell => {
      const why = kind === 'withdrawn' ? '已退出答辩' : '未到场，按缺席处理';
      return {
        who: { kind: 'team', proposal },
        words: `项目${names.proposal(proposal)}${why}，顺序号不再使用。`,
      };
    }),
    ...moved.map(({ proposal, from, to }): Tell => {
      const now = to === null ? '暂无可排的时段，等候通知' : `改到${place(names, to)}`;
      const words = `${from.number} 号项目${names.proposal(proposal)}由${place(names, from)}${now}，顺序号不变。`;
      return { who: { kind: 'team', proposal }, words };
    }),
  ];
  const after = new Map(placements.map((placement) => [placement.proposal, placement]));
  const judges = model.judges.flatMap(({ id }) =>
    before.flatMap((from) => judgeTold(names, id, from, after.get(from.proposal) ?? null)),
  );
  return [...teams, ...judges];
}

function judgeTold(
  names: ScheduleNames,
  judge: string,
  from: NumberedPlacement,
  to: NumberedPlacement | null,
): Tell[] {
  const sat = Object.values(from.judges).includes(judge);
  const sits = to !== null && Object.values(to.judges).includes(judge);
  const project = `${from.number} 号项目${names.proposal(from.proposal)}`;
  const who = { kind: 'judge', judge } as const;
  if (sat && !sits)
    return [{ who, words: `评委${names.judge(judge)}不再评${project}（${place(names, from)}）。` }];
  if (!sat && sits)
    return [{ who, words: `评委${names.judge(judge)}加评${project}（${place(names, to)}）。` }];
  if (!sat || to === null || (sameTime(from, to) && from.room === to.room)) return [];
  return [
    { who, words: `评委${names.judge(judge)}：${project}由${place(names, from)}改到${place(names, to)}。` },
  ];
}

const sameTime = (a: Moment, b: Moment): boolean => a.day === b.day && a.slot === b.slot;

const place = (names: ScheduleNames, { day, slot, room }: NumberedPlacement): string =>
  `${names.day(day)}第 ${slot} 时段、会场${names.room(room)}`;
