/** How many characters a text has as a person counts them: code points, so a rare 𠮷 counts once, as on the server. */
export function characterCount(text: string): number {
  return Array.from(text).length;
}
