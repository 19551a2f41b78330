import type { ProposalContent } from '../contract/proposals.ts';
import type { Settings } from '../contract/settings.ts';
import { budgetFaults, requestedAmount } from './budget.ts';
import type { Fault } from './fault.ts';
import { missing, required, wrong } from './fault.ts';

/** 基本信息, the project's part: title, place, category, months, summary. */
export function basicsFaults(content: ProposalContent, settings: Settings): Fault[] {
  const { track, community } = content;
  return [
    ...required('title', content.title, '请填写项目名称'),
    ...chosen('track', track, settings.tracks, '请选择项目类别'),
    ...chosen('community', community, settings.communities, '请选择项目落地的社区（镇）'),
    ...monthFaults(content, settings.timeline),
    ...required('summary', content.summary, '请用几句话概括这个项目'),
  ];
}

function chosen(path: string, id: string | null, list: readonly { id: string }[], message: string): Fault[] {
  if (id === null) return missing(path, message);
  return list.some((one) => one.id === id) ? [] : wrong(path, `${message}（原来选的已不在名单里）`);
}

function monthFaults(
  { from, to }: ProposalContent,
  { projectFrom, projectTo }: Settings['timeline'],
): Fault[] {
  if (from === '' || to === '')
    return [
      ...required('from', from, '请填写项目从哪个月开始'),
      ...required('to', to, '请填写项目到哪个月结束'),
    ];
  if (to < from) return wrong('to', '结束月份早于开始月份，请核对');
  const range = `${projectFrom} 至 ${projectTo}`;
  return [
    ...(from < projectFrom ? wrong('from', `项目应在 ${range} 之间实施，请把开始月份往后改`) : []),
    ...(to > projectTo ? wrong('to', `项目应在 ${range} 之间实施，请把结束月份往前改`) : []),
  ];
}

/** 做什么: activities inside the project's months, what is new, risks, what stays afterwards. */
export function planFaults(content: ProposalContent): Fault[] {
  const { activities, risks } = content;
  return [
    ...(activities.length > 0 ? [] : missing('activities', '请至少写一项活动')),
    ...activities.flatMap((activity, i) => activityFaults(activity, `activities[${i}]`, content)),
    ...required('innovation', content.innovation, '请写写这个项目有什么新做法'),
    ...(risks.length > 0 ? [] : missing('risks', '请至少写一个可能遇到的困难和办法')),
    ...risks.flatMap(({ risk, response }, i) => [
      ...required(`risks[${i}].risk`, risk, '请写明可能遇到什么困难'),
      ...required(`risks[${i}].response`, response, '请写明遇到了怎么办'),
    ]),
    ...required('sustainability', content.sustainability, '请写明项目结束以后怎么办'),
  ];
}

function activityFaults(
  { title, from, to }: ProposalContent['activities'][number],
  path: string,
  project: ProposalContent,
): Fault[] {
  const faults = required(`${path}.title`, title, '请填写活动名称');
  if (from === '' || to === '')
    return [
      ...faults,
      ...required(`${path}.from`, from, '请填写活动从哪个月开始'),
      ...required(`${path}.to`, to, '请填写活动到哪个月结束'),
    ];
  if (to < from) return [...faults, ...wrong(`${path}.to`, '结束月份早于开始月份，请核对')];
  const isOutside = project.from !== '' && project.to !== '' && (from < project.from || to > project.to);
  return isOutside
    ? [...faults, ...wrong(`${path}.from`, `活动时间应在项目的 ${project.from} 至 ${project.to} 之内`)]
    : faults;
}

/** 团队和居民: who does it, who benefits. */
export const teamFaults = ({ team, beneficiaries }: ProposalContent): Fault[] => [
  ...(team.length > 0 ? [] : missing('team', '请至少写一个岗位')),
  ...team.flatMap(({ role, duty }, i) => [
    ...required(`team[${i}].role`, role, '请填写岗位'),
    ...required(`team[${i}].duty`, duty, '请填写这个岗位做什么'),
  ]),
  ...(beneficiaries.direct > 0 ? [] : missing('beneficiaries.direct', '请填写直接受益多少人')),
  ...required('beneficiaries.description', beneficiaries.description, '请写明受益的是哪些居民'),
];

/** 目标: each a number, a unit and a proof, since the later evaluation is filled in from them. */
export const goalsFaults = ({ overallGoal, goals }: ProposalContent): Fault[] => [
  ...required('overallGoal', overallGoal, '请用一句话写明总目标'),
  ...(goals.length > 0 ? [] : missing('goals', '请至少写一个能用数字说清的目标')),
  ...goals.flatMap(({ text, number, unit, proof }, i) => [
    ...required(`goals[${i}].text`, text, '请写明这个目标是什么'),
    ...required(`goals[${i}].number`, number, '请填写一个数'),
    ...(number.trim() === '' || /^[0-9]+(\.[0-9]+)?$/.test(number.trim())
      ? []
      : wrong(`goals[${i}].number`, '这里只写数字，例如 60；单位写在后面一格')),
    ...required(`goals[${i}].unit`, unit, '请填写单位，例如：人、次、%'),
    ...required(`goals[${i}].proof`, proof, '请写明拿什么证明，例如：签到表、照片'),
  ]),
];

/** 预算: complete lines, and amounts within the rules of the call. */
export function budgetPartFaults(content: ProposalContent, { money }: Settings): Fault[] {
  const { budget, minimum } = content;
  const lines = budget.flatMap(({ subject, item, unit, unitPrice, quantity }, i) => [
    ...required(`budget[${i}].subject`, subject, '请选择支出科目'),
    ...required(`budget[${i}].item`, item, '请填写买什么、做什么'),
    ...(unitPrice > 0 ? [] : missing(`budget[${i}].unitPrice`, '请填写单价')),
    ...(quantity > 0 ? [] : missing(`budget[${i}].quantity`, '请填写数量')),
    ...required(`budget[${i}].unit`, unit, '请填写单位，例如：个、场、人次'),
  ]);
  const isNothingRequested = budget.length > 0 && lines.length === 0 && requestedAmount(budget) === 0;
  return [
    ...(budget.length > 0 ? [] : missing('budget', '请至少写一行预算')),
    ...lines,
    ...(isNothingRequested ? wrong('budget', '没有一行写明由本次大赛出钱，请至少有一行的来源是“申请”') : []),
    ...budgetFaults(content, money).map((fault) => ({ ...fault, kind: 'wrong' as const })),
    ...(minimum === null ? missing('minimum', '请填写最少给多少钱还能做') : []),
  ];
}
