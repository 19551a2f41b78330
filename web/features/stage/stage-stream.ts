import { stage as routes } from '../../../shared/contract/stage.ts';
import type { StageSnapshot } from '../../../shared/contract/stage.ts';
import { call, routeUrl } from '../../api/client.ts';

/** Milliseconds between two questions while the stream works; they prove both ends alive, for the host too. */
const checkEvery = 20_000;
/** The same while it does not. */
const pollEvery = 5000;
/** The stream is opened anew at every so many questions it did not answer first. */
const reopenAfter = 6;

export interface StageListener {
  snapshot: (snapshot: StageSnapshot) => void;
  /** The server was heard, with or without news. */
  heard: () => void;
  /** A question was not answered. */
  silent: () => void;
}

/**
 * Follows the stage of a competition while the page is visible: by server-sent events, and by asking every 5 s where
 * streams are blocked or broken. A stream that looks open proves nothing: it counts as working while no question
 * knows more than it has told.
 * @returns a function that ends it
 */
export function followStage(competition: string, listener: StageListener): () => void {
  const target = { params: { competition } };
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Sequence number the stream has told last; null while it does not work. */
  let told: number | null = null;
  let unanswered = 0;
  let run = 0;

  function openStream(): void {
    source?.close();
    if (typeof EventSource === 'undefined') return;
    source = new EventSource(routeUrl(routes.stream, target));
    source.addEventListener('stage', (event: MessageEvent<string>) => {
      const snapshot = JSON.parse(event.data) as StageSnapshot;
      told = snapshot.seq;
      unanswered = 0;
      listener.heard();
      listener.snapshot(snapshot);
    });
    // The browser opens it again by itself where it can; whether anybody is there, a question tells sooner.
    source.onerror = () => {
      if (told === null) return;
      told = null;
      askSoon();
    };
  }

  async function ask(mine: number): Promise<void> {
    try {
      const snapshot = await call(routes.snapshot, target, { timeout: pollEvery });
      if (mine !== run) return;
      listener.heard();
      listener.snapshot(snapshot);
      if (told !== snapshot.seq) told = null;
    } catch {
      if (mine !== run) return;
      listener.silent();
      told = null;
    }
    if (told === null) unanswered += 1;
    if (unanswered >= reopenAfter) {
      unanswered = 0;
      openStream();
    }
    timer = setTimeout(() => void ask(mine), told === null ? pollEvery : checkEvery);
  }

  /** Whatever is under way from an earlier run ends without effect. */
  function askSoon(): void {
    clearTimeout(timer);
    run += 1;
    void ask(run);
  }

  function stop(): void {
    clearTimeout(timer);
    run += 1;
    source?.close();
    source = null;
    told = null;
  }

  function followVisibility(): void {
    stop();
    if (document.visibilityState !== 'visible') return;
    openStream();
    askSoon();
  }

  document.addEventListener('visibilitychange', followVisibility);
  followVisibility();
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    stop();
  };
}
