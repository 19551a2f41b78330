import { contract } from '../../../shared/contract/index.ts';
import { known, newBrowser, officer, operationId } from '../play.ts';
import type { Play } from '../play.ts';

/** Judges, recusals and disclosures, the draw by hand, tablets on the seats. */
export async function seatPanel(play: Play): Promise<void> {
  play.moveTo('2026-10-09T10:00:00+08:00');
  await addJudges(play);
  await recordRecusals(play);
  play.moveTo('2026-10-15T15:00:00+08:00');
  await recordDraw(play);
  play.moveTo('2026-10-16T08:30:00+08:00');
  for (const { id } of play.model.judges) await seatJudge(play, id);
  play.say(`${play.model.judges.length} 位评委上席，回避已登记，出场顺序已抽签`);
}

async function addJudges(play: Play): Promise<void> {
  for (const judge of play.model.judges) {
    const { id } = await officer(play, 'u03').call(contract.judges.add, {
      params: { competition: play.competition },
      body: {
        operation: operationId('judge', judge.id),
        profile: {
          name: judge.name,
          party: judge.party,
          seat: judge.seat,
          community: judge.community,
          expertise: judge.expertise,
          unit: '',
          head: judge.id === play.model.panelHead,
        },
      },
    });
    play.judges.set(judge.id, id);
  }
}

async function recordRecusals(play: Play): Promise<void> {
  const params = { competition: play.competition };
  const hub = officer(play, 'u03');
  await hub.call(contract.judges.compute, { params, body: { operation: operationId('recusals') } });
  const said = play.model.recusals.filter((each) => each.source !== 'computed');
  for (const { judge, project, grounds, source, detail } of said)
    await hub.call(contract.judges.recuse, {
      params,
      body: {
        operation: operationId('recuse', judge, project),
        judge: known(play.judges, judge),
        proposal: known(play.proposals, project),
        kind: 'must',
        grounds,
        source: source === 'mentoring_record' ? source : 'declared',
        detail,
      },
    });
  for (const { judge, project, text } of play.model.disclosures) {
    // A disclosure that concerns no project in particular stands in the undertaking alone.
    if (project === null) continue;
    await hub.call(contract.judges.recuse, {
      params,
      body: {
        operation: operationId('disclose', judge, project),
        judge: known(play.judges, judge),
        proposal: known(play.proposals, project),
        kind: 'disclose',
        grounds: ['colleague_mentored'],
        source: 'declared',
        detail: text,
      },
    });
  }
}

async function recordDraw(play: Play): Promise<void> {
  const draws = play.model.draws.map(({ project, order }) => ({
    proposal: known(play.proposals, project),
    order,
  }));
  await officer(play, 'u04').call(contract.defenses.typeOrder, {
    params: { competition: play.competition },
    body: { operation: operationId('draw'), draws, witnesses: ['监督员', '评委组长', '申报主体代表一名'] },
  });
}

/** The code of a judge as its printed seat card shows it. */
export async function codeOnCard(play: Play, modelId: string): Promise<string> {
  const name = play.model.judges.find(({ id }) => id === modelId)?.name ?? '';
  const params = { competition: play.competition };
  const cards = await officer(play, 'u03').call(contract.papers.seatCards, { params });
  const [, card = ''] = String(cards).split(`>${name}</p>`);
  const code = /密码<b>([0-9]{4})<\/b>/.exec(card)?.[1];
  if (!code) throw new Error(`no seat card for ${name}`);
  return code;
}

async function seatJudge(play: Play, modelId: string): Promise<void> {
  const judge = known(play.judges, modelId);
  const seat = play.model.judges.find(({ id }) => id === modelId)?.seat ?? null;
  const tablet = newBrowser(play);
  const { link } = await officer(play, 'u03').call(contract.devices.invite, {
    params: { competition: play.competition },
    body: { operation: operationId('invite', modelId), seat, label: `${seat} 号席平板` },
  });
  await tablet.call(contract.devices.enrol, { body: { token: link.slice(link.indexOf('#') + 1) } });
  await tablet.call(contract.devices.signIn, {
    params: { judge },
    body: { operation: operationId('seat', modelId), code: await codeOnCard(play, modelId) },
  });
  play.tablets.set(modelId, tablet);
}
