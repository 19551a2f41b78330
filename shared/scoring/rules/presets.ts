import type { ScoringRules } from '../../contract/settings.ts';
import type { Criterion, Rules } from '../scorebook/types.ts';

/** What a preset has to fit: the criteria that are marked and the parties that judges come from. */
export type PresetContest = {
  readonly criteria: readonly Pick<Criterion, 'id'>[];
  readonly parties: readonly { readonly id: string }[];
};

type Described = {
  readonly id: 'county' | 'parties' | 'components' | 'stages' | 'votes';
  readonly name: string;
  /** Where the rule is known from, in words; `url` only where the page itself, no copy of it, answered. */
  readonly source: string;
  readonly url: string | null;
  /** Figures of the preset that no source gives; null where all of them have one. */
  readonly example: string | null;
};

/**
 * The rule of a real contest, fitted to one's own. One that needs what a competition on this program does not have
 * (several judged stages) can be looked at and computed with `gongping rank`, not chosen.
 */
export type RulePreset = Described &
  (
    | { readonly usable: true; readonly rules: (contest: PresetContest) => ScoringRules }
    | { readonly usable: false; readonly reason: string; readonly rules: (contest: PresetContest) => Rules }
  );

const twoDecimals = { dp: 2, mode: 'half_up' } as const;

/** The rules of DESIGN §6 as other contests used them, the usual one first. */
export const rulePresets: readonly RulePreset[] = [
  {
    id: 'county',
    name: '去掉最高最低取平均（县级常用）',
    source: '海南省第四届科创杯：5 位评委，去掉 1 个最高分和 1 个最低分取平均，保留两位小数',
    url: 'https://www.ctoutiao.com/1110508.html',
    example: '起算的 5 位、至少 3 位有效评委和合格线 60 分是示例',
    usable: true,
    rules: ({ criteria }) => ({
      unit: 'sheet',
      combine: 'mean',
      trim: { high: 1, low: 1, min_valid: 5 },
      quorum: 3,
      line: '60',
      round: [{ at: 'mean', ...twoDecimals }],
      ties: criteria.slice(0, 1).map(({ id }) => ({ criterion: id })),
    }),
  },
  {
    id: 'parties',
    name: '按评委来源加权（专家、社区等）',
    source:
      '海南 2017 年一场评审（南海网报道）：每组 9 位专业评委和 10 位媒体评委；中山博爱100：专业评委与大众评委分别计入',
    url: 'http://www.hinews.cn/news/system/2017/07/23/031197692.shtml',
    example: '各来源的权重是示例：两方时 0.6 和 0.4，更多时一样重，请按公告改',
    usable: true,
    rules: ({ parties }) => ({
      unit: 'sheet',
      combine: 'mean',
      trim: null,
      parties: parties.map(({ id }, index) => ({
        id,
        weight: parties.length === 2 ? (index === 0 ? '0.6' : '0.4') : '1',
      })),
      quorum: 3,
      round: [{ at: 'mean', ...twoDecimals }],
      ties: ['untrimmed_mean'],
    }),
  },
  {
    id: 'components',
    name: '逐项去掉最高最低（国际滑联节目内容分）',
    source: '国际滑冰联盟节目内容分：每项去掉 1 个最高分和 1 个最低分取平均，保留两位小数后相加',
    url: 'https://github.com/BuzzFeedNews/figure-skating-scores',
    example: '各项系数都是 1，要不同的，选用后在评分标准里每项填系数',
    usable: true,
    rules: ({ criteria }) => ({
      unit: 'criterion',
      combine: 'mean',
      trim: { high: 1, low: 1, min_valid: 3 },
      quorum: 3,
      round: [
        { at: 'mean', ...twoDecimals },
        { at: 'factor', ...twoDecimals },
      ],
      ties: criteria.slice(0, 1).map(({ id }) => ({ criterion: id })),
    }),
  },
  {
    id: 'stages',
    name: '初评、材料评阅、路演答辩合成（15%、25%、60%）',
    source: '青岛创益大赛决赛：初评 15%、材料评阅 25%、路演答辩 60%，各按百分制',
    url: null,
    example: '去掉最高最低和两位小数是示例',
    usable: false,
    reason: '本版只有一轮现场评审，没有初评和材料评阅的打分环节。三轮的分都有了，可以用 gongping rank 计算',
    rules: () => ({
      unit: 'sheet',
      combine: 'mean',
      trim: { high: 1, low: 1, min_valid: 5 },
      stages: [
        { id: '初评', weight: '0.15' },
        { id: '材料评阅', weight: '0.25' },
        { id: '路演答辩', weight: '0.6' },
      ],
      round: [{ at: 'total', ...twoDecimals }],
      ties: [{ stage: '路演答辩' }, { stage: '材料评阅' }],
    }),
  },
  {
    id: 'votes',
    name: '大众投票按名次折分',
    source: '昆明：净得票按名次折成分数，第一名 10 分，第二名 9.5 分，往后每名少 0.5 分',
    url: 'https://www.kunming.cn/zhuanti/c/2017-12-12/10547201.shtml',
    example: '去掉最高最低、评委打分占 90 分、折分取前 20 名是示例',
    usable: true,
    rules: ({ criteria }) => ({
      unit: 'sheet',
      combine: 'mean',
      trim: { high: 1, low: 1, min_valid: 5 },
      quorum: 3,
      round: [{ at: 'total', ...twoDecimals }],
      ties: criteria.slice(0, 1).map(({ id }) => ({ criterion: id })),
      beside: { votes: { judges: '0.9', weight: '1', by: 'rank', table: [...voteTable] } },
    }),
  },
];

/** 10, 9.5 … 0.5: the twenty places that get points. */
const voteTable: readonly string[] = Array.from({ length: 20 }, (_, place) => String((20 - place) / 2));
