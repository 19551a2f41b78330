import type { Settings } from '../../../shared/contract/settings.ts';
import type { Result, ResultEntry } from '../../../shared/contract/results.ts';
import { formatFixed } from '../../../shared/scoring/index.ts';
import type { ScorebookFile } from '../../../shared/scoring/index.ts';
import type { Cell, Column, Worksheet } from '../../exports/workbook.ts';
import { entryNotes, useWords } from '../results/words.ts';

/** Three tables: the summary with every judge's total, every single mark, and what the numbers rest on. */
export function scoresWorksheets(
  name: string,
  result: Result,
  scorebook: ScorebookFile,
  parties: Settings['parties'],
): Worksheet[] {
  return [summary(name, result, parties), marks(name, result, scorebook), basis(name, result)];
}

/** A decimal as a number to count with; a fraction, which a rule without rounding can give, as text. */
const points = (value: string | null): Cell =>
  value === null ? null : value.includes('/') ? `${value}（约${formatFixed(value, 4)}）` : Number(value);

function summary(name: string, { judges, entries }: Result, parties: Settings['parties']): Worksheet {
  const before: Column[] = [
    { heading: '名次', width: 6, format: '0' },
    { heading: '出场顺序号', width: 8, format: '0' },
    { heading: '项目名称', width: 40 },
    { heading: '申报主体', width: 32 },
    { heading: '落地社区', width: 16 },
    { heading: '有效评委', width: 8, format: '0' },
  ];
  const after: Column[] = [
    { heading: '得分', width: 9, format: '0.00' },
    { heading: '备注', width: 30 },
  ];
  const formats = new Map<string, string>();
  const rows = entries.map((entry, row) => [
    entry.rank,
    entry.order,
    entry.title,
    entry.applicantName,
    entry.community,
    entry.valid,
    ...judges.map(({ id }, column) => {
      const sheet = entry.sheets.find(({ judge }) => judge === id);
      // The mark stands in the format, so that the cell stays a number.
      const sign = sheet && droppedSigns[sheet.use];
      if (sign) formats.set(`${row},${before.length + column}`, `General"${sign}"`);
      return sheet ? (points(sheet.total) ?? useWords(sheet.use)) : null;
    }),
    points(entry.score),
    entryNotes(entry, parties),
  ]);
  const seats = judges.map(({ seat, name: judge }) => ({ heading: `${seat}号 ${judge}`, width: 9 }));
  return {
    name: '得分汇总',
    title: `${name}得分汇总表（△去掉的最高分，▽去掉的最低分）`,
    landscape: true,
    columns: [...before, ...seats, ...after],
    rows,
    formats,
  };
}

const droppedSigns: Readonly<Record<string, string>> = { dropped_high: '△', dropped_low: '▽' };

function marks(name: string, { judges, entries }: Result, { criteria, sheets }: ScorebookFile): Worksheet {
  const given = new Map(sheets.map((sheet) => [`${sheet.judge} ${sheet.entry}`, sheet]));
  const row = ({ order, title, proposal }: ResultEntry, seat: number, judge: string, id: string): Cell[] => {
    const sheet = given.get(`${id} ${proposal}`);
    return [order, title, seat, judge, ...criteria.map((each) => points(sheet?.marks?.[each.id] ?? null))];
  };
  return {
    name: '评分明细',
    title: `${name}评分明细`,
    landscape: true,
    columns: [
      { heading: '出场顺序号', width: 8, format: '0' },
      { heading: '项目名称', width: 40 },
      { heading: '席位', width: 6, format: '0' },
      { heading: '评委', width: 18 },
      ...criteria.map((each) => ({
        heading: each.max ? `${each.name ?? each.id}（${each.max}）` : each.id,
        width: 12,
      })),
      { heading: '合计', width: 8 },
      { heading: '取舍', width: 14 },
    ],
    rows: [...entries]
      .sort((a, b) => a.order - b.order)
      .flatMap((entry) =>
        judges.flatMap(({ id, seat, name: judge }) => {
          const sheet = entry.sheets.find((each) => each.judge === id);
          return sheet ? [[...row(entry, seat, judge, id), points(sheet.total), useWords(sheet.use)]] : [];
        }),
      ),
  };
}

function basis(
  name: string,
  { version, rulesVersion, rulesSentence, checksum, ledger, counts }: Result,
): Worksheet {
  return {
    name: '说明',
    title: `${name}评分说明`,
    landscape: false,
    columns: [
      { heading: '项', width: 18 },
      { heading: '内容', width: 80 },
    ],
    rows: [
      ['结果版本', `第${version}版`],
      ['计分规则', `第${rulesVersion}版：${rulesSentence}`],
      [
        '评分表',
        `应有${counts.expected}份，有分${counts.marked}份，回避${counts.recused}份，未评${counts.absent}份`,
      ],
      ['结果核验值', checksum],
      ['操作留痕', `${ledger.size}条，末条哈希${ledger.head}`],
      [
        '核验办法',
        '在公评程序所在文件夹执行 gongping verify 加本文件夹的路径；与纸上的留痕条数和核验码对照。',
      ],
    ],
  };
}
