import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApplicantProfile } from '../../../shared/contract/applicants.ts';
import { contract } from '../../../shared/contract/index.ts';
import { operation } from '../../testing.ts';
import { organization, scene } from '../proposals/testing.ts';
import type { Scene } from '../proposals/testing.ts';

const { applicants, session } = contract;
let s: Scene;
let published: number;
beforeAll(async () => {
  s = await scene();
  published = s.server.clock.at;
});
beforeEach(() => {
  s.server.clock.at = published;
});
afterAll(() => s.server.dispose());

const params = () => ({ competition: s.competition });
const issue = (phone: string, id = operation()) =>
  s.operator.call(applicants.issueCode, { params: params(), body: { operation: id, phone, note: '小修队' } });
const signIn = async (phone: string, code: string) => {
  const browser = s.server.browser();
  await browser.call(session.signInApplicant, { body: { phone, code } });
  return browser;
};
const ledger = async () => {
  const { ledger: table } = s.server.context.store.t;
  const rows = await s.server.context.store.read.select().from(table).where(eq(table.scope, s.competition));
  return rows.sort((a, b) => a.seq - b.seq);
};

describe('codes', () => {
  test('a code issued → its holder signs in and finds an empty record of its own', async () => {
    const { applicant, code } = await issue('10000000001');
    expect(code).toMatch(/^[0-9]{8}$/);
    const browser = await signIn('10000000001', code);
    expect(await browser.call(applicants.mine, { params: params() })).toMatchObject({
      id: applicant,
      phone: '10000000001',
      profile: null,
      revision: 0,
      enteredByClerk: false,
    });
    expect((await ledger()).at(-1)).toMatchObject({
      action: 'applicant_code_issued',
      subject: `applicant:${applicant}`,
      data: {},
      sealed: {},
    });
  });

  test('a new code → the old one and whoever used it are out, the record stays', async () => {
    const first = await issue('10000000002');
    const browser = await signIn('10000000002', first.code);
    const second = await issue('10000000002');
    expect(second.applicant).toBe(first.applicant);
    expect((await browser.fail(applicants.mine, { params: params() })).code).toBe('not_signed_in');
    const wrong = await s.server
      .browser()
      .fail(session.signInApplicant, { body: { phone: '10000000002', code: first.code } });
    expect(wrong.code).toBe('wrong_credentials');
    await signIn('10000000002', second.code);
  });

  test('issuing repeated with the same operation → the same code; with another telephone → refused', async () => {
    const id = operation();
    const first = await issue('10000000003', id);
    expect(await issue('10000000003', id)).toEqual(first);
    const other = await s.operator.fail(applicants.issueCode, {
      params: params(),
      body: { operation: id, phone: '10000000004', note: '小修队' },
    });
    expect(other.code).toBe('operation_reused');
  });

  test('the code is nowhere in the database but as a hash, the telephone not in the ledger', async () => {
    const { code } = await issue('10000000005');
    const { store } = s.server.context;
    const { t, read } = store;
    const [accounts, operations, entries, openings] = await Promise.all([
      read.select().from(t.account),
      read.select().from(t.operation),
      read.select().from(t.ledger),
      read.select().from(t.opening),
    ]);
    const everything = JSON.stringify([accounts, operations, entries, openings]);
    expect(everything).not.toContain(code);
    expect(JSON.stringify([operations, entries, openings])).not.toContain('10000000005');
    expect(accounts.find((row) => row.login === '10000000005')?.passwordHash).toContain('$argon2id$');
  });

  test('before the call is published → none is issued', async () => {
    const { id } = await s.sponsor.call(contract.competitions.create, {
      body: { operation: operation(), template: 'weiyuan', name: '另一场' },
    });
    await s.sponsor.call(contract.people.add, {
      params: { competition: id },
      body: { operation: operation(), name: 'operator', username: 'operator', roles: ['operator'] },
    });
    const refused = await s.operator.fail(applicants.issueCode, {
      params: { competition: id },
      body: { operation: operation(), phone: '10000000006', note: '' },
    });
    expect(refused.code).toBe('wrong_state');
  });

  test('a telephone that applies with other operators too → its code is not to be replaced from here', async () => {
    const { code } = await issue('10000000007');
    const { id: elsewhere } = await s.sponsor.call(contract.competitions.create, {
      body: { operation: operation(), template: 'weiyuan', name: '外县大赛' },
    });
    const { firstPassword } = await s.sponsor.call(contract.people.add, {
      params: { competition: elsewhere },
      body: { operation: operation(), name: '外县承办', username: 'elsewhere', roles: ['operator'] },
    });
    const draft = await s.sponsor.call(contract.competitions.get, { params: { competition: elsewhere } });
    await s.sponsor.call(contract.competitions.publish, {
      params: { competition: elsewhere },
      body: { operation: operation(), base: draft.revision },
    });
    const stranger = s.server.browser();
    await stranger.call(session.signInOfficer, {
      body: { username: 'elsewhere', password: firstPassword },
    });
    const refused = await stranger.fail(applicants.issueCode, {
      params: { competition: elsewhere },
      body: { operation: operation(), phone: '10000000007', note: '' },
    });
    expect(refused.code).toBe('already_exists');
    await signIn('10000000007', code);
  });
});

describe('profiles', () => {
  const group: ApplicantProfile = {
    ...organization,
    kind: 'group',
    name: '东桥好街坊小修队',
    creditCode: null,
    host: { name: '东桥社区居民委员会', kind: 'residents_committee', creditCode: '55999999MJ00900178' },
    community: 'c01',
  };

  test('saved piece by piece → registered once, when it is complete for the first time', async () => {
    const { applicant, code } = await issue('10000000011');
    const browser = await signIn('10000000011', code);
    const save = (base: number, profile: ApplicantProfile) =>
      browser.call(applicants.save, { params: { ...params(), applicant }, body: { base, profile } });
    const registered = async () =>
      (await ledger()).filter(
        (row) => row.action === 'applicant_registered' && row.subject === `applicant:${applicant}`,
      );
    await save(0, { ...organization, leader: '' });
    expect(await registered()).toHaveLength(0);
    await save(1, organization);
    await save(2, { ...organization, leader: '' });
    const saved = await save(3, { ...organization, creditCode: '52999999mj0031076d' });
    expect(saved).toMatchObject({ revision: 4, profile: { creditCode: '52999999MJ0031076D' } });
    const entries = await registered();
    expect(entries).toMatchObject([{ actor: `applicant:${applicant}`, data: { kind: 'organization' } }]);
    expect(JSON.stringify(entries)).not.toContain(organization.name);
  });

  test('saved from an old revision → the version on the server comes back and nothing is overwritten', async () => {
    const { applicant, code } = await issue('10000000012');
    const browser = await signIn('10000000012', code);
    const to = { ...params(), applicant };
    await browser.call(applicants.save, { params: to, body: { base: 0, profile: organization } });
    const stale = await browser.fail(applicants.save, {
      params: to,
      body: { base: 0, profile: { ...organization, name: '别处改的' } },
    });
    expect(stale).toMatchObject({ code: 'stale_revision', current: { revision: 1, profile: organization } });
    expect((await browser.call(applicants.mine, { params: params() })).profile).toEqual(organization);
  });

  test.each<[string, string, ApplicantProfile]>([
    ['no consent', 'profile.consent', { ...organization, consent: false }],
    ['a group without a host', 'profile.host', { ...group, host: null }],
    ['a code of the wrong form', 'profile.creditCode', { ...organization, creditCode: '5299' }],
    [
      'a code that fails its checksum without a reason',
      'profile.creditCode',
      { ...organization, creditCode: '51999999MJ0055596J' },
    ],
  ])('%s → refused at %s', async (_what, path, profile) => {
    const refused = await s.operator.fail(applicants.enter, {
      params: params(),
      body: { operation: operation(), profile },
    });
    expect(refused).toMatchObject({ code: 'invalid_input', fields: [{ path }] });
  });

  test('a code that fails its checksum, with a reason → kept', async () => {
    const profile = {
      ...organization,
      creditCode: '51999999MJ0055596J',
      creditCodeReason: '早年手工换发，与证书一致',
    };
    const entered = await s.operator.call(applicants.enter, {
      params: params(),
      body: { operation: operation(), profile },
    });
    expect(entered.profile).toEqual(profile);
  });

  test('entered by a clerk → registered by the officer, without a telephone; a retry makes no second one', async () => {
    const id = operation();
    const enter = () =>
      s.operator.call(applicants.enter, { params: params(), body: { operation: id, profile: group } });
    const entered = await enter();
    expect(entered).toMatchObject({ phone: '', enteredByClerk: true, revision: 1, profile: group });
    expect(await enter()).toEqual(entered);
    expect((await ledger()).at(-1)).toMatchObject({
      action: 'applicant_registered',
      subject: `applicant:${entered.id}`,
      data: { kind: 'group' },
    });
    const list = await s.operator.call(applicants.list, { params: params() });
    expect(list.filter((row) => row.id === entered.id)).toHaveLength(1);
  });

  test('after the deadline → closed to the applicant, open to the operator', async () => {
    const { id, browser } = await s.applicant('10000000013');
    s.server.clock.at = s.settings.timeline.deadline + 1;
    const to = { ...params(), applicant: id };
    const late = { base: 1, profile: { ...organization, leader: '新主任' } };
    expect((await browser.fail(applicants.save, { params: to, body: late })).code).toBe('wrong_state');
    expect((await s.operator.call(applicants.save, { params: to, body: late })).revision).toBe(2);
  });
});

describe('who may see applicants', () => {
  test('another applicant, tally clerk, host, a stranger → nothing, and no telephone anywhere', async () => {
    const secret = '10000000099';
    const { id } = await s.applicant(secret);
    const other = await s.applicant('10000000098');
    const [clerk, host] = [await s.officer('tally_clerk'), await s.officer('host')];
    const stranger = s.server.browser();
    for (const browser of [other.browser, clerk, host, stranger]) {
      const replies = await Promise.all([
        browser.send(applicants.list, { params: params() }),
        browser.send(applicants.save, {
          params: { ...params(), applicant: id },
          body: { base: 1, profile: organization },
        }),
        browser.send(applicants.mine, { params: params() }),
        browser.send(applicants.issueCode, {
          params: params(),
          body: { operation: operation(), phone: secret, note: '' },
        }),
      ]);
      expect(replies.map(({ text }) => text).join()).not.toContain(secret);
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(browser === other.browser ? 1 : 0);
    }
  });

  test('an applicant of another competition → not found there', async () => {
    const { id } = await s.applicant('10000000097');
    const { id: elsewhere } = await s.sponsor.call(contract.competitions.create, {
      body: { operation: operation(), template: 'weiyuan', name: '第三场' },
    });
    await s.sponsor.call(contract.people.add, {
      params: { competition: elsewhere },
      body: { operation: operation(), name: 'operator', username: 'operator', roles: ['operator'] },
    });
    const draft = await s.sponsor.call(contract.competitions.get, { params: { competition: elsewhere } });
    await s.sponsor.call(contract.competitions.publish, {
      params: { competition: elsewhere },
      body: { operation: operation(), base: draft.revision },
    });
    const refused = await s.operator.fail(applicants.save, {
      params: { competition: elsewhere, applicant: id },
      body: { base: 1, profile: organization },
    });
    expect(refused.code).toBe('not_found');
  });
});
