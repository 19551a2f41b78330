import { markup } from '../../markup.ts';
import type { Markup } from '../../markup.ts';
import { actsOf, approved, items } from './report-exceptions.ts';
import type { Told } from './report-exceptions.ts';
import { grouped } from './words.ts';

/** 加减分 and public votes as they stand, each with who recorded and checked them; nothing where the rule has none. */
export function additionPart(told: Told): Markup | null {
  const { bonus, votes } = told.beside;
  if (!bonus && !votes) return null;
  const recorded = actsOf(told, 'adjustments_recorded').at(-1);
  const counted = actsOf(told, 'votes_recorded').at(-1);
  const projects = new Map(told.day.projects.map(({ id, order, title }) => [id, `${order}号《${title}》`]));
  const adjusted = told.day.adjustments.flatMap(({ proposal, points, reason }) => {
    const name = projects.get(proposal);
    const sign = points.startsWith('-') ? `减${points.slice(1)}分` : `加${points}分`;
    return name === undefined ? [] : [`${name}${sign}。理由：${reason.replace(/。$/, '')}。`];
  });
  const all = told.day.votes.reduce((sum, { count }) => sum + count, 0);
  const source = counted?.opened['source'];
  return markup`<h3>（七）加减分和大众投票</h3>${
    bonus
      ? markup`<p>加减分每次不超过${bonus.most}分，共${adjusted.length}次。${recorded ? approved(told, recorded) : ''}</p>${items(adjusted)}`
      : null
  }${
    votes && counted
      ? markup`<p>大众投票共${grouped(all)}票。${typeof source === 'string' ? `票数来源：${source.replace(/。$/, '')}。` : ''}${approved(told, counted)}</p>`
      : null
  }`;
}
