import type { Exchange } from '../../api/client.ts';

/** What sort of act a kept request was: a step of the host by its name, else the last part of its path. */
export function actKind({ url, body }: Pick<Exchange, 'url' | 'body'>): string {
  const step = typeof body === 'object' && body !== null && 'step' in body ? body.step : null;
  if (typeof step === 'object' && step !== null && 'do' in step) return String(step.do);
  return url.slice(url.lastIndexOf('/') + 1);
}
