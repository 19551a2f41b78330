import { formatFixed } from '../numbers/format.ts';
import type {
  CombineStep,
  JudgeValue,
  PartiesStep,
  Step,
  StepPlace,
  TieStep,
  TrimStep,
  ValuesStep,
  VotesStep,
} from '../steps/types.ts';
import type { Names } from './names.ts';
import { tieRuleWords } from './tie-words.ts';
import { ABSENCE_WORDS, MODE_WORDS, PLACE_WORDS } from './words.ts';

/** One step of a derivation as a Chinese line. */
export function stepLine(step: Step, names: Names): string {
  switch (step.step) {
    case 'values':
      return placed(step, names) + valuesLine(step, names);
    case 'quorum':
      return `${placed(step, names)}有效 ${step.valid} 位，少于规定的 ${step.quorum} 位，不计分。`;
    case 'trim':
      return placed(step, names) + trimLine(step, names);
    case 'combine':
      return placed(step, names) + combineLine(step);
    case 'parties':
      return placed(step, names) + partiesLine(step, names);
    case 'round':
      return `${placed(step, names)}${PLACE_WORDS[step.at]}保留 ${step.dp} 位小数（${MODE_WORDS[step.mode]}）：${step.from} → ${step.to}。`;
    case 'multiply':
      return `${placed(step, names)}${step.from} × ${step.by === 'factor' ? '系数' : '权重'} ${step.times} = ${shown(step.value)}。`;
    case 'sum': {
      const parts = step.parts.map(
        ({ id, value }) => `${step.of === 'criteria' ? names.criterion(id) : id} ${value}`,
      );
      return `${placed(step, names)}相加：${parts.join(' + ')} = ${shown(step.value)}。`;
    }
    case 'votes':
      return votesLine(step);
    case 'adjust':
      return `加减分 ${step.points}${step.reason === null ? '' : `（${step.reason}）`}，得 ${step.value}。`;
    case 'tie':
      return tieLine(step, names);
  }
}

/** A fraction with its decimal beside it; a decimal as it is. */
export function shown(value: string): string {
  return value.includes('/') ? `${value}（约 ${formatFixed(value, 4)}）` : value;
}

function placed({ stage, criterion, party }: StepPlace, names: Names): string {
  const parts = [
    stage,
    criterion === undefined ? undefined : names.criterion(criterion),
    party === undefined ? undefined : names.party(party),
  ];
  const words = parts.filter((part) => part !== undefined);
  return words.length === 0 ? '' : `【${words.join('·')}】`;
}

function listed(values: readonly JudgeValue[], names: Names): string {
  return values.map(({ judge, value }) => `${names.judge(judge)} ${value}`).join('、');
}

function valuesLine(step: ValuesStep, names: Names): string {
  const absent = step.absent.map(({ judge, reason }) => `${names.judge(judge)}（${ABSENCE_WORDS[reason]}）`);
  const without = absent.length === 0 ? '' : `，未评 ${absent.length} 位：${absent.join('、')}`;
  const values = step.values.map(({ judge, value, exact }) =>
    exact === undefined
      ? `${names.judge(judge)} ${value}`
      : `${names.judge(judge)} ${value}（${exact} 修约）`,
  );
  return `有效 ${step.valid} 位${without}。${values.length === 0 ? '' : `得分：${values.join('、')}。`}`;
}

function trimLine(step: TrimStep, names: Names): string {
  if (!step.applied && step.valid < step.min_valid)
    return `有效 ${step.valid} 位，不足 ${step.min_valid} 位，不去最高最低分。`;
  const dropped = [
    step.high.length === 0 ? '' : `最高分 ${listed(step.high, names)}`,
    step.low.length === 0 ? '' : `最低分 ${listed(step.low, names)}`,
  ].filter((part) => part !== '');
  return dropped.length === 0 ? '规则不去分。' : `去掉${dropped.join('，去掉')}；其余 ${step.kept} 个。`;
}

function combineLine({ by, sum, divisor, value }: CombineStep): string {
  if (by === 'sum') return `相加得 ${value}。`;
  if (by === 'mean') return `${divisor} 个相加得 ${sum}，÷ ${divisor} = ${shown(value)}。`;
  return divisor === 1 ? `中位数 ${value}。` : `中间两个相加得 ${sum}，÷ 2 = ${value}。`;
}

function partiesLine({ parts, absent, value }: PartiesStep, names: Names): string {
  const weighted = parts
    .map((part) => `${names.party(part.party)} ${part.value} × ${part.weight}`)
    .join(' + ');
  const missing =
    absent.length === 0 ? '' : `；${absent.map(names.party).join('、')} 无有效评分，其权重未计入`;
  return `按评委来源加权：（${weighted}）÷（${parts.map((part) => part.weight).join(' + ')}）= ${shown(value)}${missing}。`;
}

function votesLine({ stage, by, count, all, place, value }: VotesStep): string {
  if (count === null || value === null) return `【${stage ?? ''}】没有票数，不计分。`;
  if (by === 'percent') return `【${stage ?? ''}】${count} 票，占 ${all} 票的百分比：${shown(value)}。`;
  return `【${stage ?? ''}】${count} 票，票数第 ${place} 位，计 ${value} 分。`;
}

function tieLine({ rule, compared, decided }: TieStep, names: Names): string {
  const values = compared.map(({ entry, value }) => `${entry} ${value ?? '无'}`).join('、');
  const outcome = decided
    ? '据此分出先后'
    : compared.some(({ value }) => value === null)
      ? '不适用'
      : '仍相同';
  return `同分，${tieRuleWords(rule, names)}：${values}，${outcome}。`;
}
