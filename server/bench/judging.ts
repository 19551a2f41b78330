import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { freePort } from '../demo/free-port.ts';
import type { BenchMessage, BenchSheet } from './judging-server.ts';

const connections = 50;
/** Counted, not timed: a request cut off at the end would leave its sheet at a revision nobody knows. */
const requests = 10_000;

/** One way of writing a sheet, measured. */
interface Measure {
  /** Server CPU per request, µs. */
  cpu: number;
  perSecond: number;
  /** ms */
  p50: number;
  p99: number;
}

/** Of the compiled program: draft save and submit at 50 connections, in µs of server CPU and against the yardstick in the same run. */
export async function benchJudging(say: (line: string) => void): Promise<void> {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL('./judging-server.js', import.meta.url)), [String(port)]);
  const [first] = (await once(child, 'message')) as [Extract<BenchMessage, { ready: unknown }>];
  const sheets = first.ready.slice(0, connections);
  // The first ten thousand warm the compiler up.
  const run = async (name: string) => {
    await measure(child, port, sheets, name);
    return measure(child, port, sheets, name);
  };
  const yardstick = await run('yardstick');
  const save = await run('sheets');
  const submit = await run('submission');
  child.send('end');
  for (const [name, one] of Object.entries({
    'yardstick (writes nothing)': yardstick,
    'draft save': save,
    submit,
  }))
    say(
      `${name}: ${one.cpu.toFixed(0)} µs server CPU, ${(one.perSecond / yardstick.perSecond).toFixed(2)} of the yardstick's rate, ` +
        `${(yardstick.cpu / one.cpu).toFixed(2)} of its CPU, p50 ${one.p50} ms, p99 ${one.p99} ms`,
    );
  say(`a PHP peer's save takes 7400 µs: ${(7400 / save.cpu).toFixed(0)} times ours`);
}

async function measure(
  child: ChildProcess,
  port: number,
  sheets: BenchSheet[],
  name: string,
): Promise<Measure> {
  const before = await cpu(child);
  const result = await load(port, sheets, name);
  const after = await cpu(child);
  if (result.non2xx > 0) throw new Error(`${name}: ${result.non2xx} requests were refused`);
  return {
    cpu: (after - before) / result.requests.total,
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}

async function cpu(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [message] = (await once(child, 'message')) as [Extract<BenchMessage, { cpu: number }>];
  return message.cpu;
}

/** The revision of a sheet by its index: every request is based on the answer to the one before. */
const revisions = new Map<BenchSheet, number>();
let operations = 0;

function load(port: number, sheets: BenchSheet[], name: string): Promise<autocannon.Result> {
  const free = [...sheets];
  return autocannon({
    url: `http://localhost:${port}`,
    connections,
    amount: requests,
    setupClient: (client) => {
      const sheet = free.pop();
      if (!sheet) throw new Error('more connections than sheets');
      client.setRequests([requestFor(port, sheet, name)]);
    },
  });
}

/** One connection writes one sheet, each request on the revision the answer before has named. */
function requestFor(port: number, sheet: BenchSheet, name: string): autocannon.Request {
  const isSubmission = name === 'submission';
  const folder = `/api/competitions/${sheet.competition}/judging/${sheet.judge}`;
  const path = isSubmission
    ? `${folder}/sheets/${sheet.proposal}/submission`
    : `${folder}/${name}/${sheet.proposal}`;
  return {
    method: isSubmission ? 'POST' : 'PUT',
    path,
    headers: {
      'content-type': 'application/json',
      origin: `http://localhost:${port}`,
      'x-gongping': '1',
      cookie: sheet.cookie,
    },
    setupRequest: (request) => ({
      ...request,
      body: JSON.stringify({
        operation: `bench-${String((operations += 1))}`.padEnd(12, '-'),
        base: revisions.get(sheet) ?? 0,
        marks: sheet.marks,
        comment: '',
      }),
    }),
    onResponse: (status, body) => {
      if (status === 200 && name !== 'yardstick')
        revisions.set(sheet, (JSON.parse(body) as { revision: number }).revision);
    },
  };
}
