import type { RuleParts } from '../../../shared/contract/rule-changes.ts';
import type { Criterion, Rubric, Settings } from '../../../shared/contract/settings.ts';
import { groupPath } from '../../../shared/panels/rubric.ts';
import { settingsSentence } from '../competitions/scoring-rules.ts';
import { isSame } from './parts.ts';

type Named = Pick<Settings, 'tracks' | 'parties'>;

/** What is different between two rubrics and rules, a sentence each, for a notice. */
export function changeLines(before: RuleParts, after: RuleParts, named: Named): string[] {
  const rubric = rubricLines(before.rubric, after.rubric, named.tracks);
  if (isSame(before.scoring, after.scoring)) return rubric;
  const sentence = (parts: RuleParts) => settingsSentence({ ...parts, parties: named.parties });
  const [old, next] = [sentence(before), sentence(after)];
  const rules = old === next ? '计分规则的写法有改动，算法不变。' : `计分规则原为：${old}现改为：${next}`;
  return [...rubric, rules];
}

function rubricLines(before: Rubric, after: Rubric, tracks: Settings['tracks']): string[] {
  const old = new Map(before.criteria.map((criterion) => [criterion.id, criterion]));
  const next = new Map(after.criteria.map((criterion) => [criterion.id, criterion]));
  const kept = before.criteria.filter(({ id }) => next.has(id)).map(({ id }) => id);
  const order = after.criteria.filter(({ id }) => old.has(id)).map(({ id }) => id);
  return [
    ...before.criteria
      .filter(({ id }) => !next.has(id))
      .map(({ name, max }) => `删去评审指标“${name}”（${max}分）。`),
    ...after.criteria.flatMap((criterion) => {
      const known = old.get(criterion.id);
      return known === undefined
        ? [`增加评审指标“${criterion.name}”（${criterion.max}分）。`]
        : criterionLines(known, criterion, tracks);
    }),
    ...(isSame(kept, order) ? [] : ['评审指标的先后有调整。']),
    ...(isSame(headings(before), headings(after)) ? [] : ['评审指标的分类有调整。']),
  ];
}

/** What stands above each criterion that is in both, by name. */
const headings = ({ criteria, groups = [] }: Rubric) =>
  criteria.map(({ id, group }) => [id, groupPath(groups, group).map(({ name }) => name)]);

function criterionLines(before: Criterion, after: Criterion, tracks: Settings['tracks']): string[] {
  const name = `“${after.name}”`;
  const trackName = (id: string | undefined) =>
    id === undefined ? '所有类别' : (tracks.find((track) => track.id === id)?.name ?? id);
  const changed = (what: string, old: string, next: string) =>
    old === next ? [] : [`${name}${what}由${old}改为${next}。`];
  return [
    ...(before.name === after.name ? [] : [`评审指标“${before.name}”改称${name}。`]),
    ...changed('的满分', `${before.max}分`, `${after.max}分`),
    ...changed('的最低分', `${before.min}分`, `${after.min}分`),
    ...changed('打分的每一档', `${before.step}分`, `${after.step}分`),
    ...changed('的系数', before.factor ?? '1', after.factor ?? '1'),
    ...changed('适用的项目类别', trackName(before.track), trackName(after.track)),
    ...(isSame(before.guidance, after.guidance) ? [] : [`${name}的评分说明有改动。`]),
    ...(isSame(before.levels, after.levels) ? [] : [`${name}的等次有改动。`]),
  ];
}
