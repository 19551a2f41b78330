/** The words of the pad, given by the page in its language. */
export interface ScorePadText {
  /** Name of the group of keys. */
  readonly keys: string;
  readonly clear: string;
  /** To the criterion before; shown where one criterion fills the screen. */
  readonly back: string;
  readonly next: string;
  /** Name of the key .5 for readers. */
  readonly half: string;
  /** Why .5 does nothing yet: a whole mark comes first. */
  readonly chooseFirst: string;
  /** Why a key does nothing: it would be above the full mark. */
  readonly aboveMax: string;
  /** Why a key does nothing: no allowed mark begins so. */
  readonly offScale: string;
  /** Names of the keypad's point and erase keys for readers. */
  readonly point: string;
  readonly erase: string;
}
