import type { HeadedTable, TitledColumn } from './headed-table.ts';

/** What a column of the score sheet is for, by its heading. */
const ROLES = {
  project: ['项目', '项目名称', '参赛项目', '申报项目', '项目名', '作品名称'],
  number: ['编号', '项目编号', '出场顺序号', '出场顺序', '出场序号', '顺序号', '抽签号', '序号'],
  track: ['类别', '项目类别', '组别'],
  judge: ['评委', '评委姓名', '评委名称', '评审专家', '专家'],
  status: ['状态', '未评', '未评原因', '取舍'],
  total: ['合计', '总分', '总计', '小计'],
  score: ['得分', '最后得分', '最终得分', '平均分', '最后平均分', '综合得分'],
  rank: ['名次', '排名'],
  unused: [
    '备注',
    '说明',
    '评语',
    '意见',
    '席位',
    '申报主体',
    '申报单位',
    '单位',
    '负责人',
    '社区',
    '落地社区',
    '有效评委',
    '有效评委数',
    '最高分',
    '最低分',
    '去掉最高分',
    '去掉最低分',
    '去掉的最高分',
    '去掉的最低分',
    '申请金额',
    '申请资金',
    '拟资助金额',
    '是否立项',
  ],
} as const;

type Role = keyof typeof ROLES;

/** The columns of a score sheet: one of each role at most, and those that hold marks. */
export type ScoreColumns = {
  readonly of: Readonly<Partial<Record<Role, TitledColumn>>>;
  /** Judges of a table of totals, criteria of a table of sheets. */
  readonly marks: readonly TitledColumn[];
  /** Titles that mean nothing for the result. */
  readonly unused: readonly string[];
};

/** Headings of which one must be there. */
export const PROJECT_HEADINGS: ReadonlySet<string> = new Set(ROLES.project);

/** Sorts the columns by their headings; where several would do for a role, the one named first in the list is it. */
export function scoreColumns({ columns }: HeadedTable): ScoreColumns {
  const of: Partial<Record<Role, TitledColumn>> = {};
  const known = new Set<TitledColumn>();
  for (const role of Object.keys(ROLES) as Role[])
    for (const heading of ROLES[role]) {
      const column = columns.find(({ key }) => key === heading);
      if (column === undefined) continue;
      known.add(column);
      if (role !== 'unused') of[role] ??= column;
    }
  const used = new Set(Object.values(of));
  return {
    of,
    marks: columns.filter((column) => !known.has(column)),
    unused: [...known].filter((column) => !used.has(column)).map(({ title }) => title),
  };
}
