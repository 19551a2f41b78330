import type { CellPlace } from './grid.ts';
import { cellName } from './grid.ts';

/** What is wrong with a table, and what to do; `{x}` stands for a value of the fault. */
const MESSAGES = {
  no_sheet: '没有找到评分表。请把评分放在名为“评分”的工作表里（现有：{names}）',
  no_heading: '没有找到表头。请在表头写“项目”（或“项目名称”），同一行写各位评委的姓名，或写“评委”和各项指标',
  no_projects: '表头下面没有项目',
  no_columns: '表头里没有{what}列。请在表头写出{what}的名称',
  no_title: '这一列有内容，表头却空着。请写上表头，或删去这一列',
  two_columns: '与 {first} 是同一列“{title}”。请只留一列，或改名',
  duplicate_project: '与 {first} 是同一个项目“{id}”。请删去一行，或加一列“编号”把它们区分开',
  other_name: '编号“{id}”在 {first} 是“{name}”。请改正编号或名称',
  duplicate_sheet: '“{judge}”对“{project}”的评分在 {first} 已有一份。请删去一份',
  no_project: '这一行有评分，没有写项目。请补上',
  no_judge: '这一行有评分，没有写评委。请补上',
  no_mark_in_row: '这个项目没有一个分。退出答辩的请写“退出答辩”，没有分的请写“回避”“离场”“未评”或“未交表”',
  not_a_mark:
    '看不懂“{text}”。请写分数，如 18.5；没有分的写“回避”“离场”“未评”“未交表”，不由这位评委评的写“－”',
  too_long: '存的数是 {value}，小数太长。请写要用的分数，或给单元格设定小数位数',
  empty_mark:
    '空着。没有分的请写“回避”“离场”“未评”或“未交表”，不由这位评委评的写“－”；都不由他们评时，可在“规则”里把“空格”写成“不参评”',
  empty_part: '这一项空着，其他项有分。请补上；确实漏打的写“漏项”',
  mixed_row: '这一行有分数，又写了没有分的原因。请只留一种',
  total_differs: '合计写的是 {stated}，各项相加是 {sum}。请核对原表后改正',
  date: '这一格成了日期。请把格式改为“常规”，再写分数',
  boolean: '这一格是“{text}”。请写分数',
  error: '公式出错（{text}）。请改成分数',
  uncomputed: '公式还没有算出数来。请用 Excel 或 WPS 打开并保存一次，或改成分数',
  unknown_rule: '规则里没有“{key}”这一项。可以写的有：{known}',
  twice: '与 {first} 重复。请只留一行',
  not_integer: '“{text}”应为不小于 {min} 的整数',
  not_number: '“{text}”应为数字，如 0.5',
  not_weight: '“{text}”应为数字、分数或百分数，如 0.6、1/3、60%',
  not_one_of: '“{text}”应为下列之一：{allowed}',
  not_rounding: '“{text}”应写成“2 位，四舍五入”这样，或写“不修约”。修约方式有：{modes}',
  within_unsaid: '来源有权重时，要说明在哪里去掉最高最低分。请加一行“去分范围”：全体评委，或同一来源',
  unknown_tie: '“{text}”应为一项指标的名称，或“全部评委平均”“中位数”“来源：某某”',
  unknown_name: '“{text}”不是“评分”里的{what}。请照“评分”里的写法写',
  unknown_criterion: '“{text}”不在“指标”里。请在“指标”里加上，或改正表头',
  no_column: '“评分”里没有“{text}”这一列。请加上，或从“指标”里删去',
  unknown_judge: '“{text}”不在“评委”里。请在“评委”里加上，或改正名字',
  no_party: '各来源有权重，“{text}”没有来源。请在“评委”里写上',
  unknown_status: '看不懂“{text}”。请写“退出答辩”或“一票否决”，其余留空',
  criteria_unused: '“评分”是各评委总分，用不到单项指标。请清空“指标”，或把“评分”改成每行一份评分表',
  missing_value: '{what}空着。请填写',
  /** Found by the check of the scorebook that the workbook means. */
  checked: '{text}{remedy}',
} as const satisfies Record<string, string>;

export type CellFaultCode = keyof typeof MESSAGES;

/** One fault of a workbook: the cell (`评分!D7`; a sheet or the file where no cell is at fault), which, and in words. */
export type CellFault = {
  readonly cell: string;
  readonly code: CellFaultCode;
  readonly zh: string;
};

export function cellFault(
  place: CellPlace | string,
  code: CellFaultCode,
  values: Readonly<Record<string, string>> = {},
): CellFault {
  const zh = MESSAGES[code].replace(/\{(\w+)\}/gu, (_, key: string) => values[key] ?? '');
  return { cell: typeof place === 'string' ? place : cellName(place), code, zh };
}

/** One line for a terminal: `评分!D7：看不懂“l8”。请写分数……`. */
export function cellFaultLine({ cell, zh }: CellFault): string {
  return `${cell}：${zh}。`;
}
