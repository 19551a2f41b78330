import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { limits } from '../../../shared/contract/limits.ts';
import { sha256 } from '../../sha256.ts';
import { operation } from '../../testing.ts';
import { codeOf, enrolTablet, hall, judgeProfile } from '../stage/testing.ts';
import type { Hall } from '../stage/testing.ts';
import { cardSecret } from './seat-card.ts';

const { devices, judges } = contract;

let day: Hall;
beforeAll(async () => {
  day = await hall(undefined, 2);
});
afterAll(() => day.server.dispose());

const invite = async (seat: number | null) => {
  const body = { operation: operation(), seat, label: '平板' };
  const { link } = await day.as.host.call(devices.invite, { params: day.params, body });
  return link.slice(link.indexOf('#') + 1);
};
const addJudge = async (seat: number, name: string) => {
  const profile = judgeProfile(seat, { name });
  const { id } = await day.as.operator.call(judges.add, {
    params: day.params,
    body: { operation: operation(), profile },
  });
  return { id, code: await codeOf(day.server, id) };
};
const wrong = (code: string) => (code === '0000' ? '0001' : '0000');

describe('enrolling', () => {
  test('link of an invitation → a device of that seat, once', async () => {
    const token = await invite(1);
    const tablet = day.server.browser();
    const seat = await tablet.call(devices.enrol, { body: { token } });
    expect([seat.competition, seat.seat, seat.roster.map(({ seat: at }) => at)]).toEqual([
      day.competition,
      1,
      [1],
    ]);
    expect(await tablet.call(devices.seat)).toEqual(seat);
    const again = await day.server.browser().fail(devices.enrol, { body: { token } });
    expect(again.code).toBe('wrong_credentials');
  });

  test('invitation asked for again after a lost answer → the same link; nowhere stored in clear', async () => {
    const request = { params: day.params, body: { operation: operation(), seat: null, label: '备用' } };
    const first = await day.as.operator.call(devices.invite, request);
    expect(await day.as.operator.call(devices.invite, request)).toEqual(first);
    expect(first.link).toMatch(/^http:\/\/gongping\.test\/seat#[0-9A-Za-z_-]{43}$/);
    const { operation: operations, invitation } = day.server.context.store.t;
    const { read } = day.server.context.store;
    const stored = JSON.stringify([
      await read.select().from(operations),
      await read.select().from(invitation),
    ]);
    expect(stored).not.toContain(first.link.slice(-43));
  });

  test('invitation past its time, and a token nobody gave out → refused alike', async () => {
    const token = await invite(1);
    day.server.clock.at += limits.enrolmentMinutes * 60_000;
    const refused = await Promise.all(
      [token, 'x'.repeat(43)].map((each) =>
        day.server.browser().fail(devices.enrol, { body: { token: each } }),
      ),
    );
    expect(refused.map(({ code, message }) => `${code} ${message}`)).toEqual(
      Array.from({ length: 2 }, () => 'wrong_credentials 这个二维码已经用过或已过期，请让工作人员重新出一个'),
    );
  });

  test('device without a seat → everybody’s name, and what checks a code offline', async () => {
    const { roster } = await (await enrolTablet(day, null)).call(devices.seat);
    expect(roster.map(({ judge }) => judge).sort()).toEqual(day.judges.map(({ id }) => id).sort());
    const [judge] = day.judges;
    const entry = roster.find((each) => each.judge === judge?.id);
    expect(entry?.verifier).toBe(sha256(`${entry?.salt}:${judge?.code}`));
    expect(entry?.salt).toMatch(/^[0-9a-f]{32}$/);
  });

  test('enrolled and revoked → in the ledger; a revoked tablet is nobody', async () => {
    const tablet = await enrolTablet(day, 3);
    const list = await day.as.host.call(devices.list, { params: day.params });
    const device = list.find(({ seat }) => seat === 3)?.id ?? '';
    const params = { ...day.params, device };
    await day.as.host.call(devices.revoke, { params });
    const refused = await tablet.fail(devices.seat);
    expect(refused.code).toBe('device_revoked');
    expect(refused.next).toContain('没有上传的分还在这台平板里');
    expect((await day.as.host.fail(devices.revoke, { params })).code).toBe('not_found');
    expect((await day.as.host.call(devices.list, { params: day.params })).map(({ id }) => id)).not.toContain(
      device,
    );
    const { ledger } = day.server.context.store.t;
    const acts = await day.server.context.store.read
      .select({ action: ledger.action, actor: ledger.actor })
      .from(ledger)
      .where(eq(ledger.subject, `device:${device}`))
      .orderBy(ledger.seq);
    expect(acts.map(({ action }) => action)).toEqual(['device_enrolled', 'device_revoked']);
    expect(acts[0]?.actor).toBe('system');
  });
});

describe('signing in', () => {
  describe('own phone, by the seat card', () => {
    const cardOf = (id: string) => cardSecret(day.server.context, day.competition, id);
    const request = (card: string, code: string) => ({ body: { operation: operation(), card, code } });

    test('card and right code → the phone is at the seat, the judge is in, one entry in the ledger', async () => {
      const { id, code } = await addJudge(50, '五十号席评委');
      const phone = day.server.browser();
      const answer = await phone.call(devices.card, request(cardOf(id), code));
      expect([answer.judge, answer.seat.seat, answer.seat.roster.map(({ judge }) => judge)]).toEqual([
        id,
        50,
        [id],
      ]);
      const book = await phone.call(contract.judging.book, { params: { ...day.params, judge: id } });
      expect(book.judge.id).toBe(id);
      const listed = (await day.as.host.call(devices.list, { params: day.params })).filter(
        ({ seat }) => seat === 50,
      );
      expect(listed.map(({ label, judges: seated }) => [label, seated])).toEqual([
        ['50号席评委自带手机', [id]],
      ]);
      const { ledger } = day.server.context.store.t;
      const acts = await day.server.context.store.read
        .select({ action: ledger.action, data: ledger.data })
        .from(ledger)
        .where(eq(ledger.subject, `device:${listed[0]?.id}`));
      expect(acts).toEqual([{ action: 'device_enrolled', data: { seat: 50 } }]);
    });

    test('answer lost, sent again → the same phone; the card holds for a renewed code', async () => {
      const { id, code } = await addJudge(51, '五十一号席评委');
      // The phone that lost the answer has no cookie of it.
      const [lost, again] = [day.server.browser(), day.server.browser()];
      const first = request(cardOf(id), code);
      expect(await lost.call(devices.card, first)).toEqual(await again.call(devices.card, first));
      expect((await again.call(devices.seat)).seat).toBe(51);
      const count = async () =>
        (await day.as.host.call(devices.list, { params: day.params })).filter(({ seat }) => seat === 51)
          .length;
      expect(await count()).toBe(1);
      const renewal = { params: { ...day.params, judge: id }, body: { operation: operation() } };
      const renewed = await day.as.host.call(devices.newCode, renewal);
      const other = day.server.browser();
      expect((await other.fail(devices.card, request(cardOf(id), code))).code).toBe('wrong_credentials');
      expect((await other.call(devices.card, request(cardOf(id), renewed.code))).judge).toBe(id);
      expect(await count()).toBe(2);
    });

    test('wrong codes → counted like those on a tablet, no phone enrolled, locked after five', async () => {
      const { id, code } = await addJudge(52, '五十二号席评委');
      const phone = day.server.browser();
      const statuses = [];
      for (let times = 0; times < 5; times += 1)
        statuses.push((await phone.send(devices.card, request(cardOf(id), wrong(code)))).status);
      statuses.push((await phone.send(devices.card, request(cardOf(id), code))).status);
      expect(statuses).toEqual([401, 401, 401, 401, 423, 423]);
      expect((await phone.fail(devices.seat)).code).toBe('not_signed_in');
      await day.as.host.call(devices.unlock, { params: { ...day.params, judge: id } });
      expect((await phone.call(devices.card, request(cardOf(id), code))).judge).toBe(id);
    });

    test('a card that was altered, of a removed judge, or of nobody → refused, and nobody is locked', async () => {
      const [mine, theirs] = [await addJudge(53, '五十三号席评委'), await addJudge(54, '五十四号席评委')];
      const phone = day.server.browser();
      const [, , mac] = cardOf(mine.id).split('.');
      const swapped = [day.competition, theirs.id, mac].join('.');
      for (const card of [swapped, 'x'.repeat(60), `${cardOf(mine.id)}0`])
        expect((await phone.fail(devices.card, request(card, theirs.code))).code).toBe('wrong_credentials');
      const params = { ...day.params, judge: mine.id };
      await day.as.operator.call(judges.remove, { params });
      expect((await phone.fail(devices.card, request(cardOf(mine.id), mine.code))).code).toBe('not_found');
      expect((await phone.call(devices.card, request(cardOf(theirs.id), theirs.code))).judge).toBe(theirs.id);
    });
  });

  test('right code → seated, on as many devices as the judge likes, and shown to the host', async () => {
    const judge = await addJudge(5, '五号席评委');
    for (let times = 0; times < 2; times += 1) {
      const tablet = await enrolTablet(day, 5);
      const request = { params: { judge: judge.id }, body: { operation: operation(), code: judge.code } };
      expect(await tablet.call(devices.signIn, request)).toEqual({ judge: judge.id, triesLeft: 5 });
      expect(await tablet.call(devices.signIn, request)).toEqual({ judge: judge.id, triesLeft: 5 });
    }
    const list = await day.as.operator.call(devices.list, { params: day.params });
    expect(list.filter((device) => device.judges.includes(judge.id)).map(({ seat }) => seat)).toEqual([5, 5]);
  });

  test('two judges share a tablet → each signs in, neither is the other', async () => {
    const [a, b] = [await addJudge(6, '同席甲'), await addJudge(6, '同席乙')];
    const tablet = await enrolTablet(day, 6);
    for (const { id, code } of [a, b])
      await tablet.call(devices.signIn, { params: { judge: id }, body: { operation: operation(), code } });
    for (const { id } of [a, b]) {
      const book = await tablet.call(contract.judging.book, { params: { ...day.params, judge: id } });
      expect(book.judge.id).toBe(id);
    }
  });

  test('four wrong codes and the right one → in, and five tries again; a retry counts once', async () => {
    const { id, code } = await addJudge(7, '七号席评委');
    const tablet = await enrolTablet(day, 7);
    const body = { operation: operation(), code: wrong(code) };
    for (let times = 0; times < 3; times += 1)
      expect((await tablet.fail(devices.signIn, { params: { judge: id }, body })).message).toBe(
        '4 位密码不对，还可试 4 次',
      );
    for (const left of [3, 2, 1])
      expect(
        (
          await tablet.fail(devices.signIn, {
            params: { judge: id },
            body: { operation: operation(), code: wrong(code) },
          })
        ).message,
      ).toBe(`4 位密码不对，还可试 ${left} 次`);
    const right = { params: { judge: id }, body: { operation: operation(), code } };
    expect((await tablet.call(devices.signIn, right)).triesLeft).toBe(5);
  });

  test('five wrong codes → locked even for the right one, on every device, until the host lifts it', async () => {
    const { id, code } = await addJudge(8, '八号席评委');
    const [tablet, other] = [await enrolTablet(day, 8), await enrolTablet(day, 8)];
    const sign = (on: typeof tablet, typed: string) =>
      on.send(devices.signIn, { params: { judge: id }, body: { operation: operation(), code: typed } });
    const statuses = [];
    for (let times = 0; times < 6; times += 1) statuses.push((await sign(tablet, wrong(code))).status);
    expect(statuses).toEqual([401, 401, 401, 401, 423, 423]);
    expect((await sign(other, code)).status).toBe(423);
    const locked = async () =>
      (await day.as.host.call(contract.stage.console, { params: day.params })).judges.find(
        (judge) => judge.id === id,
      )?.codeLocked;
    expect(await locked()).toBe(true);
    await day.as.host.call(devices.unlock, { params: { ...day.params, judge: id } });
    expect(await locked()).toBe(false);
    expect((await sign(other, code)).status).toBe(200);
  });

  test('judge of another seat → not there', async () => {
    const { id, code } = await addJudge(9, '九号席评委');
    const tablet = await enrolTablet(day, 1);
    const request = { params: { judge: id }, body: { operation: operation(), code } };
    expect((await tablet.fail(devices.signIn, request)).code).toBe('not_found');
  });

  test('judge taken off the panel → the tablet no longer speaks for them', async () => {
    const { id, code } = await addJudge(10, '十号席评委');
    const tablet = await enrolTablet(day, 10);
    const request = { params: { judge: id }, body: { operation: operation(), code } };
    await tablet.call(devices.signIn, request);
    await day.as.operator.call(judges.remove, { params: { ...day.params, judge: id } });
    const params = { ...day.params, judge: id };
    expect((await tablet.fail(contract.judging.book, { params })).code).toBe('forbidden');
    expect((await tablet.call(devices.seat)).roster).toEqual([]);
  });
});

test('a tablet that asks for something → seen, at most every 15 seconds', async () => {
  const [judge] = day.judges;
  if (!judge) throw new Error('no judge');
  const seen = async () => {
    // Presence is written by the way; a later write of the same competition stands behind it.
    await day.server.context.store.write(day.competition, () => Promise.resolve());
    const { judges: rows } = await day.as.host.call(contract.stage.console, { params: day.params });
    return rows.find(({ id }) => id === judge.id)?.lastSeenAt;
  };
  const start = (day.server.clock.at += 60_000);
  for (const [wait, expected] of [
    [0, start],
    [14_000, start],
    [1_000, start + 15_000],
  ] as const) {
    day.server.clock.at += wait;
    await judge.tablet.call(devices.seat);
    expect(await seen()).toBe(expected);
  }
});

describe('on the day', () => {
  const acts = async (subject: string) => {
    const { ledger } = day.server.context.store.t;
    const rows = await day.server.context.store.read
      .select({ action: ledger.action })
      .from(ledger)
      .where(eq(ledger.subject, subject))
      .orderBy(ledger.seq);
    return rows.map(({ action }) => action);
  };
  const signIn = (id: string, code: string) => ({
    params: { judge: id },
    body: { operation: operation(), code },
  });

  test('code forgotten, five wrong tries → a new code, the same for a retry; the old one is good no more', async () => {
    const { id, code } = await addJudge(40, '四十号席评委');
    const tablet = await enrolTablet(day, 40);
    for (let times = 0; times < limits.tries; times += 1)
      await tablet.fail(devices.signIn, signIn(id, wrong(code)));
    const request = { params: { ...day.params, judge: id }, body: { operation: operation() } };
    const renewed = await day.as.host.call(devices.newCode, request);
    expect(await day.as.host.call(devices.newCode, request)).toEqual(renewed);
    expect(renewed.code).toMatch(/^[0-9]{4}$/);
    expect((await tablet.fail(devices.signIn, signIn(id, code))).code).toBe('wrong_credentials');
    expect((await tablet.call(devices.signIn, signIn(id, renewed.code))).judge).toBe(id);
    expect(await acts(`judge:${id}`)).toEqual(['judge_added', 'judge_code_reset']);
    expect((await day.as.tally_clerk.fail(devices.newCode, request)).code).toBe('forbidden');
  });

  test('a tablet dies → a spare takes its seat with nobody signed in; the dead one is told what to do', async () => {
    const { id, code } = await addJudge(41, '四十一号席评委');
    const [dead, spare] = [await enrolTablet(day, 41), await enrolTablet(day, null)];
    await dead.call(devices.signIn, signIn(id, code));
    await spare.call(devices.signIn, signIn(id, code));
    const idOf = async (tablet: typeof dead) => (await tablet.call(contract.session.current)).device;
    const [old, next] = [await idOf(dead), await idOf(spare)];
    const request = {
      params: { ...day.params, device: next?.id ?? '' },
      body: { operation: operation(), seat: 41, instead: old?.id ?? '' },
    };
    await day.as.host.call(devices.move, request);
    await day.as.host.call(devices.move, request);
    expect((await spare.call(devices.seat)).seat).toBe(41);
    const params = { ...day.params, judge: id };
    expect((await spare.fail(contract.judging.book, { params })).code).toBe('forbidden');
    await spare.call(devices.signIn, signIn(id, code));
    expect((await spare.call(contract.judging.book, { params })).judge.id).toBe(id);
    for (const refused of [
      await dead.fail(contract.judging.book, { params }),
      await dead.fail(devices.signIn, signIn(id, code)),
    ])
      expect(refused.code).toBe('device_revoked');
    expect([await acts(`device:${next?.id}`), await acts(`device:${old?.id}`)]).toEqual([
      ['device_enrolled', 'device_moved'],
      ['device_enrolled', 'device_revoked'],
    ]);
  });
});
