import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ErrorReply } from '../../../shared/contract/common.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { StageSnapshot } from '../../../shared/contract/stage.ts';
import { operation } from '../../testing.ts';
import { fullMarks, hall } from './testing.ts';
import type { Hall } from './testing.ts';

let day: Hall;
let port: number;
beforeAll(async () => {
  day = await hall(undefined, 12);
  await day.server.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = day.server.app.server.address() as AddressInfo);
});
afterAll(() => day.server.dispose());

interface Told {
  id: string;
  event: string;
  data: StageSnapshot;
}

/** One listener over a real socket; what it was told, in order. */
class Listener {
  readonly told: Told[] = [];
  readonly response: IncomingMessage;
  #text = '';

  constructor(response: IncomingMessage) {
    this.response = response;
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => this.#take(chunk));
  }

  /** Waits until something told fits; fails by the test's own limit. */
  async until(fits: (data: StageSnapshot) => boolean): Promise<StageSnapshot> {
    for (;;) {
      const found = this.told.find(({ data }) => fits(data));
      if (found) return found.data;
      await once(this.response, 'data');
    }
  }

  close(): void {
    this.response.destroy();
  }

  #take(chunk: string): void {
    const blocks = (this.#text + chunk).split('\n\n');
    this.#text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      if (!fields.has('data')) continue;
      const data = JSON.parse(fields.get('data') ?? '') as StageSnapshot;
      this.told.push({ id: fields.get('id') ?? '', event: fields.get('event') ?? '', data });
    }
  }
}

async function listen(competition = day.competition): Promise<Listener> {
  const path = contract.stage.stream.path.replace(':competition', competition);
  const asked = request({
    host: '127.0.0.1',
    port,
    path,
    headers: { host: 'gongping.test', accept: 'text/event-stream' },
  });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return new Listener(response);
}

test('connected → an event stream with the stage at once, under its number', async () => {
  const listener = await listen();
  expect(listener.response.headers['content-type']).toBe('text/event-stream');
  expect(listener.response.headers['cache-control']).toBe('no-cache');
  const first = await listener.until(() => true);
  expect(first).toEqual(await day.as.host.call(contract.stage.snapshot, { params: day.params }));
  expect(listener.told).toEqual([{ id: String(first.seq), event: 'stage', data: first }]);
  listener.close();
});

test('a step and a submission → told to everybody, in order, without marks', async () => {
  const listeners = await Promise.all([listen(), listen(), listen()]);
  await day.call(1);
  for (const listener of listeners) await listener.until(({ proposal }) => proposal === 'project-1');
  const [judge] = day.judges;
  await judge?.tablet.call(contract.judging.submit, {
    params: { ...day.params, judge: judge.id, proposal: 'project-1' },
    body: { operation: operation(), base: 0, marks: fullMarks, comment: '' },
  });
  for (const listener of listeners) {
    const { seats } = await listener.until((data) => data.seats[0]?.state === 'in');
    expect(seats.filter(({ state }) => state === 'in')).toEqual([{ seat: 1, state: 'in' }]);
    const seqs = listener.told.map(({ data }) => data.seq);
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
    expect(JSON.stringify(listener.told)).not.toContain(fullMarks['need']);
    listener.close();
  }
});

test('drafts and a burst of submissions → the last event is complete, and counts no draft', async () => {
  await day.call(2);
  const { seq: before } = await day.as.host.call(contract.stage.snapshot, { params: day.params });
  const listener = await listen();
  const params = (judge: string) => ({ ...day.params, judge, proposal: 'project-2' });
  const rest = day.judges.slice(1);
  await Promise.all(
    rest.map(({ id, tablet }) =>
      tablet.call(contract.judging.save, {
        params: params(id),
        body: { operation: operation(), base: 0, marks: { need: '5' }, comment: '' },
      }),
    ),
  );
  await Promise.all(
    rest.map(({ id, tablet }) =>
      tablet.call(contract.judging.submit, {
        params: params(id),
        body: { operation: operation(), base: 1, marks: fullMarks, comment: '' },
      }),
    ),
  );
  const last = await listener.until(
    ({ seats }) => seats.filter(({ state }) => state === 'in').length === rest.length,
  );
  expect(last.seq).toBe(before + rest.length);
  listener.close();
});

test('nobody listens any more → nothing is watched', async () => {
  const listener = await listen();
  await listener.until(() => true);
  expect(day.server.context.hub.size()).toBeGreaterThan(0);
  listener.close();
  await expect.poll(() => day.server.context.hub.size(), { timeout: 20_000 }).toBe(0);
});

test('competition nobody knows → an ordinary refusal, no stream', async () => {
  const listener = await listen('nowhere');
  expect([listener.response.statusCode, listener.response.headers['content-type']]).toEqual([
    404,
    'application/json; charset=utf-8',
  ]);
  listener.close();
  expect(day.server.context.hub.size()).toBe(0);
});

test('request that does not ask for a stream → refused in the one error shape', async () => {
  const { status, body } = await day.as.host.send(contract.stage.stream, { params: day.params });
  expect([status, (body as ErrorReply).code]).toEqual([400, 'invalid_input']);
});
