import type { Names } from '../explain/names.ts';
import { namesOf } from '../explain/names.ts';
import { tieRuleWords } from '../explain/tie-words.ts';
import { COMBINATION_WORDS, MODE_WORDS, PLACE_WORDS } from '../explain/words.ts';
import { exact } from '../numbers/decimal.ts';
import { formatExact } from '../numbers/format.ts';
import { multiply, sum } from '../numbers/rational.ts';
import type { Criterion, Rules, Stage, Trim, VoteRule } from '../scorebook/types.ts';

/**
 * The rules as one Chinese sentence for a leader or a notice: full marks, quorum, trim, weights, rounding, line, ties.
 * The rules must be without faults.
 * @param parties names of the parties that the rules weigh; one without a name is called by its id
 * @param bonus where points may be added or taken off, how many at most each time
 */
export function ruleSentence(
  rules: Rules,
  criteria: readonly Criterion[],
  parties: readonly { readonly id: string; readonly name: string }[] = [],
  bonus?: { readonly most: string },
): string {
  const names = namesOf({ criteria, judges: [], entries: [] }, parties);
  const parts = [
    fullMarks(criteria),
    panelWords(rules, names),
    quorumWords(rules.quorum ?? 1),
    stagesWords(rules.stages ?? []),
    bonus ? `另有加减分，每次不超过 ${bonus.most} 分` : '',
    rules.line === undefined || rules.line === null ? '' : `合格线 ${rules.line} 分`,
    tiesWords(rules, names),
  ];
  return `${parts.filter((part) => part !== '').join('；')}。`;
}

function fullMarks(criteria: readonly Criterion[]): string {
  const tracks = new Set(criteria.flatMap(({ track }) => (track === undefined ? [] : [track])));
  if (tracks.size > 0) return `按项目类别分别计分，共 ${criteria.length} 项`;
  const scaled = criteria.flatMap(({ id, name, factor = '1' }) =>
    factor === '1' ? [] : [`“${name ?? id}”× ${factor}`],
  );
  const factors = scaled.length === 0 ? '' : `（${scaled.join('、')}）`;
  const full = criteria.map(({ max, factor = '1' }) => (max ? multiply(exact(max), exact(factor)) : null));
  const known = full.flatMap((value) => (value === null ? [] : [value]));
  return known.length < full.length
    ? `共 ${criteria.length} 项${factors}`
    : `${criteria.length} 项合计 ${formatExact(sum(known))} 分${factors}`;
}

function panelWords({ unit, combine, trim, parties, stages, round = [] }: Rules, names: Names): string {
  const each = unit === 'criterion' ? '逐项计分，' : '';
  const dropped = trim ? trimWords(trim) : '';
  const weights = (parties ?? []).map(({ id, weight }) => `${names.party(id)} ${weight}`).join('、');
  const weighted = weights === '' ? '' : `，再按评委来源加权（${weights}）`;
  const how =
    dropped === '' ? `全部有效评分${COMBINATION_WORDS[combine]}` : dropped + COMBINATION_WORDS[combine];
  return each + how + weighted + roundWords(round, (stages ?? []).length > 1);
}

function trimWords({ high, low, min_valid, within }: Trim): string {
  const dropped = [high > 0 ? `${high} 个最高分` : '', low > 0 ? `${low} 个最低分` : ''].filter(
    (part) => part !== '',
  );
  if (dropped.length === 0) return '';
  const where = within === 'party' ? '同一来源的' : '';
  return `${where}有效评委不少于 ${min_valid} 位时，去掉 ${dropped.join('和 ')}后`;
}

/** @param hasStages what is rounded at the end is then more than the panel's value */
function roundWords(round: NonNullable<Rules['round']>, hasStages: boolean): string {
  const [first] = round;
  if (first === undefined) return '，不修约';
  if (round.length === 1 && (first.at === 'mean' || first.at === 'total') && !hasStages)
    return `，保留 ${first.dp} 位小数，${MODE_WORDS[first.mode]}一次`;
  const places = round.map(
    ({ at, dp, mode }) => `${PLACE_WORDS[at]}保留 ${dp} 位小数（${MODE_WORDS[mode]}）`,
  );
  return `，${places.join('，')}`;
}

function quorumWords(quorum: number): string {
  return quorum > 1 ? `有效评委少于 ${quorum} 位的不计分` : '';
}

function stagesWords(stages: readonly Stage[]): string {
  if (stages.length === 0) return '';
  const parts = stages.map(({ id, weight, votes }) => {
    const how = votes === undefined ? '' : `（${voteWords(votes)}）`;
    return `“${id}”${how}× ${weight}`;
  });
  return `各环节得分${parts.join(' 加 ')}`;
}

/** Points by place, the first three and the last of a long table written out. */
function voteWords(votes: VoteRule): string {
  if (votes.by === 'percent') return '按得票百分比';
  const { table } = votes;
  const listed =
    table.length <= 4
      ? table.join('、')
      : `${table.slice(0, 3).join('、')}……${table[table.length - 1] ?? ''}`;
  return `按得票名次，前 ${table.length} 名计 ${listed} 分`;
}

function tiesWords({ ties = [] }: Rules, names: Names): string {
  if (ties.length === 0) return '同分的名次并列';
  const isOrder = (key: 'lot' | 'decision'): boolean =>
    ties.some((rule) => typeof rule === 'object' && key in rule);
  const compared = ties
    .filter((rule) => typeof rule === 'string' || !('lot' in rule || 'decision' in rule))
    .map((rule, index) => `${index === 0 ? '先' : '再'}${tieRuleWords(rule, names)}`);
  const last = isOrder('lot') ? '按抽签顺序' : '由评委组决定并签字，未作决定的名次并列';
  return compared.length === 0 ? `同分的${last}` : `同分${compared.join('，')}，仍相同的${last}`;
}
