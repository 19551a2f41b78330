import type { Flag } from '../flags.ts';
import type { RoundingMode } from '../numbers/round.ts';
import type { Absence, Combination, RoundingPlace } from '../scorebook/types.ts';

export const ABSENCE_WORDS: Readonly<Record<Absence, string>> = {
  recused: '回避',
  left: '离场',
  abstained: '声明未评',
  not_handed_in: '未交表',
  incomplete: '漏项',
};

export const COMBINATION_WORDS: Readonly<Record<Combination, string>> = {
  mean: '取平均',
  median: '取中位数',
  sum: '求和',
};

export const MODE_WORDS: Readonly<Record<RoundingMode, string>> = {
  half_up: '四舍五入',
  half_even: '四舍六入五成双',
  down: '舍去尾数',
  up: '进一',
};

export const PLACE_WORDS: Readonly<Record<RoundingPlace, string>> = {
  sheet: '每张评分表的合计',
  party: '每类评委的得分',
  mean: '评委组得分',
  factor: '乘系数后的单项得分',
  stage: '乘权重后的环节得分',
  total: '最后得分',
};

const FLAG_WORDS: Readonly<Record<Exclude<Flag, `party_absent:${string}`>, string>> = {
  withdrawn: '退出答辩，不参加排名',
  vetoed: '一票否决，不参加排名',
  below_quorum: '有效评委不足，不计分',
  no_votes: '没有票数，不计分',
  not_trimmed: '有效评委较少，未去最高最低分',
  below_line: '低于合格线',
  shared_rank: '名次并列',
};

/** A flag in words; `party` names a weighted party that gave nothing. */
export function flagWords(flag: Flag, party: (id: string) => string): string {
  const prefix = 'party_absent:';
  if (!isPartyFlag(flag)) return FLAG_WORDS[flag];
  return `“${party(flag.slice(prefix.length))}”无有效评分，其权重未计入`;
}

function isPartyFlag(flag: Flag): flag is `party_absent:${string}` {
  return flag.startsWith('party_absent:');
}
