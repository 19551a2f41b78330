import type { ScoreResult } from '../../shared/scoring/result.ts';
import { ruleSentence } from '../../shared/scoring/rules/sentence.ts';
import type { Scorebook } from '../../shared/scoring/scorebook/types.ts';
import type { StatedComparison } from '../../shared/scoring/sheet-table/compare-stated.ts';
import { compareStated } from '../../shared/scoring/sheet-table/compare-stated.ts';
import { cellFaultLine } from '../../shared/scoring/sheet-table/faults.ts';
import { cellName } from '../../shared/scoring/sheet-table/grid.ts';
import type { ReadWorkbook } from '../../shared/scoring/sheet-table/parse-workbook.ts';
import { parseWorkbook } from '../../shared/scoring/sheet-table/parse-workbook.ts';
import { TEMPLATE } from '../../shared/scoring/sheet-table/template.ts';
import type { CommandIo } from './io.ts';
import { readWorkbook, writeTemplate } from './workbook-file.ts';

/** A county's own table as a scorebook, and what a person is to know of the reading once there is a result. */
export type OpenedWorkbook = {
  readonly scorebook: Scorebook;
  readonly told: (result: ScoreResult) => string;
};

/** Reads an .xlsx file; null where it has faults, each of which stands on standard error with its cell. */
export async function openWorkbook(path: string, io: CommandIo): Promise<OpenedWorkbook | null> {
  const grids = await readWorkbook(path).catch((error: unknown) => error);
  if (!Array.isArray(grids)) {
    io.stderr(`文件：读不了“${path}”。${reasonOf(grids)}\n`);
    return null;
  }
  const parsed = parseWorkbook(grids);
  if (!parsed.ok) {
    io.stderr(parsed.faults.map((fault) => `${cellFaultLine(fault)}\n`).join(''));
    return null;
  }
  const { read } = parsed;
  return {
    scorebook: read.scorebook,
    told: (result) => {
      const lines = [
        ...readingLines(read),
        ...comparisonLines(compareStated(read.scores.stated, result.entries)),
      ];
      return lines.map((line) => `${line}\n`).join('');
    },
  };
}

/** Writes the template; false, with the reason on standard error, where it cannot. */
export async function writeTemplateFile(path: string, io: CommandIo): Promise<boolean> {
  try {
    await writeTemplate(path, TEMPLATE);
    io.stderr(`已写好模板“${path}”。\n`);
    return true;
  } catch (error) {
    const exists = codeOf(error) === 'EEXIST';
    io.stderr(`没有写成“${path}”：${exists ? '已有这个文件，请换一个名字' : messageOf(error)}。\n`);
    return false;
  }
}

function readingLines({ scorebook, sheet, layout, scores }: ReadWorkbook): string[] {
  const kind = layout === 'totals' ? '一行一个项目的总分表' : '一行一份评分表';
  const { judges, entries, sheets, rules, criteria } = scorebook;
  const marked = sheets.filter(({ marks }) => marks !== undefined).length;
  const counts = `项目 ${entries.length} 个，评委 ${judges.length} 位，有分的评分 ${marked} 份，未评 ${sheets.length - marked} 份`;
  return [
    `读入“${sheet}”（${kind}）：${counts}。`,
    `评委：${judges.map(({ id }) => id).join('、')}。`,
    `规则：${ruleSentence(rules, criteria)}`,
    ...listed('不影响结果的列', scores.unused),
    ...listed(
      '没有当作项目的行',
      scores.footnotes.map((row) => `第 ${row + 1} 行`),
    ),
    ...listed('存的小数比显示的长、按显示的读', scores.shortened.map(cellName)),
  ];
}

const listed = (what: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`${what}：${items.join('、')}。`];

function comparisonLines({ scores, ranks, differences }: StatedComparison): string[] {
  const stated = [scores > 0 ? `得分 ${scores} 个` : '', ranks > 0 ? `名次 ${ranks} 个` : '']
    .filter(Boolean)
    .join('、');
  if (stated === '') return [];
  if (differences.length === 0) return [`核对：表中${stated}，与计算结果全部一致。`];
  return [
    `核对：表中${stated}，有 ${differences.length} 处与计算结果不一致。`,
    ...differences.map(({ place, what, stated: text, computed }) => {
      const word = what === 'score' ? '得分' : '名次';
      return `  ${cellName(place)}：表中${word} ${text}，计算得 ${computed ?? '无'}`;
    }),
  ];
}

function reasonOf(error: unknown): string {
  if (codeOf(error) === 'ENOENT') return '没有这个文件。';
  return `这不是能读的 .xlsx 工作簿；旧版 .xls、加了密码的，请另存为 .xlsx（${messageOf(error)}）。`;
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
