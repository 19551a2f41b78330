import type { DayClash } from './clash.ts';
import type { HalfDaySlots } from './slots.ts';

const NAMED = 3;

/**
 * A clash as a sentence, and the cheapest ways out: somebody comes at a time that is still free, or a half-day ends
 * later.
 * @param out titles of those that stay out by the same clash
 * @param minutes that one more defense takes
 * @param everybody how many projects there are
 */
export function clashWords(
  { projects, places, free, faults }: DayClash,
  out: readonly string[],
  halfDays: readonly HalfDaySlots[],
  minutes: number,
  everybody: number,
): string {
  const named = (counts: ReadonlyMap<string, number>) =>
    halfDays.flatMap(({ session, name }) => {
      const count = counts.get(session) ?? 0;
      return count === 0 ? [] : [`${name} ${count} 个`];
    });
  const sum = [...places.values()].reduce((total, count) => total + count, 0);
  const elsewhere = named(free).join('、');
  const longer = halfDays.find(({ session }) => places.has(session))?.name ?? halfDays[0]?.name ?? '';
  if (sum === 0) {
    const why = faults.has('few_judges') ? '哪个半天都凑不齐能打分的评委' : '“来不了”的时间盖住了所有半天';
    return `${out.map((title) => `《${title}》`).join('')}${why}。${elsewhere === '' ? '请核对填的时间。' : `现在还空着：${elsewhere}。`}`;
  }
  const titles = projects.slice(0, NAMED).map(({ title }) => `《${title}》`);
  const lack = projects.length - sum;
  const who =
    projects.length === everybody
      ? `${everybody} 个项目`
      : `${titles.join('')}${projects.length > NAMED ? `等 ${projects.length} 个项目` : ''}`;
  const ways = [
    ...(elsewhere === '' ? [] : [`其中 ${lack} 个能在还空着的时间来（${elsewhere}）`]),
    `${longer}延长 ${minutes * lack} 分钟`,
  ];
  return `${who}只有${named(places).join('、')}位置可用，差 ${lack} 个。只要${ways.join('，或者')}，就排得下。`;
}
