import { contract } from '../shared/contract/index.ts';
import { sumMarks } from '../shared/scoring/index.ts';
import type { ApiBrowser } from './client/browser.ts';
import { inProcessTransport } from './client/transport.ts';
import { readModel } from './demo/model.ts';
import { known, newBrowser, newPlay, officer } from './demo/play.ts';
import type { Play } from './demo/play.ts';
import { smallModel } from './demo/small-model.ts';
import { apply } from './demo/story/applying.ts';
import { callToStage } from './demo/story/day.ts';
import { found } from './demo/story/founding.ts';
import { codeOnCard, seatPanel } from './demo/story/panel.ts';
import { operation, testServer } from './testing.ts';

/** Someone who asks, and what the contract knows them as in the competition under test. */
export interface Caller {
  name: string;
  browser: ApiBrowser;
  holds: readonly string[];
}

/** A value that only the named callers may ever see. */
export interface Secret {
  what: string;
  value: string;
  seenBy: readonly string[];
}

/** A competition in the middle of its first defense, with one of everybody asking. */
export interface World {
  callers: readonly Caller[];
  secrets: readonly Secret[];
  /** Subjects by the name of their path parameter: those of the owner. */
  ids: Readonly<Record<string, string>>;
  dispose(): Promise<void>;
}

const owner = { applicant: 'a17', proposal: 'p05', judge: 'j09' };

export async function buildWorld(): Promise<World> {
  const server = await testServer(undefined, { now: Date.parse('2026-08-01T00:00:00+08:00') });
  const play = newPlay({
    model: smallModel(readModel(), ['p05', 'p01', 'p31'], 'p31'),
    transport: inProcessTransport(server.app, server.context.config.origin),
    shift: Date.parse,
    setupCode: () => Promise.resolve(server.setupCode),
    moveTo: (iso) => void (server.clock.at = Math.max(server.clock.at, Date.parse(iso))),
  });
  await found(play);
  const draftTitle = '还没写完的申报书九九';
  await apply(play, (applicant) => startDraft(play, applicant, draftTitle));
  await seatPanel(play);
  await callToStage(play, owner.proposal);
  const comment = '只有本人知道的评语七七';
  await saveSecretDraft(play, comment);
  const note = '会前读的时候只写给自己看的笔记六六';
  await known(play.tablets, owner.judge).call(contract.preparing.saveNote, {
    params: {
      competition: play.competition,
      judge: known(play.judges, owner.judge),
      proposal: known(play.proposals, owner.proposal),
    },
    body: { base: 0, text: note },
  });
  const onPaper = '纸上的评语九九只有录入的人看过';
  await keyPaperSheet(play, onPaper);
  const stranger = await otherOfficer(play);
  const bareTablet = await enrolBareTablet(play);
  const proposal = known(play.proposals, owner.proposal);
  const params = { competition: play.competition, proposal };
  const { attachments } = await officer(play, 'u03').call(contract.proposals.get, { params });
  return {
    callers: callersOf(play, stranger, bareTablet),
    secrets: [
      { what: 'the comment of a draft sheet', value: comment, seenBy: ['the judge'] },
      { what: 'a note of a judge', value: note, seenBy: ['the judge'] },
      { what: 'the comment of a keyed paper sheet', value: onPaper, seenBy: [] },
      { what: 'the title of a draft', value: draftTitle, seenBy: ['the applicant', 'operator'] },
      {
        what: 'a telephone',
        value: known(play.applicants, owner.applicant).phone,
        seenBy: ['the applicant', 'operator', 'sponsor', 'supervisor'],
      },
      { what: 'the code of a judge', value: await codeOnCard(play, owner.judge), seenBy: ['operator'] },
      { what: 'a password hash', value: '$argon2', seenBy: [] },
      { what: 'a session token', value: officer(play, 'u01').cookies.get('gp') ?? '', seenBy: [] },
    ],
    ids: {
      competition: play.competition,
      proposal,
      applicant: known(play.applicants, owner.applicant).id,
      judge: known(play.judges, owner.judge),
      attachment: attachments[0]?.id ?? '',
      account: known(play.officers, 'u02').account,
      session: 'am',
      version: '1',
      door: 'leader',
    },
    dispose: () => server.dispose(),
  };
}

function callersOf(play: Play, stranger: ApiBrowser, bareTablet: ApiBrowser): Caller[] {
  const organizer = (id: string, role: string): Caller => ({
    name: role,
    browser: officer(play, id),
    holds: ['officer', role],
  });
  const applicant = (id: string) => {
    const { browser } = known(play.applicants, id);
    if (!browser) throw new Error(`${id} has no sign-in`);
    return browser;
  };
  return [
    { name: 'nobody', browser: newBrowser(play), holds: [] },
    { name: 'an officer of another competition', browser: stranger, holds: ['officer'] },
    organizer('u01', 'sponsor'),
    organizer('u03', 'operator'),
    organizer('u04', 'tally_clerk'),
    organizer('u06', 'host'),
    organizer('u07', 'supervisor'),
    { name: 'the applicant', browser: applicant(owner.applicant), holds: ['applicant', 'applicant:own'] },
    { name: 'another applicant', browser: applicant('a03'), holds: ['applicant'] },
    { name: 'the judge', browser: known(play.tablets, owner.judge), holds: ['device', 'judge:own'] },
    { name: 'another judge', browser: known(play.tablets, 'j01'), holds: ['device'] },
    { name: 'a tablet nobody sits at', browser: bareTablet, holds: ['device'] },
  ];
}

async function startDraft(play: Play, modelId: string, title: string): Promise<void> {
  if (modelId !== owner.applicant) return;
  const { browser, id } = known(play.applicants, modelId);
  await browser?.call(contract.proposals.create, {
    params: { competition: play.competition },
    body: { operation: operation(), applicant: id, title },
  });
}

async function saveSecretDraft(play: Play, comment: string): Promise<void> {
  const params = {
    competition: play.competition,
    judge: known(play.judges, owner.judge),
    proposal: known(play.proposals, owner.proposal),
  };
  const body = { operation: operation(), base: 0, marks: { need: '18.5' }, comment };
  await known(play.tablets, owner.judge).call(contract.judging.save, { params, body });
}

/** A clerk keys a sheet on paper for a judge whose book none of the callers asks for: until the lock nobody sees it. */
async function keyPaperSheet(play: Play, comment: string): Promise<void> {
  const sheet = play.model.sheets.find(({ judge, project }) => judge === 'j02' && project === owner.proposal);
  const marks = sheet?.marks ?? {};
  await officer(play, 'u04').call(contract.paperSheets.enter, {
    params: { competition: play.competition },
    body: {
      operation: operation(),
      judge: known(play.judges, 'j02'),
      proposal: known(play.proposals, owner.proposal),
      control: sumMarks(Object.values(marks)),
      marks,
      comment,
      again: null,
    },
  });
}

/** An officer who answers for another competition on the same installation. */
async function otherOfficer(play: Play): Promise<ApiBrowser> {
  const sponsor = officer(play, 'u01');
  const { id } = await sponsor.call(contract.competitions.create, {
    body: { operation: operation(), template: 'weiyuan', name: '另一场大赛' },
  });
  const { firstPassword } = await sponsor.call(contract.people.add, {
    params: { competition: id },
    body: { operation: operation(), name: '另一场的主办方', username: 'elsewhere', roles: ['sponsor'] },
  });
  const browser = newBrowser(play);
  await browser.call(contract.session.signInOfficer, {
    body: { username: 'elsewhere', password: firstPassword },
  });
  return browser;
}

async function enrolBareTablet(play: Play): Promise<ApiBrowser> {
  const { link } = await officer(play, 'u03').call(contract.devices.invite, {
    params: { competition: play.competition },
    body: { operation: operation(), seat: null, label: '备用平板' },
  });
  const browser = newBrowser(play);
  await browser.call(contract.devices.enrol, { body: { token: link.slice(link.indexOf('#') + 1) } });
  return browser;
}
