import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followStage } from './stage-stream.ts';

/** Stands in for the browser's EventSource, which the test environment lacks. */
class FakeStream extends EventTarget {
  static opened: FakeStream[] = [];
  onerror: (() => void) | null = null;
  closed = false;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    FakeStream.opened.push(this);
  }

  close(): void {
    this.closed = true;
  }

  say(type: string, data: unknown = {}): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
}

const last = (): FakeStream => {
  const stream = FakeStream.opened[FakeStream.opened.length - 1];
  if (stream === undefined) throw new Error('no stream was opened');
  return stream;
};

let asked = 0;
let answer: () => Promise<Response>;
let stop = (): void => undefined;
const heard: string[] = [];

function follow(): void {
  stop = followStage('c1', {
    snapshot: ({ seq }) => heard.push(`snapshot ${seq}`),
    heard: () => heard.push('heard'),
    silent: () => heard.push('silent'),
  });
}

function show(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeStream);
  FakeStream.opened = [];
  heard.length = 0;
  asked = 0;
  answer = () => Promise.resolve(new Response(JSON.stringify({ seq: 1 })));
  vi.stubGlobal('fetch', () => {
    asked += 1;
    return answer();
  });
});
afterEach(() => {
  stop();
  show('visible');
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('followStage', () => {
  it('start → asks once and opens the stream of the competition', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(0);
    expect(last().url).toBe('/api/competitions/c1/stage/stream');
    expect(heard).toEqual(['heard', 'snapshot 1']);
  });

  it('stream that tells all there is → asks every 20 s only', async () => {
    follow();
    last().say('stage', { seq: 1 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(4);
    expect(FakeStream.opened.length).toBe(1);
  });

  it('open stream that tells nothing (held back on the way) → asks every 5 s and tries it again', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(asked).toBe(6);
    expect(FakeStream.opened.length).toBe(2);
    last().say('stage', { seq: 1 });
    await vi.advanceTimersByTimeAsync(5000);
    asked = 0;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toBe(1);
  });

  it('stream that lags behind a question → asks every 5 s until it has caught up', async () => {
    follow();
    last().say('stage', { seq: 1 });
    await vi.advanceTimersByTimeAsync(0);
    answer = () => Promise.resolve(new Response(JSON.stringify({ seq: 2 })));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked).toBe(4);
  });

  it('server gone → silent at once and at each asking, heard again when it is back', async () => {
    follow();
    last().say('stage', { seq: 1 });
    await vi.advanceTimersByTimeAsync(0);
    heard.length = 0;
    answer = () => Promise.reject(new TypeError('refused'));
    last().onerror?.();
    await vi.advanceTimersByTimeAsync(5000);
    expect(heard).toEqual(['silent', 'silent']);
    answer = () => Promise.resolve(new Response(JSON.stringify({ seq: 3 })));
    await vi.advanceTimersByTimeAsync(5000);
    expect(heard.slice(2)).toEqual(['heard', 'snapshot 3']);
  });

  it('page hidden → nothing is asked; shown again → stream and question', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(0);
    show('hidden');
    expect(last().closed).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(1);
    show('visible');
    await vi.advanceTimersByTimeAsync(0);
    expect(FakeStream.opened.length).toBe(2);
    expect(asked).toBe(2);
  });
});
