import { markup } from '../../../markup.ts';
import type { Markup } from '../../../markup.ts';
import type { Paper } from '../paper.ts';
import { chineseDay } from '../words.ts';
import type { Preparation } from './data.ts';
import { emptyRows, leaf, named } from './leaf.ts';
import { listStyle } from './style.ts';

const style = `${listStyle}
.number { width: 16mm; } .name { width: 34mm; } .own { width: 34mm; } .time { width: 20mm; }
`;

/** Sign-in sheets (签到表) of judges, applicants and staff; what only people on the spot know is left empty. */
export function signIn(data: Preparation): Paper {
  const { settings } = data.head;
  const lead = `${chineseDay(settings.timeline.defenseDay)}\u3000${settings.timeline.place}`;
  const party = new Map(settings.parties.map(({ id, name }) => [id, name]));
  const judges = data.judges.map(
    ({ profile }) =>
      markup`<tr class="tall"><td class="num">${profile.seat}</td><td>${profile.name}</td><td class="left">${profile.unit || (party.get(profile.party) ?? '')}</td><td></td><td></td></tr>
`,
  );
  const applicants = data.order
    .filter(({ status }) => status !== 'withdrawn')
    .map(
      ({ order, title, applicantName }) =>
        markup`<tr class="tall"><td class="num">${order}</td><td class="left">${applicantName}</td><td class="left">${title}</td><td></td><td></td></tr>
`,
    );
  const staff = (
    [
      ['主办方', 'sponsor'],
      ['承办方', 'operator'],
      ['统分人', 'tally_clerk'],
      ['控场', 'host'],
      ['监督员', 'supervisor'],
    ] as const
  ).flatMap(([word, role]) =>
    data.head.officers(role).map(
      (
        name,
      ) => markup`<tr class="tall"><td></td><td>${name}</td><td class="left">${word}</td><td></td><td></td></tr>
`,
    ),
  );
  return {
    title: `${settings.name}签到表`,
    style,
    body: markup`${[
      leaf(
        data,
        named(data, '评委签到表'),
        sheet(lead, ['席号', '姓名', '单位', '本人签名', '到场时间'], judges),
      ),
      leaf(
        data,
        named(data, '申报主体签到表'),
        sheet(lead, ['顺序号', '申报主体', '项目', '到场人签名', '到场时间'], applicants),
      ),
      leaf(
        data,
        named(data, '工作人员签到表'),
        sheet(lead, ['序号', '姓名', '分工', '本人签名', '到场时间'], [...staff, ...emptyRows(6, 5)]),
      ),
    ]}`,
  };
}

const sheet = (lead: string, [number, name, what, own, time]: readonly string[], rows: readonly Markup[]) =>
  markup`<p class="lead">${lead}</p>
<table class="grid"><colgroup><col class="number"><col class="name"><col><col class="own"><col class="time"></colgroup>
<thead><tr class="head"><th>${number ?? ''}</th><th>${name ?? ''}</th><th>${what ?? ''}</th><th>${own ?? ''}</th><th>${time ?? ''}</th></tr></thead>
<tbody>${rows.length > 0 ? rows : emptyRows(12, 5)}</tbody></table>`;
