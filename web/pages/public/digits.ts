/** Digits of what was typed or pasted: full-width ones count, spaces and hyphens between them fall away. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '');
}
