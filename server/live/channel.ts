import type { Scope } from '../store/store.ts';
import type { Hub } from './hub.ts';

/** Where a feed reads what it tells: a cheap look whether anything has changed, and the value itself. */
export interface FeedSource<T> {
  seq(scope: Scope): Promise<number>;
  load(scope: Scope): Promise<T>;
}

/** The listeners of one competition. A burst of commits costs one look, and one load if the look found a change. */
export class Channel<T extends { seq: number }> {
  readonly #scope: Scope;
  readonly #hub: Hub;
  readonly #source: FeedSource<T>;
  readonly #pace: number;
  /** Each with the `seq` of the value it has. */
  readonly #listeners = new Map<(value: T) => void, number>();
  #unwatch: (() => void) | null = null;
  #latest: T | null = null;
  #loading: Promise<T> | null = null;
  #isResting = false;
  #hasChanged = false;

  constructor(scope: Scope, hub: Hub, source: FeedSource<T>, pace: number) {
    this.#scope = scope;
    this.#hub = hub;
    this.#source = source;
    this.#pace = pace;
  }

  get isIdle(): boolean {
    return this.#listeners.size === 0;
  }

  async add(listener: (value: T) => void): Promise<void> {
    this.#unwatch ??= this.#hub.watch(this.#scope, () => this.#change());
    try {
      const value = await this.#current();
      this.#listeners.set(listener, value.seq);
      listener(value);
    } finally {
      this.#rest();
    }
  }

  remove(listener: (value: T) => void): void {
    this.#listeners.delete(listener);
    this.#rest();
  }

  #rest(): void {
    if (!this.isIdle) return;
    this.#unwatch?.();
    this.#unwatch = null;
  }

  #change(): void {
    this.#hasChanged = true;
    if (this.#isResting) return;
    this.#isResting = true;
    void this.#tell().finally(() => {
      setTimeout(() => {
        this.#isResting = false;
        if (this.#hasChanged && !this.isIdle) this.#change();
      }, this.#pace);
    });
  }

  async #tell(): Promise<void> {
    this.#hasChanged = false;
    try {
      const value = await this.#current();
      for (const [listener, seq] of this.#listeners) {
        if (seq >= value.seq) continue;
        this.#listeners.set(listener, value.seq);
        listener(value);
      }
    } catch {
      // The store did not answer. Everybody keeps the last value, and the next look asks again.
      this.#hasChanged = true;
    }
  }

  async #current(): Promise<T> {
    const seq = await this.#source.seq(this.#scope);
    // A load under way may have begun before the change that this look has seen.
    while (this.#latest === null || this.#latest.seq < seq) {
      this.#loading ??= this.#source.load(this.#scope).finally(() => {
        this.#loading = null;
      });
      this.#latest = await this.#loading;
    }
    return this.#latest;
  }
}
