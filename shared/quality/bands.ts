/** Words by ascending thresholds: a value has the last word whose `from` it reaches. */
export type Bands<Word> = readonly { readonly from: number; readonly word: Word }[];

/** The word of a figure; null where the figure is undefined. */
export function wordFor<Word>(value: number | null, bands: Bands<Word>): Word | null {
  if (value === null) return null;
  return bands.reduce<Word | null>((word, band) => (value >= band.from ? band.word : word), null);
}
