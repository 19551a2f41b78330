import type { Grid, GridCell } from './grid.ts';

/** A worksheet of the template: cells, and the widths of its columns in characters of Latin text. */
export type TemplateSheet = {
  readonly name: string;
  readonly widths: readonly number[];
  /** How many rows from the top are headings. */
  readonly headings: number;
  readonly rows: readonly (readonly (string | number | null)[])[];
};

const GUIDE = [
  ['一、在“评分”里填分。一行一个项目，一列一位评委，格里写这位评委给的总分。'],
  ['二、没有分的写原因：回避、离场（缺席）、未评（弃权）、未交表。不由这位评委评的写“－”。不能空着。'],
  ['三、退出答辩的项目，在“状态”里写“退出答辩”；被否决的写“一票否决”。'],
  ['四、“得分”“名次”可以空着。写上原来公布的，程序会逐格核对。'],
  ['五、“规则”里改计分规则，空着的按默认值。'],
  ['六、有单项分的，照“样例”的样子填“评分”（一行一份评分表，多一列“评委”），指标写在表头或“指标”里。'],
  ['七、“评委”“加减分”用不到的空着。其余的列（申报主体、备注等）不影响结果。'],
  ['算名次：npm run -s gongping -- rank 本文件.xlsx'],
];

const RULES = [
  ['规则', '值', '可以写', '默认'],
  ['计分单位', '总分', '总分：按每位评委的总分去掉最高最低；单项：逐项去掉', '总分'],
  ['取分方式', '平均', '平均、中位数、求和', '平均'],
  ['去掉最高分', 1, '个数；0 为不去', '1'],
  ['去掉最低分', 1, '个数；0 为不去', '1'],
  ['去分起算人数', 5, '有效评委满几位才去分', '5'],
  ['去分范围', null, '各来源有权重时要写：全体评委、同一来源', ''],
  ['最少有效评委', 3, '少于这个数的不计分', '1'],
  ['满分', 100, '每位评委总分的满分；不限', '100'],
  ['最低分', 0, '每位评委总分的最低分', '0'],
  ['分值间隔', '不限', '如 0.5；不限', '不限'],
  ['合格线', 60, '如 60；无', '无'],
  ['修约：评分表', '不修约', '每份评分表的合计。如：2 位，四舍五入', '不修约'],
  ['修约：来源', '不修约', '每个来源的得分', '不修约'],
  ['修约：评委组', '2 位，四舍五入', '去分取平均之后', '2 位，四舍五入'],
  ['修约：系数', '不修约', '单项得分乘系数之后', '不修约'],
  ['修约：最后得分', '不修约', '加减分之后', '不修约'],
  [
    '同分',
    '全部评委平均',
    '先比什么：指标名称、全部评委平均、中位数、来源：某某。可写几行，依次比',
    '名次并列',
  ],
  ['评委组决定', null, '仍同分的，评委组书面排定的先后：编号用“、”隔开', ''],
  ['抽签顺序', null, '仍同分的，抽签的先后：编号用“、”隔开', ''],
  ['空格', '报错', '报错、不参评', '报错'],
];

const SCORES = [
  [
    '编号',
    '项目名称',
    '申报主体',
    '评委1',
    '评委2',
    '评委3',
    '评委4',
    '评委5',
    '得分',
    '名次',
    '状态',
    '备注',
  ],
  ['1', '示例项目甲', '示例社会组织', 88, 92.5, 85, 90, 79, 87.67, 2, null, null],
  ['2', '示例项目乙', '示例居民自组织', 91, 90, '回避', 94, 87, 90.5, 1, null, '评委3任职于承接单位'],
  ['3', '示例项目丙', '示例社会组织', 70, 76, 81, 78, 74.5, 76.17, 3, null, null],
  ['4', '示例项目丁', '示例社会组织', null, null, null, null, null, null, null, '退出答辩', null],
];

const LONG = [
  [
    '编号',
    '项目名称',
    '评委',
    '需求与社区匹配（40）',
    '设计与可行性（30）',
    '团队与预算（30）',
    '合计',
    '未评',
  ],
  ['1', '示例项目甲', '评委1', 36, 26, 26, 88, null],
  ['1', '示例项目甲', '评委2', 37.5, 28, 27, 92.5, null],
  ['2', '示例项目乙', '评委1', 37, 27, 27, 91, null],
  ['2', '示例项目乙', '评委2', null, null, null, null, '回避'],
];

/** An example that ranks as it stands, to be filled in: `gongping rank --template FILE.xlsx`. */
export const TEMPLATE: readonly TemplateSheet[] = [
  { name: '说明', widths: [96], headings: 0, rows: GUIDE },
  { name: '评分', widths: [6, 26, 20, 8, 8, 8, 8, 8, 8, 6, 10, 24], headings: 1, rows: SCORES },
  { name: '规则', widths: [18, 18, 60, 16], headings: 1, rows: RULES },
  {
    name: '指标',
    widths: [26, 8, 8, 8, 8, 16],
    headings: 1,
    rows: [['指标', '满分', '最低分', '间隔', '系数', '类别']],
  },
  { name: '评委', widths: [16, 16], headings: 1, rows: [['评委', '来源']] },
  { name: '加减分', widths: [26, 8, 40], headings: 1, rows: [['项目', '分值', '原因']] },
  { name: '样例', widths: [6, 26, 10, 22, 20, 18, 8, 10], headings: 1, rows: LONG },
];

/** The template as it would be read back. */
export function templateGrids(): Grid[] {
  const cell = (value: string | number | null): GridCell => {
    if (value === null) return null;
    return typeof value === 'string'
      ? { kind: 'text', text: value }
      : { kind: 'number', value, format: 'General' };
  };
  return TEMPLATE.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(cell)) }));
}
