/** Points by place as they are typed in one line, first place first: `10、9.5、9`; null where one of them is none. */
export function placePoints(typed: string): string[] | null {
  const parts = typed
    .normalize('NFKC')
    .split(/[、,;\s]+/)
    .filter((part) => part !== '');
  const isFine = parts.length <= 60 && parts.every((part) => /^(0|[1-9]\d{0,3})(\.\d{1,2})?$/.test(part));
  return isFine ? parts : null;
}
