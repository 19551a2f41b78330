import type { Placement, ScheduleModel } from '../model.ts';
import { namesOf, slotWords } from '../words.ts';
import type { BrokenRule, Clash } from './broken-rule.ts';

/** Sentences for the broken rules of a plan, with names. */
export function brokenRuleWords(model: ScheduleModel): (placement: Placement, rule: BrokenRule) => string {
  const names = namesOf(model);
  const between = (clash: Clash) =>
    clash.kind === 'overlap' ? '时间重叠' : `之间只空 ${clash.free} 个时段，至少要空 ${clash.gap} 个`;
  const why = ({ day, room }: Placement, rule: BrokenRule): string => {
    switch (rule.rule) {
      case 'unknown_proposal':
        return '没有这个项目';
      case 'placed_twice':
        return '同一项目排了两次';
      case 'unknown_day':
        return `没有编号为“${day}”的日期`;
      case 'unknown_room':
        return `没有编号为“${room}”的会场`;
      case 'outside_day':
        return `超出了${names.day(day)}的时段（第 ${slotWords(rule.slots)} 时段）`;
      case 'proposal_closed':
        return `申报方第 ${slotWords(rule.slots)} 时段不能到场`;
      case 'room_closed':
        return `会场${names.room(room)}第 ${slotWords(rule.slots)} 时段不开放`;
      case 'judge_closed':
        return `评委${names.judge(rule.judge)}第 ${slotWords(rule.slots)} 时段不能到场`;
      case 'role_empty':
        return `“${rule.role}”没有安排评委`;
      case 'role_unknown':
        return `这个项目没有“${rule.role}”一席`;
      case 'unknown_judge':
        return `没有编号为“${rule.judge}”的评委`;
      case 'not_eligible':
        return `评委${names.judge(rule.judge)}不能担任“${rule.role}”`;
      case 'seated_twice':
        return `评委${names.judge(rule.judge)}在同一场占了两席`;
      case 'room_busy':
        return `会场${names.room(room)}与项目${names.proposal(rule.other)}${between(rule.clash)}`;
      case 'applicant_busy':
        return `同一申报主体的项目${names.proposal(rule.other)}${between(rule.clash)}`;
      case 'judge_busy':
        return `评委${names.judge(rule.judge)}与项目${names.proposal(rule.other)}${between(rule.clash)}`;
      case 'judge_max':
        return `评委${names.judge(rule.judge)}共排 ${rule.count} 项，最多 ${rule.max} 项`;
    }
  };
  return (placement, rule) => {
    const { proposal, day, slot } = placement;
    return `项目${names.proposal(proposal)}（${names.day(day)}第 ${slot} 时段）：${why(placement, rule)}。`;
  };
}
