import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestBrowser, TestServer } from '../../testing.ts';

let server: TestServer;
let sponsor: TestBrowser;
beforeAll(async () => {
  server = await testServer();
  sponsor = server.browser();
  await sponsor.call(contract.installation.setUp, {
    body: {
      code: server.setupCode,
      name: '主办方经办人甲',
      username: 'sponsor',
      password: 'a long password',
    },
  });
});
afterAll(() => server.dispose());

const create = async () => {
  const body = { operation: operation(), template: 'weiyuan' as const, name: '（示例）县首届公益创投大赛' };
  return (await sponsor.call(contract.competitions.create, { body })).id;
};

test('the template is a draft that only its officers see, and can be published as it stands', async () => {
  const competition = await create();
  const stranger = server.browser();
  expect((await stranger.fail(contract.competitions.get, { params: { competition } })).code).toBe(
    'not_found',
  );
  expect(await stranger.call(contract.competitions.list)).toEqual([]);
  const draft = await sponsor.call(contract.competitions.get, { params: { competition } });
  expect(draft.settings.tracks.map((track) => track.name)).toEqual([
    '便民服务',
    '社会组织参与',
    '自治互助',
    '五社联动机制创新',
  ]);
  const published = await sponsor.call(contract.competitions.publish, {
    params: { competition },
    body: { operation: operation(), base: draft.revision },
  });
  expect([published.stage, published.rulesVersion]).toEqual(['call', 1]);
  expect((await stranger.call(contract.competitions.list)).map((row) => row.id)).toEqual([competition]);
});

test('after publication nothing can be changed', async () => {
  const competition = await create();
  const draft = await sponsor.call(contract.competitions.get, { params: { competition } });
  const body = { operation: operation(), base: draft.revision };
  const published = await sponsor.call(contract.competitions.publish, { params: { competition }, body });
  const error = await sponsor.fail(contract.competitions.saveSettings, {
    params: { competition },
    body: { base: published.revision, settings: { ...draft.settings, name: '改名' } },
  });
  expect(error.code).toBe('frozen');
});

test('a change based on an old revision gets the version on the server back', async () => {
  const competition = await create();
  const draft = await sponsor.call(contract.competitions.get, { params: { competition } });
  const save = (name: string) =>
    sponsor.send(contract.competitions.saveSettings, {
      params: { competition },
      body: { base: draft.revision, settings: { ...draft.settings, name } },
    });
  expect((await save('第一次')).status).toBe(200);
  const second = await save('第二次');
  expect(second.status).toBe(409);
  expect(second.body).toMatchObject({ code: 'stale_revision', current: { settings: { name: '第一次' } } });
});

test.each([
  [
    'a ceiling above the pool',
    { money: { pool: 100, ceiling: 200, floor: 0, source: '', perApplicant: 2 } },
    'money.ceiling',
  ],
  [
    'a trim that takes every mark',
    {
      scoring: {
        unit: 'sheet',
        combine: 'mean',
        trim: { high: 3, low: 2, min_valid: 5 },
        quorum: 3,
        round: [],
        ties: [],
      },
    },
    'scoring.trim',
  ],
  [
    'a tie rule for a criterion that is not there',
    {
      scoring: {
        unit: 'sheet',
        combine: 'mean',
        trim: null,
        quorum: 3,
        round: [],
        ties: [{ criterion: 'charm' }],
      },
    },
    'scoring.ties[0].criterion',
  ],
  [
    'a weight for one party and none for the others',
    {
      scoring: {
        unit: 'sheet',
        combine: 'mean',
        trim: null,
        parties: [{ id: 'expert', weight: '0.6' }],
        quorum: 3,
        round: [],
        ties: [],
      },
    },
    'scoring.parties',
  ],
] as const)('%s keeps the call from being published and is named', async (_what, change, path) => {
  const competition = await create();
  const draft = await sponsor.call(contract.competitions.get, { params: { competition } });
  const saved = await sponsor.send(contract.competitions.saveSettings, {
    params: { competition },
    body: { base: draft.revision, settings: { ...draft.settings, ...change } },
  });
  expect(saved.status).toBe(200);
  const error = await sponsor.fail(contract.competitions.publish, {
    params: { competition },
    body: { operation: operation(), base: draft.revision + 1 },
  });
  expect(error.code).toBe('invalid_input');
  expect(error.fields.map((fault) => fault.path)).toContain(path);
});

test('an officer is added with a first password that works, and cannot stand on both sides', async () => {
  const competition = await create();
  const body = {
    operation: operation(),
    name: '承办方经办人',
    username: `hub-${competition.toLowerCase()}`.slice(0, 30),
    roles: ['operator' as const],
  };
  const { officer, firstPassword } = await sponsor.call(contract.people.add, {
    params: { competition },
    body,
  });
  expect(officer.roles).toEqual(['operator']);
  const operator = server.browser();
  await operator.call(contract.session.signInOfficer, {
    body: { username: body.username, password: firstPassword },
  });
  expect(
    (
      await operator.fail(contract.people.add, {
        params: { competition },
        body: { ...body, operation: operation() },
      })
    ).code,
  ).toBe('forbidden');
  const both = {
    ...body,
    operation: operation(),
    username: 'both',
    roles: ['operator' as const, 'sponsor' as const],
  };
  expect((await sponsor.fail(contract.people.add, { params: { competition }, body: both })).code).toBe(
    'wrong_state',
  );
});
