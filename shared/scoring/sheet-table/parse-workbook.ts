import { parseScorebook } from '../scorebook/parse.ts';
import type { Judge, Scorebook, ScorebookFile } from '../scorebook/types.ts';
import { firstCriterion, readCriteria } from './criteria-sheet.ts';
import type { CellFault } from './faults.ts';
import { cellFault } from './faults.ts';
import type { Grid } from './grid.ts';
import type { HeadedTable } from './headed-table.ts';
import { headedTable } from './headed-table.ts';
import { ruleLines } from './key-value.ts';
import type { Parts } from './parts.ts';
import { placedFaults } from './placed-faults.ts';
import type { SheetRules } from './rules-sheet.ts';
import { readRulesSheet } from './rules-sheet.ts';
import type { ScoreColumns } from './score-columns.ts';
import { PROJECT_HEADINGS, scoreColumns } from './score-columns.ts';
import type { ScoreSheet } from './score-sheet.ts';
import { readSheetRows } from './sheets-table.ts';
import { readAdjustments, readJudgeList } from './side-sheets.ts';
import { readTies } from './ties.ts';
import { totalFaults } from './total-faults.ts';
import { readTotals, TOTAL } from './totals-table.ts';
import { plainText } from './typed-text.ts';

/** A workbook as it was read: the scorebook it means, and the sheet that the marks came from. */
export type ReadWorkbook = {
  readonly scorebook: Scorebook;
  readonly sheet: string;
  readonly layout: 'totals' | 'sheets';
  readonly scores: ScoreSheet;
};

export type ParsedWorkbook =
  | { readonly ok: true; readonly read: ReadWorkbook }
  | { readonly ok: false; readonly faults: readonly CellFault[] };

/** The score sheet goes by one of these names; else it is the only sheet that has no other name of ours. */
const SCORES = ['评分', '评分明细', '评分表', '得分汇总'];
const OTHERS: ReadonlySet<string> = new Set(['规则', '指标', '评委', '加减分', '说明', '样例']);

/**
 * Reads a county's own table (server/cli/README.md) into a scorebook: sheet 评分 with a row per project and a column
 * per judge, or a row per project and judge with a column per criterion; sheets 规则, 指标, 评委 and 加减分 where
 * there are any. Every fault names its cell.
 */
export function parseWorkbook(grids: readonly Grid[]): ParsedWorkbook {
  const named = (name: string): Grid | null => grids.find((grid) => plainText(grid.name) === name) ?? null;
  const others = grids.filter(({ name }) => !OTHERS.has(plainText(name)));
  const score =
    SCORES.flatMap((name) => named(name) ?? [])[0] ?? (others.length === 1 ? others[0] : undefined);
  const table = score && headedTable(score, PROJECT_HEADINGS);
  if (!score)
    return failed([cellFault('文件', 'no_sheet', { names: grids.map(({ name }) => name).join('、') })]);
  if (!table) return failed([cellFault(score.name, 'no_heading')]);
  const faults: CellFault[] = [];
  const columns = scoreColumns(table);
  const layout = columns.of.judge === undefined ? 'totals' : 'sheets';
  const ruleGrid = named('规则');
  const rules = readRulesSheet(ruleGrid === null ? [] : ruleLines(ruleGrid));
  const judges = readJudgeList(named('评委'), faults);
  const read = layout === 'totals' ? totals : sheets;
  const { criteria, scores } = read(table, columns, rules, named('指标'), faults);
  const adjustments = readAdjustments(named('加减分'), scores.projects, faults);
  const parts = { criteria, scores, judges, rules, adjustments };
  faults.push(...scores.faults, ...rules.faults, ...judgeFaults(parts), ...totalFaults(parts));
  const file = scorebookOf(parts, faults);
  if (faults.length > 0) return failed(faults);
  const parsed = parseScorebook(file);
  if (!parsed.ok) return failed(placedFaults(parsed.faults, parts, file));
  return { ok: true, read: { scorebook: parsed.scorebook, sheet: score.name, layout, scores } };
}

function failed(faults: readonly CellFault[]): ParsedWorkbook {
  const seen = new Set<string>();
  const once = faults.filter(({ cell, zh }) => {
    const key = `${cell} ${zh}`;
    return !seen.has(key) && seen.add(key);
  });
  return { ok: false, faults: once };
}

type ReadScores = (
  table: HeadedTable,
  columns: ScoreColumns,
  rules: SheetRules,
  criteria: Grid | null,
  faults: CellFault[],
) => Pick<Parts, 'criteria' | 'scores'>;

const totals: ReadScores = (table, columns, { blank, total }, criteria, faults) => {
  const listed = firstCriterion(criteria);
  if (listed !== null) faults.push(cellFault(listed, 'criteria_unused'));
  const { min, max, step } = total;
  const criterion = {
    id: TOTAL,
    min,
    ...(max === null ? {} : { max }),
    ...(step === null ? {} : { step }),
  };
  return { criteria: [{ criterion, places: {} }], scores: readTotals(table, columns, blank) };
};

const sheets: ReadScores = (table, columns, { blank }, grid, faults) => {
  const heading = { sheet: table.sheet, row: table.heading, column: 0 };
  const read = readCriteria(grid, columns.marks, heading);
  faults.push(...read.faults);
  const trackOf = new Map(read.criteria.map(({ criterion }) => [criterion.id, criterion.track]));
  const applies = (id: string, track: string): boolean => {
    const only = trackOf.get(id);
    return only === undefined || only === track;
  };
  const scores = readSheetRows(table, columns, { criteria: read.columns, applies, blank });
  return { criteria: read.criteria, scores };
};

/** Judges that the sheet 评委, where there is one, does not list, or whose party has to be known and is not. */
function judgeFaults({ scores, judges, rules }: Parts): CellFault[] {
  const weighted = rules.rules.parties !== undefined;
  return [...scores.judges].flatMap(([text, place]) => {
    const listed = judges?.get(text);
    if (judges !== null && listed === undefined) return [cellFault(place, 'unknown_judge', { text })];
    if (!weighted || (listed !== undefined && listed.party !== '')) return [];
    return [cellFault(listed?.place ?? place, 'no_party', { text })];
  });
}

function scorebookOf(
  { criteria, scores, judges, rules, adjustments }: Parts,
  faults: CellFault[],
): ScorebookFile {
  const listed = [...scores.judges.keys()].map((id): Judge => {
    const party = judges?.get(id)?.party ?? '';
    return party === '' ? { id } : { id, party };
  });
  const names = {
    criteria: criteria.map(({ criterion }) => criterion.id),
    parties: new Set(listed.flatMap(({ party }) => party ?? [])),
    projects: scores.projects,
  };
  const ties = readTies(rules.ties, names, faults);
  return {
    format: 'scorebook/1',
    criteria: criteria.map(({ criterion }) => criterion),
    judges: listed,
    entries: scores.projects.entries(),
    sheets: scores.sheets.map(({ sheet }) => sheet),
    rules: { ...rules.rules, ties },
    ...(adjustments.length === 0 ? {} : { adjustments: adjustments.map(({ adjustment }) => adjustment) }),
  };
}
