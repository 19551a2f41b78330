import type { DemoStand } from './features/demo/stand.ts';
import type { FileStore } from './files.ts';
import type { Hub } from './live/hub.ts';
import type { Beginning } from './live/run.ts';
import type { Signer } from './signing.ts';
import type { AutoCopies } from './store/backup/auto-copies.ts';
import type { Store } from './store/store.ts';

/** What a feature may use of the world outside; passed in, so that tests can set the clock. */
export interface Context {
  store: Store;
  files: FileStore;
  signer: Signer;
  hub: Hub;
  /** Copies made by themselves; null where no folder for them was named. */
  copies: AutoCopies | null;
  /** How the server before this one ended, and when this one began, milliseconds since 1970. */
  beginning: Beginning;
  startedAt: number;
  /** Which history of the store this is; see `beginEpoch`. */
  epoch: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Cryptographically random bytes. */
  random(bytes: number): Uint8Array;
  config: Config;
  /** Set once a demonstration has told its story. */
  demo: DemoStand | null;
}

export interface Config {
  /** The one fixed address, e.g. `http://192.168.1.10:3000`. */
  origin: string;
  /** Started as a demonstration: doors without sign-in, everything marked. */
  demo: boolean;
  /** A marked copy to rehearse in: said by every screen, paper and file. */
  rehearsal: boolean;
  /** Folder of attachments, exports, keys; of the SQLite file too. */
  dataFolder: string;
  /** Folder of the built web application; null while the development server serves it. */
  webFolder: string | null;
  version: string;
}
