import type { ScheduleModel } from '../model.ts';
import { namesOf } from '../words.ts';
import type { AloneCause } from './alone.ts';
import type { Relaxation, Relaxed } from './relaxation.ts';

/** Why a proposal cannot be placed whatever else is, as a sentence. */
export function aloneWords(cause: AloneCause): string {
  switch (cause.kind) {
    case 'no_eligible':
      return `“${cause.role}”没有可选的评委。`;
    case 'no_judge':
      return `“${cause.role}”的可选评委，没有一位能在申报方到场且会场开放时到场。`;
    case 'too_long':
      return '答辩时长超过任何一天的时段数。';
    case 'never_there':
      return '申报方能到场的时段不够连续排下一场。';
    case 'no_room':
      return '申报方能到场时，没有一间会场连续开放到足够的时段。';
    case 'no_panel':
      return '没有一个时段能把各席评委凑齐，且一人一席。';
  }
}

/** The least that would have to change for a proposal to be placed beside the others as they stand. */
export function relaxationWords(model: ScheduleModel): (relaxation: Relaxation) => string {
  const names = namesOf(model);
  const one = (relaxed: Relaxed): string => {
    switch (relaxed.kind) {
      case 'proposal_there':
        return '申报方到场';
      case 'room_open':
        return `会场${names.room(relaxed.room)}开放`;
      case 'one_more_room':
        return '加开一间会场';
      case 'judge_there':
        return `评委${names.judge(relaxed.judge)}到场`;
      case 'judge_more':
        return `评委${names.judge(relaxed.judge)}的上限加 1`;
      case 'one_more_judge':
        return `“${relaxed.role}”增加一位可选评委`;
    }
  };
  return ({ day, slot, relaxed }) =>
    `其他项目不动，只要${relaxed.map(one).join('，')}，就可以排在${names.day(day)}第 ${slot} 时段。`;
}
