/** What is wrong, in both languages; `{x}` stands for a value of the fault. */
const MESSAGES = {
  not_object: ['应为对象', 'must be an object'],
  not_list: ['应为列表', 'must be a list'],
  empty_list: ['至少要有一项，没有就写 null', 'must not be empty; say null where there are none'],
  not_text: ['应为非空文字', 'must be non-empty text'],
  not_decimal: ['应为用引号括起的小数，如 "18.5"', 'must be a decimal string such as "18.5"'],
  not_number: [
    '应为数字，或用引号括起的小数，如 "0.85"，至多 {places} 位小数',
    'must be a number or a decimal string such as "0.85" with at most {places} places',
  ],
  not_hash: ['应为 64 位小写十六进制的 SHA-256', 'must be a SHA-256 of 64 lower-case hexadecimal digits'],
  wrong_length: ['应有 {count} 个，实有 {found} 个', 'must have {count} items, not {found}'],
  not_ratio: [
    '应为用引号括起的小数或分数，如 "0.6"、"1/3"',
    'must be a decimal or fraction string such as "0.6" or "1/3"',
  ],
  not_integer: ['应为不小于 {min} 的整数', 'must be an integer of at least {min}'],
  too_great: ['不能大于 {max}', 'must not be above {max}'],
  not_one_of: ['只能是 {allowed} 之一', 'must be one of {allowed}'],
  sum_too_great: ['金额合计不能大于 {max}', 'adds up to more than {max}'],
  exactly_one: ['{a} 和 {b} 必须有一个，且只能有一个', 'must have either {a} or {b}'],
  one_budget_only: [
    '只有一项资金时才能写 amount，请改写 costs',
    'needs costs where there are several budgets',
  ],
  negative: ['不能是负数', 'must not be negative'],
  not_positive: ['必须大于 0', 'must be greater than 0'],
  unknown_property: ['没有这一项', 'is not a property of this object'],
  missing: ['缺少这一项', 'is missing'],
  duplicate_key: ['同一对象里写了两次', 'is written twice in one object'],
  duplicate: ['与 {first} 重复', 'repeats {first}'],
  unknown_reference: ['没有编号为“{id}”的{kind}', 'names no known {kind_en} "{id}"'],
  not_applicable: ['这张评分表没有这项指标', 'is not a criterion of this sheet'],
  mark_below_min: ['低于最低分 {min}', 'is below the least mark {min}'],
  mark_above_max: ['高于满分 {max}', 'is above the full mark {max}'],
  mark_off_step: ['不是按 {step} 分一档的分值', 'is not min plus a multiple of the step {step}'],
  min_above_max: ['最低分高于满分', 'is above max'],
  least_above_most: ['最少 {min} 多于最多 {max}', 'is {min}, above the most {max}'],
  no_criteria: ['没有适用的评审指标', 'has no criterion to mark'],
  marks_and_absent: ['marks 和 absent 只能有一个', 'must have marks or absent, not both'],
  marks_or_absent: ['marks 和 absent 必须有一个', 'must have marks or absent'],
  trim_takes_all: [
    '去掉的个数必须少于起算的有效评委数 min_valid',
    'drops as many marks as min_valid, so that none may be left',
  ],
  within_needs_parties: ['没有评委来源权重时不能按来源去分', 'needs rules.parties'],
  tie_rule: [
    '应为 "untrimmed_mean"、"median" 或只含 criterion、stage、party、lot、decision 之一的对象',
    'must be "untrimmed_mean", "median" or an object with one of criterion, stage, party, lot, decision',
  ],
  unreadable: ['读不到文件：{detail}', 'cannot be read: {detail}'],
  not_json: ['不是 JSON 文件：{detail}', 'is not JSON: {detail}'],
} as const satisfies Record<string, readonly [string, string]>;

export type FaultCode = keyof typeof MESSAGES;

/** One fault of a file: where (`sheets[12].marks.need`; empty: the whole file), which, and in words. */
export interface Fault {
  readonly path: string;
  readonly code: FaultCode;
  readonly zh: string;
  readonly en: string;
}

export type FaultValues = Readonly<Record<string, string>>;

export function makeFault(path: string, code: FaultCode, values: FaultValues = {}): Fault {
  const [zh, en] = MESSAGES[code];
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
  return { path, code, zh: fill(zh), en: fill(en) };
}

/** One line for a log or a terminal: `sheets[12].marks.need: 高于满分 20 (is above the full mark 20)`. */
export function faultLine({ path, zh, en }: Fault): string {
  return `${path === '' ? '(file)' : path}: ${zh} (${en})`;
}
