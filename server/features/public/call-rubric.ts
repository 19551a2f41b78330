import type { Criterion, CriterionGroup, Settings } from '../../../shared/contract/settings.ts';
import { criteriaFor, differsByTrack, headedCriteria } from '../../../shared/panels/rubric.ts';
import { sumMarks } from '../../../shared/scoring/index.ts';
import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';

/** Every criterion with its points, what it looks at, and the words for high and low, under its groups. */
export function rubricPart({ rubric, tracks }: Settings): Markup {
  const { criteria, groups } = rubric;
  const chapters: { opens: readonly CriterionGroup[]; criteria: Criterion[] }[] = [];
  for (const { criterion, opens } of headedCriteria(criteria, groups)) {
    const last = chapters.at(-1);
    if (last === undefined || opens.length > 0) chapters.push({ opens, criteria: [criterion] });
    else last.criteria.push(criterion);
  }
  return markup`<section>
<h2>评审看什么（${fullMarks({ rubric, tracks })}）</h2>
${chapters.map(
  (chapter) => markup`${chapter.opens.map(heading)}<ol class="criteria">
${chapter.criteria.map((criterion) => criterionPart(criterion, tracks))}</ol>
`,
)}</section>`;
}

const fullMarkOf = (criteria: readonly Criterion[]): string => sumMarks(criteria.map(({ max }) => max));

function fullMarks({ rubric, tracks }: Pick<Settings, 'rubric' | 'tracks'>): string {
  if (!differsByTrack(rubric)) return `满分${fullMarkOf(rubric.criteria)}分`;
  const each = tracks.map(({ id, name }) => `${name}${fullMarkOf(criteriaFor(rubric.criteria, id))}分`);
  return `满分：${each.join('，')}`;
}

const heading = ({ name, parent }: CriterionGroup): Markup =>
  parent === undefined ? markup`<h3>${name}</h3>` : markup`<h4>${name}</h4>`;

function criterionPart(
  { name, max, track, guidance, levels }: Criterion,
  tracks: Settings['tracks'],
): Markup {
  const only = tracks.find(({ id }) => id === track);
  return markup`<li><p class="criterion"><b>${name}</b> <span class="num">${max}分</span></p>
${only === undefined ? null : markup`<p class="hint">只用于“${only.name}”类项目</p>`}<ul>${guidance.map((line) => markup`<li>${line}</li>`)}</ul>
<table><tbody>${levels.map(
    ({ word, from, to, description }) =>
      markup`<tr><th scope="row">${word}</th><td class="num">${from === to ? from : `${from}—${to}`}</td><td>${description}</td></tr>`,
  )}</tbody></table></li>
`;
}
