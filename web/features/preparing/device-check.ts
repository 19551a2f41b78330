import type { DeviceFacts } from '../../../shared/contract/hall-check.ts';
import { hallCheck } from '../../../shared/contract/hall-check.ts';
import { stage } from '../../../shared/contract/stage.ts';
import { call, routeUrl } from '../../api/client.ts';
import { practised } from './practised.ts';

/** Round trips that are measured, and milliseconds a stream may take to open. */
const trips = 5;
const patience = 5_000;

/**
 * This device tries itself and tells the hall check: round trips, stream, storage, clock. Nothing is said where the
 * server cannot be reached; the row then shows how long it has been silent.
 */
export async function checkDevice(competition: string): Promise<void> {
  const { latency, clock } = await measure(competition);
  const [stream, storage, room] = await Promise.all([hasStream(competition), hasStorage(), freeRoom()]);
  const body: DeviceFacts = {
    latency,
    stream,
    storage,
    room,
    clock,
    font: Math.round((parseFloat(getComputedStyle(document.documentElement).fontSize) / 16) * 100),
    width: Math.max(1, Math.round(window.innerWidth)),
    height: Math.max(1, Math.round(window.innerHeight)),
    secure: window.isSecureContext,
    chromium: chromiumVersion(navigator.userAgent),
    practised: practised.value,
  };
  await call(hallCheck.report, { body });
}

/** The middle one of several round trips, and by it how far the device's clock is ahead. */
async function measure(competition: string): Promise<{ latency: number; clock: number }> {
  const measured: { latency: number; clock: number }[] = [];
  for (let trip = 0; trip < trips; trip += 1) {
    const begun = Date.now();
    const { serverTime } = await call(stage.snapshot, { params: { competition } });
    const ended = Date.now();
    measured.push({ latency: ended - begun, clock: Math.round((begun + ended) / 2 - serverTime) });
  }
  measured.sort((a, b) => a.latency - b.latency);
  return measured[Math.floor(trips / 2)] ?? { latency: 0, clock: 0 };
}

/** Whether a stream of events opens here; proxies and old browsers may keep it shut. */
const hasStream = (competition: string): Promise<boolean> =>
  new Promise((resolve) => {
    const source = new EventSource(routeUrl(stage.stream, { params: { competition } }));
    const end = (opened: boolean) => {
      clearTimeout(timer);
      source.close();
      resolve(opened);
    };
    const timer = setTimeout(() => end(false), patience);
    source.onopen = () => end(true);
    source.onerror = () => end(false);
  });

/** Whether what is written to this device's storage can be read again. */
const hasStorage = (): Promise<boolean> =>
  new Promise((resolve) => {
    const name = 'gongping-probe';
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => void asked.result.createObjectStore('probe');
    asked.onerror = () => resolve(false);
    asked.onsuccess = () => {
      const db = asked.result;
      const store = db.transaction('probe', 'readwrite').objectStore('probe');
      store.put('written', 'key');
      const read = store.get('key');
      read.onerror = () => resolve(false);
      read.onsuccess = () => {
        db.close();
        indexedDB.deleteDatabase(name);
        resolve(read.result === 'written');
      };
    };
  });

/** Megabytes the browser grants; on plain http it does not say. */
async function freeRoom(): Promise<number | null> {
  const storage = (navigator as { storage?: StorageManager }).storage;
  const estimate = await storage?.estimate().catch(() => null);
  if (!estimate?.quota) return null;
  return Math.floor((estimate.quota - (estimate.usage ?? 0)) / 1024 ** 2);
}

/** Major version of Chromium by the browser's own word, null for another engine. */
export function chromiumVersion(agent: string): number | null {
  const version = /Chrom(?:e|ium)\/(\d+)/.exec(agent)?.[1];
  return version === undefined ? null : Number(version);
}
