import { contract } from '../../../shared/contract/index.ts';
import { RefusedError } from '../../client/browser.ts';
import { approvalSecret, newBrowser, officer, operationId } from '../play.ts';
import type { Play } from '../play.ts';
import { modelSettings } from '../settings.ts';

const firstUser = { username: 'sponsor', password: 'gongping-demo-2026' };

/** Set-up, competition from the template, settings, officers, publication of the call. */
export async function found(play: Play): Promise<void> {
  play.moveTo('2026-08-20T09:00:00+08:00');
  await setUp(play);
  await createCompetition(play);
  for (const person of play.model.competition.people.slice(1)) await addOfficer(play, person);
  for (const id of ['u01', 'u02', 'u07']) await setApprovalSecret(play, id);
  await publish(play);
  play.say('主办方建好大赛，征集公告已发布，规则冻结');
}

async function setUp(play: Play): Promise<void> {
  const browser = newBrowser(play);
  const name = play.model.competition.people[0]?.name ?? '';
  const code = await play.setupCode();
  try {
    await browser.call(contract.installation.setUp, { body: { code, name, ...firstUser } });
  } catch (error) {
    // The acknowledgement of an earlier try may have been lost; then the account is there.
    if (!(error instanceof RefusedError) || error.reply.code !== 'setup_closed') throw error;
  }
  const session = await browser.call(contract.session.signInOfficer, { body: firstUser });
  play.officers.set('u01', { browser, account: session.account?.id ?? '', ...firstUser });
}

async function createCompetition(play: Play): Promise<void> {
  const sponsor = officer(play, 'u01');
  const body = {
    operation: operationId('create'),
    template: 'weiyuan' as const,
    name: play.model.competition.name,
  };
  const { id } = await sponsor.call(contract.competitions.create, { body });
  play.competition = id;
  const params = { competition: id };
  const { revision } = await sponsor.call(contract.competitions.get, { params });
  const settings = modelSettings(play.model, play.shift);
  await sponsor.save(
    contract.competitions.saveSettings,
    { params, body: { base: revision, settings } },
    (current) => JSON.stringify((current as { settings: unknown }).settings) === JSON.stringify(settings),
  );
}

async function addOfficer(play: Play, person: Play['model']['competition']['people'][number]): Promise<void> {
  const username = `${person.role}-${person.id}`.replaceAll('_', '-');
  const { officer: added, firstPassword } = await officer(play, 'u01').call(contract.people.add, {
    params: { competition: play.competition },
    body: { operation: operationId('officer', person.id), name: person.name, username, roles: [person.role] },
  });
  const browser = newBrowser(play);
  await browser.call(contract.session.signInOfficer, { body: { username, password: firstPassword } });
  play.officers.set(person.id, { browser, account: added.account, username, password: firstPassword });
}

async function setApprovalSecret(play: Play, id: string): Promise<void> {
  const password = play.officers.get(id)?.password ?? '';
  await officer(play, id).call(contract.session.setApprovalSecret, {
    body: { password, secret: approvalSecret },
  });
}

async function publish(play: Play): Promise<void> {
  play.moveTo('2026-08-24T09:00:00+08:00');
  const params = { competition: play.competition };
  const sponsor = officer(play, 'u01');
  const { revision } = await sponsor.call(contract.competitions.get, { params });
  await sponsor.call(contract.competitions.publish, {
    params,
    body: { operation: operationId('publish'), base: revision },
  });
}
