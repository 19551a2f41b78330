import { database } from './database.ts';
import { createOutbox } from './device-outbox.ts';
import { pause } from './pause.ts';

/** The outbox of this page. It goes on after the page of a judge is left, as long as the browser shows any page. */
const outbox = createOutbox(database, pause);
let watching = false;

export const { askedForCode, fetchBook, wake: wakeOutbox, hear: hearEpoch } = outbox;

/** Starts sending for whoever has something unsent on this device, and for this judge. */
export async function startOutbox(judge?: string): Promise<void> {
  watch();
  await outbox.start(judge);
}

function watch(): void {
  if (watching) return;
  watching = true;
  addEventListener('online', wakeOutbox);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wakeOutbox();
  });
}
