import { COMBINATION_WORDS, MODE_WORDS } from '../explain/words.ts';
import type { RoundingMode } from '../numbers/round.ts';
import type {
  Combination,
  PartyWeight,
  Rounding,
  RoundingPlace,
  Rules,
  Trim,
  Unit,
} from '../scorebook/types.ts';
import type { CellFault } from './faults.ts';
import { cellFault } from './faults.ts';
import type { CellPlace } from './grid.ts';
import type { RuleLine } from './key-value.ts';
import { RuleReader, TIE_KEY, typedWeight } from './key-value.ts';
import { plainText } from './typed-text.ts';

/** The rules as the sheet 规则 says them. Ties wait until criteria and projects are known. */
export type SheetRules = {
  readonly rules: Omit<Rules, 'ties'>;
  /** Of a table of totals. */
  readonly total: { readonly min: string; readonly max: string | null; readonly step: string | null };
  readonly blank: 'fault' | 'none';
  readonly ties: readonly RuleLine[];
  /** Where a rule is said, by its path in the scorebook. */
  readonly places: ReadonlyMap<string, CellPlace>;
  readonly faults: readonly CellFault[];
};

const UNIT_WORDS: ReadonlyMap<string, Unit> = new Map([
  ['总分', 'sheet'],
  ['单项', 'criterion'],
]);
const COMBINATIONS: ReadonlyMap<string, Combination> = new Map([
  ['平均', 'mean'],
  ['中位数', 'median'],
  ['求和', 'sum'],
  ...Object.entries(COMBINATION_WORDS).map(([by, words]) => [words, by as Combination] as const),
]);
const WITHIN_WORDS: ReadonlyMap<string, NonNullable<Trim['within']> | undefined> = new Map([
  ['全体评委', 'panel'],
  ['同一来源', 'party'],
]);
const BLANK_WORDS: ReadonlyMap<string, 'fault' | 'none'> = new Map([
  ['报错', 'fault'],
  ['不参评', 'none'],
]);
const MODES = new Map(Object.entries(MODE_WORDS).map(([mode, words]) => [words, mode as RoundingMode]));

/** Where the sheet may round, by its key, with what holds where the sheet is silent. */
const ROUNDINGS: readonly (readonly [key: string, at: RoundingPlace, otherwise: string])[] = [
  ['修约：评分表', 'sheet', '不修约'],
  ['修约：来源', 'party', '不修约'],
  ['修约：评委组', 'mean', '2'],
  ['修约：系数', 'factor', '不修约'],
  ['修约：最后得分', 'total', '不修约'],
];
const WEIGHT_KEY = /^来源权重:(.+)$/u;

/** Every key that the sheet knows, as it is written. */
export const RULE_KEYS: readonly string[] = [
  '计分单位',
  '取分方式',
  '去掉最高分',
  '去掉最低分',
  '去分起算人数',
  '去分范围',
  '最少有效评委',
  '满分',
  '最低分',
  '分值间隔',
  '合格线',
  ...ROUNDINGS.map(([key]) => key),
  '来源权重：某某',
  '同分',
  '抽签顺序',
  '评委组决定',
  '空格',
];

/** Reads 规则; without the sheet every default holds: one highest and one lowest dropped from 5 on, mean, 2 places. */
export function readRulesSheet(lines: readonly RuleLine[]): SheetRules {
  const reader = new RuleReader(lines);
  const faults = unknownKeys(lines);
  const parties = weights(lines, faults);
  const trim = readTrim(reader);
  const [weighted] = lines.filter(({ key }) => WEIGHT_KEY.test(key));
  if (weighted !== undefined && trim !== null && trim.within === undefined)
    faults.push(cellFault(weighted.place, 'within_unsaid'));
  const rules: SheetRules['rules'] = {
    unit: reader.oneOf('计分单位', UNIT_WORDS, 'sheet'),
    combine: reader.oneOf('取分方式', COMBINATIONS, 'mean'),
    trim,
    quorum: reader.integer('最少有效评委', 1, 1),
    line: reader.decimal('合格线', '无', null),
    round: ROUNDINGS.flatMap(([key, at, otherwise]) => rounding(reader.line(key), at, otherwise, faults)),
    ...(parties.length === 0 ? {} : { parties }),
  };
  const total = {
    min: reader.decimal('最低分', '无', '0') ?? '0',
    max: reader.decimal('满分', '不限', '100'),
    step: reader.decimal('分值间隔', '不限', null),
  };
  return {
    rules,
    total,
    blank: reader.oneOf('空格', BLANK_WORDS, 'fault'),
    ties: lines.filter(({ key }) => TIE_KEY.test(key)),
    places: placesOf(reader, lines),
    faults: [...faults, ...reader.faults],
  };
}

/** Null where nothing is dropped. */
function readTrim(reader: RuleReader): Trim | null {
  const high = reader.integer('去掉最高分', 0, 1);
  const low = reader.integer('去掉最低分', 0, 1);
  const min_valid = reader.integer('去分起算人数', 1, 5);
  const within = reader.oneOf('去分范围', WITHIN_WORDS, undefined);
  return high + low === 0 ? null : { high, low, min_valid, ...(within === undefined ? {} : { within }) };
}

function unknownKeys(lines: readonly RuleLine[]): CellFault[] {
  const known = new Set(RULE_KEYS.map(plainText));
  return lines
    .filter(({ key }) => !known.has(key) && !WEIGHT_KEY.test(key) && !TIE_KEY.test(key))
    .map(({ key, place }) =>
      cellFault({ ...place, column: 0 }, 'unknown_rule', { key, known: RULE_KEYS.join('、') }),
    );
}

function weights(lines: readonly RuleLine[], faults: CellFault[]): PartyWeight[] {
  return lines.flatMap(({ key, text, cell, place }): PartyWeight[] => {
    const id = WEIGHT_KEY.exec(key)?.[1];
    if (id === undefined) return [];
    const weight = typedWeight(cell);
    if (weight === null) faults.push(cellFault(place, 'not_weight', { text }));
    return weight === null ? [] : [{ id, weight }];
  });
}

function rounding(
  line: RuleLine | undefined,
  at: RoundingPlace,
  otherwise: string,
  faults: CellFault[],
): Rounding[] {
  const text = plainText(line?.text ?? otherwise);
  if (text === '不修约') return [];
  const [, dp, words] = /^(\d{1,2})位?(?:小数)?[,、]?(.*)$/u.exec(text) ?? [];
  const mode = words === '' ? 'half_up' : MODES.get(words ?? '');
  if (dp !== undefined && mode !== undefined) return [{ at, dp: Number(dp), mode }];
  if (line !== undefined)
    faults.push(
      cellFault(line.place, 'not_rounding', { text: line.text, modes: [...MODES.keys()].join('、') }),
    );
  return [];
}

function placesOf(reader: RuleReader, lines: readonly RuleLine[]): Map<string, CellPlace> {
  const said = (key: string): CellPlace | undefined => reader.line(key)?.place;
  const trim = said('去分起算人数') ?? said('去掉最高分') ?? said('去掉最低分');
  const parties = lines.filter(({ key }) => WEIGHT_KEY.test(key));
  const places: (readonly [string, CellPlace | undefined])[] = [
    ['rules.trim', trim],
    ['rules.trim.within', said('去分范围') ?? parties[0]?.place],
    ['rules.quorum', said('最少有效评委')],
    ['rules.line', said('合格线')],
    ...parties.map(({ place }, index) => [`rules.parties[${index}]`, place] as const),
  ];
  return new Map(places.flatMap(([path, place]) => (place === undefined ? [] : [[path, place] as const])));
}
