import { ContractError } from '../../../shared/contract/errors.ts';
import type { FieldFault } from '../../../shared/contract/errors.ts';
import type { Proposal, ProposalContent } from '../../../shared/contract/proposals.ts';
import type { Member } from '../../../shared/proposals/section.ts';
import { NetworkError } from '../../api/client.ts';
import { backoff } from '../../offline/backoff.ts';
import { dropDraft, keepDraft, readDraft } from './device-draft.ts';
import { changedMembers, mergeContents } from './merge.ts';

/** Where the text is: acknowledged by the server, on this device alone, or not even there. */
export type SaveState = 'server' | 'local' | 'fault';

export interface Conflict {
  theirs: ProposalContent;
  members: readonly Member[];
}

/** What the page shows; replaced as a whole at each change. */
export interface SaverView {
  state: SaveState;
  /** Server time of the last acknowledgement, ms. */
  savedAt: number;
  /** Members typed here that the server does not have. */
  waiting: readonly Member[];
  /** The last round trip did not come back. */
  offline: boolean;
  /** The server would not take the text: what it said, and the places to change. */
  refusal: { message: string; fields: readonly FieldFault[] } | null;
  conflict: Conflict | null;
}

interface SaverOptions {
  proposal: Proposal;
  save(base: number, content: ProposalContent): Promise<{ revision: number; savedAt: number }>;
  show(view: SaverView): void;
  /** What of a text kept on the device may still be sent; a correction opens parts only. */
  fit(content: ProposalContent): ProposalContent;
  /** Puts a content that did not come from the person's hands into the form. */
  replace(content: ProposalContent): void;
}

const pauseAfterTyping = 1000;

/** Errors that say nothing about the text: it is sent again. */
const isPassing = (error: unknown): boolean =>
  error instanceof NetworkError ||
  (error instanceof ContractError && (error.code === 'internal' || error.code === 'rate_limited'));

/**
 * Keeps a proposal while it is typed: at every change on the device, after a pause on the server, and again until it
 * is acknowledged. What was saved elsewhere meanwhile is merged; where both changed the same, the person chooses.
 */
export class DraftSaver {
  readonly #options: SaverOptions;
  readonly #id: string;
  #base: number;
  /** What the server holds. */
  #from: ProposalContent;
  /** What mine and theirs both started from; differs from `#from` only while a conflict is open. */
  #ancestor: ProposalContent;
  #content: ProposalContent;
  #view: SaverView;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #sending: Promise<void> | null = null;
  #failures = 0;
  #ended = false;

  constructor(options: SaverOptions) {
    const { id, revision, content, savedAt } = options.proposal;
    this.#options = options;
    this.#id = id;
    this.#base = revision;
    this.#from = content;
    this.#ancestor = content;
    this.#content = content;
    this.#view = { state: 'server', savedAt, waiting: [], offline: false, refusal: null, conflict: null };
  }

  /** Takes up what this device still holds from before a crash, a reload or a lost network. */
  async takeUp(): Promise<void> {
    const kept = await readDraft(this.#id).catch(() => null);
    if (!kept || this.#ended || this.#content !== this.#from) return;
    this.#ancestor = kept.from;
    this.#content = this.#options.fit(kept.content);
    await this.#mergeWith(this.#from);
  }

  /** The person has typed; `content` is the whole form. */
  async edit(content: ProposalContent): Promise<void> {
    this.#content = content;
    await this.#changed();
  }

  /** Settles a conflict: members in `takeTheirs` become the server's, the others stay as typed here. */
  async settle(takeTheirs: readonly Member[]): Promise<void> {
    const { conflict } = this.#view;
    if (!conflict) return;
    const content = { ...this.#content };
    for (const name of takeTheirs) Object.assign(content, { [name]: conflict.theirs[name] });
    this.#content = content;
    this.#ancestor = this.#from;
    this.#options.replace(content);
    this.#show({ conflict: null });
    await this.#changed();
  }

  /** Merges a version of the server heard of in another way, as with a refused submission. */
  async takeOver(theirs: Proposal): Promise<void> {
    if (this.#sending) await this.#sending;
    this.#base = theirs.revision;
    this.#from = theirs.content;
    this.#show({ savedAt: theirs.savedAt });
    await this.#mergeWith(theirs.content);
  }

  /** Sends now what waits, as before leaving or submitting; true when the server has all of it. */
  async flush(): Promise<boolean> {
    this.#stopTimer();
    // What was merged on the way goes at once; a server that others keep changing is left to the timer.
    for (let tries = 0; tries < 3 && this.#waiting().length > 0; tries += 1) {
      const base = this.#base;
      await this.#send();
      if (this.#base === base) break;
    }
    return this.#waiting().length === 0;
  }

  get base(): number {
    return this.#base;
  }

  get view(): SaverView {
    return this.#view;
  }

  end(): void {
    this.#ended = true;
    this.#stopTimer();
  }

  #waiting(): Member[] {
    return changedMembers(this.#from, this.#content);
  }

  async #changed(): Promise<void> {
    const waiting = this.#waiting();
    if (waiting.length === 0) {
      this.#show({ state: 'server', waiting, refusal: null });
      await dropDraft(this.#id).catch(() => undefined);
      return;
    }
    const isKept = await this.#keep();
    this.#show({ state: isKept && !this.#view.refusal ? 'local' : 'fault', waiting: this.#waiting() });
    if (!this.#view.conflict) this.#schedule(pauseAfterTyping);
  }

  #keep(): Promise<boolean> {
    const draft = {
      proposal: this.#id,
      base: this.#base,
      from: this.#ancestor,
      content: this.#content,
      typedAt: Date.now(),
    };
    return keepDraft(draft).then(
      () => true,
      () => false,
    );
  }

  #schedule(delay: number): void {
    this.#stopTimer();
    if (!this.#ended) this.#timer = setTimeout(() => void this.#send(), delay);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** One request at a time; whoever asks meanwhile waits for the one under way and then sends the rest. */
  async #send(): Promise<void> {
    while (this.#sending) await this.#sending;
    if (this.#view.conflict || this.#waiting().length === 0) return;
    this.#sending = this.#sendOnce().finally(() => (this.#sending = null));
    await this.#sending;
  }

  async #sendOnce(): Promise<void> {
    const sent = this.#content;
    try {
      const { revision, savedAt } = await this.#options.save(this.#base, sent);
      this.#base = revision;
      this.#from = sent;
      this.#ancestor = sent;
      this.#failures = 0;
      this.#show({ savedAt, offline: false, refusal: null });
      await this.#changed();
    } catch (error) {
      await this.#failed(error);
    }
  }

  async #failed(error: unknown): Promise<void> {
    if (isPassing(error)) {
      this.#failures += 1;
      this.#show({ offline: true });
      this.#schedule(backoff(this.#failures));
      return;
    }
    if (!(error instanceof ContractError)) throw error;
    this.#show({ offline: false });
    if (error.code === 'stale_revision') {
      const theirs = error.current as Proposal;
      this.#base = theirs.revision;
      this.#from = theirs.content;
      await this.#mergeWith(theirs.content);
      return;
    }
    // It would be refused again; the text stays on the device and goes with the next change.
    this.#show({ state: 'fault', refusal: { message: error.message, fields: error.fields } });
  }

  /** Brings mine together with what the server holds; the device keeps the common ancestor until it is settled. */
  async #mergeWith(theirs: ProposalContent): Promise<void> {
    const { content, conflicts } = mergeContents(this.#ancestor, this.#content, theirs);
    this.#content = content;
    this.#options.replace(content);
    if (conflicts.length === 0) {
      this.#ancestor = theirs;
      this.#show({ conflict: null });
      await this.#changed();
      return;
    }
    const isKept = await this.#keep();
    this.#show({
      state: isKept ? 'local' : 'fault',
      conflict: { theirs, members: conflicts },
      waiting: this.#waiting(),
    });
  }

  #show(change: Partial<SaverView>): void {
    this.#view = { ...this.#view, ...change };
    this.#options.show(this.#view);
  }
}
