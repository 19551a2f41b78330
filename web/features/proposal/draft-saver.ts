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
  /** Why the server would not take the text: what to change. */
  faults: readonly FieldFault[];
  conflict: Conflict | null;
}

interface SaverOptions {
  proposal: Proposal;
  save(base: number, content: ProposalContent): Promise<{ revision: number; savedAt: number }>;
  show(view: SaverView): void;
  /** Puts a content that did not come from the person's hands into the form. */
  replace(content: ProposalContent): void;
}

const pauseAfterTyping = 1000;

/**
 * Keeps a proposal while it is typed: at every change on the device, after a pause on the server, and again until it
 * is acknowledged. What was saved elsewhere meanwhile is merged; where both changed the same, the person chooses.
 */
export class DraftSaver {
  readonly #options: SaverOptions;
  readonly #id: string;
  #base: number;
  #from: ProposalContent;
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
    this.#content = content;
    this.#view = { state: 'server', savedAt, waiting: [], faults: [], conflict: null };
  }

  /** Takes up what this device still holds from before a crash, a reload or a lost network. */
  async takeUp(): Promise<void> {
    const kept = await readDraft(this.#id).catch(() => null);
    if (!kept || this.#ended) return;
    const { content, conflicts } = mergeContents(kept.from, kept.content, this.#from);
    this.#content = content;
    this.#options.replace(content);
    if (conflicts.length > 0) this.#conflict(this.#from, conflicts);
    else await this.#changed();
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
    this.#options.replace(content);
    this.#show({ conflict: null });
    await this.#changed();
  }

  /** Sends now what waits, as before leaving or submitting. */
  async flush(): Promise<void> {
    this.#stopTimer();
    await this.#send();
  }

  get base(): number {
    return this.#base;
  }

  end(): void {
    this.#ended = true;
    this.#stopTimer();
  }

  async #changed(): Promise<void> {
    const waiting = changedMembers(this.#from, this.#content);
    if (waiting.length === 0) {
      this.#show({ state: 'server', waiting });
      await dropDraft(this.#id).catch(() => undefined);
      return;
    }
    const isKept = await this.#keep();
    this.#show({ state: isKept ? 'local' : 'fault', waiting });
    if (!this.#view.conflict) this.#schedule(pauseAfterTyping);
  }

  #keep(): Promise<boolean> {
    const draft = { proposal: this.#id, base: this.#base, from: this.#from, content: this.#content };
    // IndexedDB takes plain values only; the form's are reactive.
    const plain = JSON.parse(JSON.stringify(draft)) as typeof draft;
    return keepDraft({ ...plain, typedAt: Date.now() }).then(
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
    if (this.#sending) await this.#sending;
    if (this.#view.conflict || changedMembers(this.#from, this.#content).length === 0) return;
    this.#sending = this.#sendOnce().finally(() => (this.#sending = null));
    await this.#sending;
  }

  async #sendOnce(): Promise<void> {
    const sent = JSON.parse(JSON.stringify(this.#content)) as ProposalContent;
    try {
      const { revision, savedAt } = await this.#options.save(this.#base, sent);
      this.#base = revision;
      this.#from = sent;
      this.#failures = 0;
      this.#show({ savedAt, faults: [] });
      await this.#changed();
    } catch (error) {
      await this.#failed(error);
    }
  }

  async #failed(error: unknown): Promise<void> {
    if (error instanceof ContractError && error.code === 'stale_revision') {
      await this.#merge(error.current as Proposal);
      return;
    }
    if (error instanceof ContractError) {
      // It would be refused again; the text stays on the device and goes with the next change.
      this.#show({
        state: 'local',
        faults: error.fields.length > 0 ? error.fields : [{ path: '', message: error.message }],
      });
      return;
    }
    if (!(error instanceof NetworkError)) throw error;
    this.#failures += 1;
    this.#schedule(backoff(this.#failures));
  }

  async #merge(theirs: Proposal): Promise<void> {
    const { content, conflicts } = mergeContents(this.#from, this.#content, theirs.content);
    this.#base = theirs.revision;
    this.#from = theirs.content;
    this.#content = content;
    this.#options.replace(content);
    if (conflicts.length > 0) {
      await this.#keep();
      this.#conflict(theirs.content, conflicts);
    } else await this.#changed();
  }

  #conflict(theirs: ProposalContent, members: readonly Member[]): void {
    this.#show({
      state: 'local',
      conflict: { theirs, members },
      waiting: changedMembers(theirs, this.#content),
    });
  }

  #show(change: Partial<SaverView>): void {
    this.#view = { ...this.#view, ...change };
    this.#options.show(this.#view);
  }
}
