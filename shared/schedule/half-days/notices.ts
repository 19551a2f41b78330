import type { DayFact, PlannedProject, Told, Turn } from '../../contract/schedule.ts';
import type { Settings } from '../../contract/settings.ts';
import type { HalfDaySlots } from './slots.ts';

/** Milliseconds since 1970 → `2026-10-16 09:33` on a Chinese clock; shared knows no time. */
export type Clock = (time: number) => string;

/** What the messages about a plan are written from. */
export interface NoticeFacts {
  readonly settings: Settings;
  readonly halfDays: readonly HalfDaySlots[];
  readonly projects: readonly PlannedProject[];
  readonly clock: Clock;
}

/** Minutes a team should be there before its time. */
const EARLY = 20;

/** The message to a team about when and where it defends. */
export function teamNotice(facts: NoticeFacts, turn: Turn): string {
  const { settings } = facts;
  const { presentMinutes, questionMinutes } = settings.timeline;
  const project = projectOf(facts, turn.proposal);
  const question = questionMinutes > 0 ? `，答辩 ${questionMinutes} 分钟` : '';
  return [
    `【${settings.shortName}】答辩时间通知`,
    `${project?.applicantName ?? ''}：`,
    `您的项目《${project?.title ?? ''}》出场顺序号 ${project?.order ?? ''} 号，${timeOf(facts, turn)} 答辩${placeOf(facts, turn)}。陈述 ${presentMinutes} 分钟${question}。`,
    `请提前 ${EARLY} 分钟到场签到、候场。${call(settings)}`,
  ].join('\n');
}

/** The whole order for the group of applicants or judges, by half-day. */
export function orderNotice(facts: NoticeFacts, turns: readonly Turn[]): string {
  const { settings, halfDays, clock } = facts;
  const blocks = halfDays.flatMap(({ session, name, place, slots }) => {
    const own = turns.filter((turn) => turn.session === session).sort((a, b) => a.slot - b.slot);
    if (own.length === 0) return [];
    const lines = own.map((turn) => {
      const { order, title } = projectOf(facts, turn.proposal) ?? { order: null, title: '' };
      const start = slots[turn.slot - 1]?.start;
      const time = start === undefined ? '' : timeWords(clock(start));
      return `${time} ${order === null ? '' : `${order} 号`}《${title}》`;
    });
    const first = slots[0];
    const day = first === undefined ? '' : dayWords(clock(first.start));
    return [`${day} ${name}${place === '' ? '' : `（${place}）`}`, ...lines, ''];
  });
  return [`【${settings.shortName}】答辩安排`, '', ...blocks, call(settings)].join('\n').trim();
}

/** Who has to be told what when places changed: each team whose place is another one, and once the judges. */
export function changeNotices(
  facts: NoticeFacts,
  happened: readonly DayFact[],
  moved: readonly { readonly proposal: string; readonly from: Turn; readonly to: Turn | null }[],
): Told[] {
  const { settings } = facts;
  const title = (id: string) => {
    const project = projectOf(facts, id);
    return `${project?.order ?? ''} 号《${project?.title ?? ''}》`;
  };
  const gone = happened.flatMap((fact) =>
    fact.kind === 'absent' || fact.kind === 'withdrawn' ? [fact] : [],
  );
  const team = (proposal: string, words: string): Told => {
    const name = projectOf(facts, proposal)?.applicantName ?? '';
    const text = [`【${settings.shortName}】答辩改期通知`, `${name}：`, words, call(settings)];
    return { who: 'team', proposal, name, words: text.join('\n') };
  };
  const lines = [
    ...gone.map(
      ({ proposal, kind }) =>
        `${title(proposal)}${kind === 'withdrawn' ? '退出答辩' : '未到场'}，顺序号空着。`,
    ),
    ...moved.map(({ proposal, from, to }) => {
      const [before, after] = [from, to].map((turn) => turn && timeOf(facts, turn));
      return `${title(proposal)}${to === null ? '还没有新的时间' : `改到 ${after}`}（原 ${before}）。`;
    }),
  ];
  const teams = [
    ...gone.map(({ proposal, kind }) => {
      const why = kind === 'withdrawn' ? '已登记退出答辩' : '点名时没有到场，已按未到场登记';
      return team(proposal, `您的项目${title(proposal)}${why}，顺序号不再使用。如有出入，请立即来电。`);
    }),
    ...moved.map(({ proposal, from, to }) => {
      const number = projectOf(facts, proposal)?.order ?? '';
      const then = to === null ? '另行通知' : `改到 ${timeOf(facts, to)}${placeOf(facts, to)}`;
      const words = `您的项目${title(proposal)}的答辩由 ${timeOf(facts, from)} ${then}。出场顺序号 ${number} 号不变，请提前 ${EARLY} 分钟到场候场。`;
      return team(proposal, words);
    }),
  ];
  if (lines.length === 0) return [];
  const words = [`【${settings.shortName}】答辩安排有调整`, '各位评委：', ...lines, '其余不变。'].join('\n');
  return [...teams, { who: 'judges', proposal: null, name: '', words }];
}

const projectOf = ({ projects }: NoticeFacts, id: string) => projects.find(({ proposal }) => proposal === id);

function startOf({ halfDays }: NoticeFacts, { session, slot }: Turn): number | null {
  return halfDays.find((each) => each.session === session)?.slots[slot - 1]?.start ?? null;
}

function timeOf(facts: NoticeFacts, turn: Turn): string {
  const start = startOf(facts, turn);
  return start === null ? '' : `${dayWords(facts.clock(start))} ${timeWords(facts.clock(start))}`;
}

function placeOf({ halfDays }: NoticeFacts, { session }: Turn): string {
  const place = halfDays.find((each) => each.session === session)?.place ?? '';
  return place === '' ? '' : `，地点：${place}`;
}

/** `2026-10-16 09:33` → `10月16日`. */
export const dayWords = (text: string): string =>
  `${Number(text.slice(5, 7))}月${Number(text.slice(8, 10))}日`;

/** `2026-10-16 09:33` → `9:33`. */
export const timeWords = (text: string): string => `${Number(text.slice(11, 13))}:${text.slice(14, 16)}`;

const call = ({ contact }: Settings): string =>
  contact.phone === ''
    ? ''
    : `联系电话：${contact.phone}${contact.office === '' ? '' : `（${contact.office}）`}`;
