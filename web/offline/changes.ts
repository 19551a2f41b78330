/** Tells the parts of this page, and other pages of this browser, that a judge's journal or book has changed. */
const listeners = new Map<string, Set<() => void>>();
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('gongping-journal');

channel?.addEventListener('message', ({ data }: MessageEvent<string>) => notify(data));

export function announceChange(judge: string): void {
  notify(judge);
  channel?.postMessage(judge);
}

/** @returns a function that ends the listening */
export function onChange(judge: string, listener: () => void): () => void {
  const mine = listeners.get(judge) ?? new Set();
  listeners.set(judge, mine.add(listener));
  return () => mine.delete(listener);
}

function notify(judge: string): void {
  for (const listener of listeners.get(judge) ?? []) listener();
}
