import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { ProposalContent } from '../../../shared/contract/proposals.ts';

/** What this device holds of a proposal that the server has not acknowledged. */
export interface DeviceDraft {
  proposal: string;
  /** Revision on the server that `from` was, and that `content` was typed on. */
  base: number;
  from: ProposalContent;
  content: ProposalContent;
  /** ms, by this device's clock; only shown, never compared with the server's. */
  typedAt: number;
}

interface Drafts extends DBSchema {
  drafts: { key: string; value: DeviceDraft };
}

let opened: Promise<IDBPDatabase<Drafts>> | null = null;

const database = (): Promise<IDBPDatabase<Drafts>> =>
  (opened ??= openDB<Drafts>('gongping-drafts', 1, {
    upgrade: (db) => void db.createObjectStore('drafts', { keyPath: 'proposal' }),
  }));

/** Rejects when the browser keeps nothing (full, or a private window). */
export async function keepDraft(draft: DeviceDraft): Promise<void> {
  await (await database()).put('drafts', draft);
}

export async function readDraft(proposal: string): Promise<DeviceDraft | null> {
  return (await (await database()).get('drafts', proposal)) ?? null;
}

export async function dropDraft(proposal: string): Promise<void> {
  await (await database()).delete('drafts', proposal);
}
