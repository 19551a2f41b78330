import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stage } from '../../../shared/contract/stage.ts';
import { call, witnessCalls } from '../../api/client.ts';
import { openActs } from './act.ts';
import type { ActDatabase } from './act.ts';
import { createActJournal } from './act-journal.ts';
import type { ActJournal } from './act-journal.ts';

/** The least server that keeps the contract of the host's steps: idempotent by operation, revision by revision. */
class StageModel {
  epoch = 1;
  answers: 'well' | 'not' | 'signed-out' = 'well';
  private log: string[] = [];
  private copy: string[] = [];

  answer = (_url: string, init: RequestInit): Promise<Response> => {
    if (this.answers === 'not') return Promise.reject(new TypeError('no network'));
    const [status, body] = this.take(JSON.parse(String(init.body)) as { operation: string; base: number });
    const headers = { 'x-gongping-epoch': String(this.epoch) };
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers }));
  };
  done = (): string[] => [...this.log];
  backUp(): void {
    this.copy = [...this.log];
  }
  restore(): void {
    this.log = [...this.copy];
    this.epoch += 1;
  }

  private take({ operation, base }: { operation: string; base: number }): [number, unknown] {
    if (this.answers === 'signed-out') return [401, fault('not_signed_in')];
    if (this.log.includes(operation)) return [200, {}];
    if (base !== this.log.length)
      return [409, { ...fault('stale_revision'), current: { revision: this.log.length } }];
    this.log.push(operation);
    return [200, {}];
  }
}
const fault = (code: string) => ({ code, message: '', next: '', fields: [], requestId: 'r' });

let server: StageModel;
let opened: { db: ActDatabase; journal: ActJournal }[];
let count = 0;
beforeEach(() => {
  server = new StageModel();
  opened = [];
  vi.stubGlobal('fetch', server.answer);
});
afterEach(() => {
  for (const { db, journal } of opened) {
    journal.stop();
    db.close();
  }
  vi.unstubAllGlobals();
});

/** A console of its own: one organizer's device. */
async function openConsole() {
  count += 1;
  const db = await openActs(`console-${count}`);
  const journal = createActJournal(
    () => Promise.resolve(db),
    () => new Promise((resolve) => setTimeout(resolve, 1)),
  );
  opened.push({ db, journal });
  return {
    journal,
    step: async (operation: string) => {
      witnessCalls({ heard: () => undefined, done: journal.keep });
      const body = { operation, base: server.done().length, step: { do: 'pause' as const } };
      await call(stage.step, { params: { competition: 'c' }, body });
    },
    states: async () => (await db.getAll('acts')).map(({ progress }) => progress.state),
  };
}
const hearAll = () => Promise.all(opened.map(({ journal }) => journal.hear(String(server.epoch))));

it('server that came back from a copy → what was done since is done again, in order, each once', async () => {
  const console = await openConsole();
  await console.step('call-1');
  server.backUp();
  await console.step('question-1');
  await console.step('call-2');
  server.restore();
  expect(server.done()).toEqual(['call-1']);
  await hearAll();
  expect(server.done()).toEqual(['call-1', 'question-1', 'call-2']);
  expect(await console.states()).toEqual(['done', 'done', 'done']);
});

it('server started anew with everything in place → asked once, nothing done twice', async () => {
  const console = await openConsole();
  await console.step('call-1');
  server.backUp();
  server.restore();
  await hearAll();
  await hearAll();
  expect(server.done()).toEqual(['call-1']);
});

it('two consoles that took turns → each waits for the other, the order is what it was', async () => {
  const [one, other] = [await openConsole(), await openConsole()];
  server.backUp();
  for (const [console, operation] of [
    [one, 'a'],
    [other, 'b'],
    [one, 'c'],
    [other, 'd'],
  ] as const)
    await console.step(operation);
  server.restore();
  await hearAll();
  expect(server.done()).toEqual(['a', 'b', 'c', 'd']);
});

it('another console that is gone → waited for, then given up and said so; what is on top of it too', async () => {
  const [gone, here] = [await openConsole(), await openConsole()];
  server.backUp();
  await gone.step('a');
  await here.step('b');
  server.restore();
  await here.journal.hear(String(server.epoch));
  expect(server.done()).toEqual([]);
  expect(await here.states()).toEqual(['given-up']);
});

it('host went on before the act came again → given up, nothing is done over the newer state', async () => {
  const [one, other] = [await openConsole(), await openConsole()];
  server.backUp();
  await one.step('a');
  server.restore();
  await other.step('new');
  await one.journal.hear(String(server.epoch));
  expect(server.done()).toEqual(['new']);
  expect(await one.states()).toEqual(['given-up']);
});

it('server silent, then wants a sign-in → the act waits through both', async () => {
  const console = await openConsole();
  server.backUp();
  await console.step('a');
  server.restore();
  server.answers = 'not';
  const heard = hearAll();
  await new Promise((resolve) => setTimeout(resolve, 20));
  server.answers = 'signed-out';
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(await console.states()).toEqual(['waiting']);
  server.answers = 'well';
  await heard;
  expect(server.done()).toEqual(['a']);
});
