import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { contract } from '../../shared/contract/index.ts';
import type { Console } from '../../shared/contract/stage.ts';
import { freePort } from '../demo/free-port.ts';
import type { BenchMessage } from './judging-server.ts';

const clients = 1000;
const steps = 100;
/** Clients that connect at the same time. */
const batch = 50;
/** Milliseconds between two steps: longer than the pace at which the hall is told. */
const between = 250;

/**
 * A thousand open streams on one node of the compiled program: milliseconds from the host's press until the last of
 * them has been told, the listening side on the same machine, and the server's memory for each.
 */
export async function benchLive(say: (line: string) => void): Promise<void> {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL('./judging-server.js', import.meta.url)), [String(port)]);
  const [{ ready, host }] = (await once(child, 'message')) as [Extract<BenchMessage, { ready: unknown }>];
  const at = { port, competition: ready[0]?.competition ?? '', host };
  const before = await rss(child);
  const crowd = new Crowd(at);
  await crowd.gather();
  const after = await rss(child);
  const delays: number[] = [];
  let { revision } = await ask(at, contract.stage.console.path, null);
  for (let step = 0; step < steps; step += 1) {
    const begun = performance.now();
    const mode = step % 2 === 0 ? 'progress' : 'timer';
    const body = {
      operation: `bench-live-${step}`,
      base: revision,
      step: { do: 'hall', mode },
    };
    const answer = await ask(at, contract.stage.step.path, body);
    revision = answer.revision;
    delays.push((await crowd.heard(answer.stage.seq)) - begun);
    await sleep(between);
  }
  crowd.leave();
  child.send('end');
  delays.sort((a, b) => a - b);
  const quantile = (share: number) => (delays[Math.ceil(delays.length * share) - 1] ?? 0).toFixed(0);
  say(
    `${clients} live clients on one node: from a host's step to the last of them p50 ${quantile(0.5)} ms, ` +
      `p99 ${quantile(0.99)} ms; ${((after - before) / clients / 1024).toFixed(0)} KB of server memory each`,
  );
}

interface Place {
  port: number;
  competition: string;
  host: string;
}

/** Everybody who listens; tells when the last of them has heard of a sequence number. */
class Crowd {
  readonly #at: Place;
  readonly #requests: ClientRequest[] = [];
  readonly #news = new EventEmitter();
  /** How many have heard of each number. */
  readonly #counts = new Map<number, number>();
  #last = 0;

  constructor(at: Place) {
    this.#at = at;
  }

  async gather(): Promise<void> {
    for (let joined = 0; joined < clients; joined += batch)
      await Promise.all(Array.from({ length: batch }, () => this.#join()));
  }

  /** When, by `performance.now()`, everybody had heard of it. */
  async heard(seq: number): Promise<number> {
    while ((this.#counts.get(seq) ?? 0) < clients) await once(this.#news, 'all');
    return this.#last;
  }

  leave(): void {
    for (const each of this.#requests) each.destroy();
  }

  async #join(): Promise<void> {
    const path = contract.stage.stream.path.replace(':competition', this.#at.competition);
    const asked = request({
      port: this.#at.port,
      host: '127.0.0.1',
      path,
      agent: false,
      headers: { accept: 'text/event-stream', host: `localhost:${this.#at.port}` },
    });
    this.#requests.push(asked);
    asked.on('error', () => undefined);
    asked.end();
    const [reply] = (await once(asked, 'response')) as [IncomingMessage];
    if (reply.statusCode !== 200) throw new Error(`a client was refused: ${reply.statusCode}`);
    reply.setEncoding('utf8');
    reply.on('data', (text: string) => this.#hear(text));
    reply.on('error', () => undefined);
  }

  #hear(text: string): void {
    const seq = Number(/^id: ?(\d+)/m.exec(text)?.[1] ?? NaN);
    if (Number.isNaN(seq)) return;
    const count = (this.#counts.get(seq) ?? 0) + 1;
    this.#counts.set(seq, count);
    if (count < clients) return;
    this.#last = performance.now();
    this.#news.emit('all');
  }
}

async function ask({ port, competition, host }: Place, path: string, body: unknown): Promise<Console> {
  const origin = `http://localhost:${port}`;
  const reply = await fetch(origin + path.replace(':competition', competition), {
    method: body === null ? 'GET' : 'POST',
    headers: { origin, 'x-gongping': '1', cookie: host, 'content-type': 'application/json' },
    ...(body === null ? {} : { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`the host was refused: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as Console;
}

async function rss(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [message] = (await once(child, 'message')) as [Extract<BenchMessage, { rss: number }>];
  return message.rss;
}
