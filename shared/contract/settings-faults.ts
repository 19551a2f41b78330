import type { FieldFault } from './errors.ts';
import { fundingFaults } from './funding-faults.ts';
import { rubricFaults } from './rubric-faults.ts';
import type { Settings } from './settings.ts';

type Check = (settings: Settings) => FieldFault[];

const fault = (path: string, message: string): FieldFault[] => [{ path, message }];

const repeated = (path: string, ids: readonly string[], what: string): FieldFault[] =>
  ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? fault(`${path}[${index}].id`, `${what}重复：${id}`) : [],
  );

const uniqueIds: Check = (s) => [
  ...repeated(
    'tracks',
    s.tracks.map((x) => x.id),
    '项目类别编号',
  ),
  ...repeated(
    'communities',
    s.communities.map((x) => x.id),
    '社区编号',
  ),
  ...repeated(
    'parties',
    s.parties.map((x) => x.id),
    '评委来源编号',
  ),
  ...repeated(
    'timeline.sessions',
    s.timeline.sessions.map((x) => x.id),
    '场次编号',
  ),
];

const money: Check = ({ money: m }) => [
  ...(m.pool > 0 ? [] : fault('money.pool', '请填写资金总额')),
  ...(m.ceiling > 0 && m.ceiling <= m.pool
    ? []
    : fault('money.ceiling', '单个项目上限应大于 0，且不超过资金总额')),
  ...(m.floor <= m.ceiling ? [] : fault('money.floor', '单个项目下限不能高于上限')),
];

const dates: Check = ({ timeline: t }) => [
  ...(t.callOpens < t.deadline ? [] : fault('timeline.deadline', '申报截止应在征集公告发布之后')),
  ...(t.deadline <= t.correctionFrom && t.correctionFrom < t.correctionTo
    ? []
    : fault('timeline.correctionFrom', '补正时间应在申报截止之后，且开始早于结束')),
  ...(t.sessions.every((x) => x.start > t.deadline)
    ? []
    : fault('timeline.sessions[0].start', '答辩场次应在申报截止之后')),
  ...(t.noticeFrom <= t.noticeTo ? [] : fault('timeline.noticeTo', '公示结束不能早于开始')),
  ...(t.projectFrom <= t.projectTo ? [] : fault('timeline.projectTo', '项目结束不能早于开始')),
];

const sessions: Check = ({ timeline: { sessions: list } }) =>
  list.flatMap((x, index) => [
    ...(x.start < x.end ? [] : fault(`timeline.sessions[${index}].end`, '场次结束应晚于开始')),
    ...(x.from <= x.to ? [] : fault(`timeline.sessions[${index}].to`, '出场顺序号应从小到大')),
    ...(list.slice(0, index).every((y) => x.from > y.to || x.to < y.from)
      ? []
      : fault(`timeline.sessions[${index}].from`, '出场顺序号与前面的场次重叠')),
  ]);

/** Where parties are weighted, a judge of a party without a weight would not count. */
const partyWeights: Check = ({ parties, scoring }) => {
  const { parties: weights } = scoring;
  if (weights === undefined) return [];
  const weighted = new Set(weights.map(({ id }) => id));
  const known = new Set(parties.map(({ id }) => id));
  return [
    ...parties
      .filter(({ id }) => !weighted.has(id))
      .flatMap(({ name }) => fault('scoring.parties', `评委来源“${name}”还没有权重`)),
    ...weights.flatMap(({ id }, index) =>
      known.has(id) ? [] : fault(`scoring.parties[${index}].id`, '有权重的评委来源已经删去，请把权重也删去'),
    ),
  ];
};

/** A factor means something only where criteria are counted one by one: a judge's own total is plain addition. */
const factors: Check = ({ rubric, scoring }) =>
  scoring.unit === 'criterion'
    ? []
    : rubric.criteria.flatMap(({ name, factor }, index) =>
        factor === undefined
          ? []
          : fault(
              `rubric.criteria[${index}].factor`,
              `“${name}”有系数，只有逐项计分才用得上；按每位评委的合计计分时，请把满分定成要的比例`,
            ),
      );

/** Points by place need their table. */
const votes: Check = ({ scoring: { beside } }) =>
  beside?.votes?.by === 'rank' && beside.votes.table.length === 0
    ? fault('scoring.beside.votes.table', '按得票名次计分，请填第 1 名起各名次的分数')
    : [];

const checks: readonly Check[] = [
  uniqueIds,
  money,
  fundingFaults,
  dates,
  sessions,
  rubricFaults,
  partyWeights,
  factors,
  votes,
];

/**
 * Contradictions in the settings that keep a call from being published, each with its path and what to do.
 * The scoring rule and what can be marked are checked by the scoring core.
 */
export const settingsFaults = (settings: Settings): FieldFault[] =>
  checks.flatMap((check) => check(settings));
