import { contract } from '../../../shared/contract/index.ts';
import type { ProposalContent } from '../../../shared/contract/proposals.ts';
import { modelContent, modelProfile } from '../content.ts';
import type { ModelApplicant, ModelProposal } from '../model.ts';
import type { PatientBrowser } from '../patient-browser.ts';
import { known, modelPhone, newBrowser, officer, operationId } from '../play.ts';
import type { Play } from '../play.ts';

/**
 * Every applicant registers, writes, attaches and submits; the hub checks; ten correct and submit again.
 * @param beforeDeadline is told each applicant once it has registered
 */
export async function apply(
  play: Play,
  beforeDeadline: (applicant: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  play.moveTo('2026-09-07T09:00:00+08:00');
  for (const [index, applicant] of play.model.applicants.entries()) await register(play, applicant, index);
  for (const { id } of play.model.applicants) await beforeDeadline(id);
  play.say(`${play.model.applicants.length} 个申报主体已登记`);
  const bySubmission = [...play.model.proposals].sort((a, b) => a.submitted_at.localeCompare(b.submitted_at));
  for (const proposal of bySubmission) await submitProposal(play, proposal);
  play.say(`${bySubmission.length} 份申报书已提交，每份都有回执`);
  await checkForms(play);
  play.say('形式审查完毕，全部进入现场答辩');
}

/** One applicant of a model with several proposals entered from paper keeps no sign-in of its own. */
const isEnteredByClerk = (play: Play, applicant: ModelApplicant): boolean =>
  play.model.proposals.some((each) => each.applicant === applicant.id && each.entered_by === 'clerk') &&
  play.model.proposals.every((each) => each.applicant !== applicant.id || each.entered_by === 'clerk');

async function register(play: Play, applicant: ModelApplicant, index: number): Promise<void> {
  const params = { competition: play.competition };
  const hub = officer(play, 'u03');
  const profile = modelProfile(play.model, applicant);
  if (isEnteredByClerk(play, applicant)) {
    const body = { operation: operationId('enter', applicant.id), profile };
    const { id } = await hub.call(contract.applicants.enter, { params, body });
    play.applicants.set(applicant.id, { browser: null, id, account: null, phone: '' });
    return;
  }
  const phone = modelPhone(index);
  const { applicant: id, code } = await hub.call(contract.applicants.issueCode, {
    params,
    body: { operation: operationId('code', applicant.id), phone, note: applicant.name.slice(0, 60) },
  });
  const browser = newBrowser(play);
  const session = await browser.call(contract.session.signInApplicant, { body: { phone, code } });
  const mine = await browser.call(contract.applicants.mine, { params });
  await browser.save(
    contract.applicants.save,
    { params: { ...params, applicant: id }, body: { base: mine.revision, profile } },
    (current) => (current as { profile: unknown } | null)?.profile !== null,
  );
  play.applicants.set(applicant.id, { browser, id, account: session.account?.id ?? null, phone });
}

async function submitProposal(play: Play, proposal: ModelProposal): Promise<void> {
  play.moveTo(proposal.submitted_at);
  const applicant = known(play.applicants, proposal.applicant);
  const browser = applicant.browser ?? officer(play, 'u03');
  const { id } = await browser.call(contract.proposals.create, {
    params: { competition: play.competition },
    body: { operation: operationId('proposal', proposal.id), applicant: applicant.id, title: proposal.title },
  });
  play.proposals.set(proposal.id, id);
  const params = { competition: play.competition, proposal: id };
  await saveContent(play, browser, id, modelContent(proposal));
  const kinds = hasHost(play, proposal) ? ['host_authorisation', 'seal_page'] : ['registration', 'seal_page'];
  for (const kind of kinds as ('host_authorisation' | 'registration' | 'seal_page')[])
    await browser.call(contract.proposals.attach, {
      params,
      query: { operation: operationId('attach', kind.slice(0, 4), proposal.id), kind },
      file: { name: `${attachmentNames[kind]}.pdf`, type: 'application/pdf', bytes: placeholderPdf },
    });
  await submit(play, browser, id, operationId('submit', proposal.id));
}

const attachmentNames = {
  host_authorisation: '承接单位授权书',
  registration: '登记证书',
  seal_page: '盖章页',
};

const hasHost = (play: Play, proposal: ModelProposal): boolean =>
  play.model.applicants.find((each) => each.id === proposal.applicant)?.host !== undefined;

async function saveContent(play: Play, browser: PatientBrowser, proposal: string, content: ProposalContent) {
  const params = { competition: play.competition, proposal };
  const { revision } = await browser.call(contract.proposals.get, { params });
  await browser.save(
    contract.proposals.save,
    { params, body: { base: revision, content } },
    (current) => (current as { content: ProposalContent }).content.summary === content.summary,
  );
}

async function submit(
  play: Play,
  browser: PatientBrowser,
  proposal: string,
  operation: string,
): Promise<void> {
  const params = { competition: play.competition, proposal };
  const { revision } = await browser.call(contract.proposals.get, { params });
  await browser.call(contract.proposals.submit, { params, body: { operation, base: revision } });
}

async function checkForms(play: Play): Promise<void> {
  const toCorrect = play.model.proposals.filter((each) => each.form_review.result === 'corrected');
  play.moveTo('2026-09-21T10:00:00+08:00');
  for (const proposal of toCorrect) await check(play, proposal, 'return');
  play.moveTo('2026-09-23T10:00:00+08:00');
  for (const proposal of toCorrect) {
    const browser = known(play.applicants, proposal.applicant).browser ?? officer(play, 'u03');
    await submit(play, browser, known(play.proposals, proposal.id), operationId('correct', proposal.id));
  }
  play.moveTo('2026-09-25T10:00:00+08:00');
  for (const proposal of play.model.proposals) await check(play, proposal, 'pass');
}

async function check(play: Play, proposal: ModelProposal, verdict: 'pass' | 'return'): Promise<void> {
  const params = { competition: play.competition, proposal: known(play.proposals, proposal.id) };
  const hub = officer(play, 'u03');
  const { revision } = await hub.call(contract.proposals.get, { params });
  const fields =
    verdict === 'return' ? proposal.form_review.flagged.map((note) => ({ path: 'budget', note })) : [];
  await hub.call(contract.proposals.check, {
    params,
    body: {
      operation: operationId('check', verdict, proposal.id),
      base: revision,
      check: { verdict, fields, reason: verdict === 'return' ? '请在补正期内补正所列各处' : '' },
    },
  });
}

/** The smallest file that is a PDF: enough to be attached, nothing to read. */
const placeholderPdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
