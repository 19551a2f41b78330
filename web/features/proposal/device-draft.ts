import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { ProposalContent, SubmissionReceipt } from '../../../shared/contract/proposals.ts';
import type { Static } from 'typebox';

/** What this device holds of a proposal that the server has not acknowledged. */
export interface DeviceDraft {
  proposal: string;
  /** Revision of the server when this was kept. */
  base: number;
  /** What both sides started from. */
  from: ProposalContent;
  content: ProposalContent;
  /** ms, by this device's clock; only shown, never compared with the server's. */
  typedAt: number;
}

/** A submission sent from this device: the same operation goes again until it is answered, then the receipt stays. */
export interface DeviceSubmission {
  proposal: string;
  operation: string;
  base: number;
  receipt: Static<typeof SubmissionReceipt> | null;
}

interface Drafts extends DBSchema {
  drafts: { key: string; value: DeviceDraft };
  submissions: { key: string; value: DeviceSubmission };
}

let opened: Promise<IDBPDatabase<Drafts>> | null = null;

const database = (): Promise<IDBPDatabase<Drafts>> =>
  (opened ??= openDB<Drafts>('gongping-drafts', 1, {
    upgrade: (db) => {
      db.createObjectStore('drafts', { keyPath: 'proposal' });
      db.createObjectStore('submissions', { keyPath: 'proposal' });
    },
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

export async function keepSubmission(submission: DeviceSubmission): Promise<void> {
  await (await database()).put('submissions', submission);
}

export async function readSubmission(proposal: string): Promise<DeviceSubmission | null> {
  return (await (await database()).get('submissions', proposal)) ?? null;
}
