import { ForeignAwaitError } from './store.ts';
import type { Db, Job } from './store.ts';

const raw = Symbol('raw');
const guardOf = Symbol('guard');

/**
 * Watches one job. Every query of its transaction passes through `touch`; when no query is under way and the
 * job has still not settled after the microtasks have drained, it waits for something else.
 */
export class JobGuard {
  #underWay = 0;
  #settled = false;
  #revoked = false;
  #looking = false;
  #reject: (error: Error) => void = () => undefined;

  /** @throws ForeignAwaitError when the transaction was revoked */
  async touch<T>(query: () => Promise<T> | T): Promise<T> {
    if (this.#revoked) throw new ForeignAwaitError();
    this.#underWay += 1;
    try {
      return await query();
    } finally {
      this.#underWay -= 1;
      this.#look();
    }
  }

  /** Runs the job; rejects with ForeignAwaitError when it waits for anything but its transaction. */
  run<T>(job: Job<T>, db: Db): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#reject = reject;
      job(guarded(db, this)).then(
        (value) => {
          this.#settled = true;
          resolve(value);
        },
        (error: unknown) => {
          this.#settled = true;
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
      this.#look();
    }).finally(() => {
      this.#revoked = true;
    });
  }

  #look(): void {
    if (this.#underWay > 0 || this.#settled || this.#looking) return;
    this.#looking = true;
    setImmediate(() => {
      this.#looking = false;
      if (this.#settled || this.#revoked || this.#underWay > 0) return;
      this.#revoked = true;
      this.#reject(new ForeignAwaitError());
    });
  }
}

/** A view of a query builder whose execution is counted by the guard and refused once it is revoked. */
function guarded<T extends object>(target: T, guard: JobGuard): T {
  return new Proxy(target, {
    get(object, key) {
      if (key === raw) return object;
      if (key === guardOf) return guard;
      const value: unknown = Reflect.get(object, key, object);
      if (typeof value !== 'function') return value;
      if (key === 'then')
        return (resolve: (value: unknown) => unknown, reject: (error: unknown) => unknown) =>
          guard.touch(() => Promise.resolve(object)).then(resolve, reject);
      return (...args: unknown[]) => {
        const made: unknown = Reflect.apply(value, object, args);
        return made !== null && typeof made === 'object' ? guarded(made, guard) : made;
      };
    },
  });
}

/** The connection's own builder behind a guarded one; itself when it is not guarded. */
export function unguarded(db: Db): { db: Db; guard: JobGuard | null } {
  const view = db as Db & { [raw]?: Db; [guardOf]?: JobGuard };
  return { db: view[raw] ?? db, guard: view[guardOf] ?? null };
}
