import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Reply } from '../../shared/contract/route.ts';
import type { contract } from '../../shared/contract/index.ts';
import type { Incoming, Outgoing, Transport } from '../client/transport.ts';
import { freePort } from './free-port.ts';
import { runHeadless } from './headless.ts';
import type { ServerProcess } from './server-process.ts';

const kills = 20;
/** Answers the whole play takes, a little under-estimated, so that every kill falls inside it. */
const answers = 1500;

type SubmittedSheet = Reply<typeof contract.judging.submit>;

interface Acknowledged {
  marks: Record<string, string>;
  hash: string;
  seq: number;
}

/** Moments at which the server dies, as numbers of answers received; the seed is printed. */
function killMoments(seed: number): number[] {
  let state = seed;
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  return Array.from({ length: kills }, () => Math.floor(random() * answers)).sort((a, b) => a - b);
}

/** Counts answers, kills the server at the given ones, remembers every sheet that was acknowledged. */
function watched(
  inner: Transport,
  moments: number[],
  server: ServerProcess,
  sheets: Map<string, Acknowledged>,
) {
  const tally = { answers: 0, kills: 0 };
  let restarting: Promise<void> = Promise.resolve();
  const send = async (request: Outgoing): Promise<Incoming> => {
    const reply = await inner.send(request);
    tally.answers += 1;
    const path = /judging\/([^/]+)\/sheets\/([^/]+)\/submission$/.exec(request.url);
    if (path && reply.status === 200) {
      const sheet = JSON.parse(Buffer.from(reply.bytes).toString()) as SubmittedSheet;
      const { hash = '', seq = 0 } = sheet.receipt ?? {};
      sheets.set(`${path[1]}/${path[2]}`, { marks: sheet.marks, hash, seq });
    }
    while (moments[0] !== undefined && tally.answers >= moments[0]) {
      moments.shift();
      tally.kills += 1;
      restarting = restarting.then(() => server.killAndRestart());
    }
    return reply;
  };
  return { transport: { origin: inner.origin, send }, tally };
}

test('the server is killed 20 times during the play and no acknowledged sheet is lost', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  process.stdout.write(`seed ${seed}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'gongping-kill-'));
  const sheets = new Map<string, Acknowledged>();
  let tally = { answers: 0, kills: 0 };
  const status = await runHeadless(folder, {
    port: await freePort(),
    // The compiled program starts six times as fast; `npm test` has just built it.
    program: [join(import.meta.dirname, '../../dist/server/main.js')],
    say: () => undefined,
    during: (server, play) => {
      const watch = watched(play.transport, killMoments(seed), server, sheets);
      play.transport = watch.transport;
      tally = watch.tally;
    },
  });
  expect(status).toBe(0);
  expect(tally.kills).toBe(kills);
  expect(sheets.size).toBe(441);

  const ledger = readFileSync(join(folder, 'ledger.jsonl'), 'utf8').trim().split('\n');
  const hashes = ledger.map((line) => (JSON.parse(line) as { hash: string }).hash);
  const book = JSON.parse(readFileSync(join(folder, 'scorebook.json'), 'utf8')) as {
    sheets: { judge: string; entry: string; marks?: Record<string, string> }[];
  };
  const kept = new Map(book.sheets.map(({ judge, entry, marks }) => [`${judge}/${entry}`, marks]));
  for (const [key, { marks, hash, seq }] of sheets) {
    expect(kept.get(key)).toEqual(marks);
    expect(hashes[seq - 1]).toBe(hash);
  }
  rmSync(folder, { recursive: true });
}, 600_000);
