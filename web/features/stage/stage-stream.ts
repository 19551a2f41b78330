import { stage as routes } from '../../../shared/contract/stage.ts';
import type { StageSnapshot } from '../../../shared/contract/stage.ts';
import { call, routeUrl } from '../../api/client.ts';

/** Milliseconds without a byte after which the stream counts as dead; heartbeats come every 10 s. */
const silence = 25_000;
const pollEvery = 5000;
const tryStreamEvery = 30_000;

export interface StageListener {
  snapshot: (snapshot: StageSnapshot) => void;
  /** The server was heard, with or without news. */
  heard: () => void;
  /** A request failed or the stream fell silent. */
  silent: () => void;
}

/**
 * Follows the stage of a competition while the page is visible: by server-sent events, and by asking every 5 s
 * where streams are blocked or broken.
 * @returns a function that ends it
 */
export function followStage(competition: string, listener: StageListener): () => void {
  const target = { params: { competition } };
  let source: EventSource | null = null;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  /** Bytes came through the stream: it works, nobody needs to ask. */
  function heard(): void {
    stopPolling();
    watch();
    listener.heard();
  }

  function watch(): void {
    clearTimeout(watchdog);
    watchdog = setTimeout(broken, silence);
  }

  async function ask(): Promise<void> {
    try {
      listener.snapshot(await call(routes.snapshot, target, { timeout: pollEvery }));
      listener.heard();
    } catch {
      listener.silent();
    }
  }

  function openStream(): void {
    source?.close();
    if (typeof EventSource === 'undefined') {
      broken();
      return;
    }
    source = new EventSource(routeUrl(routes.stream, target));
    source.addEventListener('heartbeat', heard);
    source.addEventListener('stage', (event: MessageEvent<string>) => {
      heard();
      listener.snapshot(JSON.parse(event.data) as StageSnapshot);
    });
    source.onerror = broken;
    watch();
  }

  /** The browser may still reconnect by itself; meanwhile the page asks, which also tells whether anybody is there. */
  function broken(): void {
    clearTimeout(watchdog);
    retry ??= setTimeout(() => {
      retry = undefined;
      openStream();
    }, tryStreamEvery);
    if (polling !== undefined) return;
    void ask();
    polling = setInterval(() => void ask(), pollEvery);
  }

  function stopPolling(): void {
    clearInterval(polling);
    clearTimeout(retry);
    polling = undefined;
    retry = undefined;
  }

  function stop(): void {
    stopPolling();
    clearTimeout(watchdog);
    source?.close();
    source = null;
  }

  function start(): void {
    void ask();
    openStream();
  }

  function followVisibility(): void {
    if (document.visibilityState === 'visible') start();
    else stop();
  }

  document.addEventListener('visibilitychange', followVisibility);
  followVisibility();
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    stop();
  };
}
