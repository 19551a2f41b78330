/** Kinds of files that are taken, told by their first bytes and never by what the browser says. */
interface FileKind {
  type: string;
  extensions: readonly string[];
}

const pdf: FileKind = { type: 'application/pdf', extensions: ['pdf'] };
const jpeg: FileKind = { type: 'image/jpeg', extensions: ['jpg', 'jpeg'] };
const png: FileKind = { type: 'image/png', extensions: ['png'] };
const office = 'application/vnd.openxmlformats-officedocument';
const zipped: readonly FileKind[] = [
  { type: `${office}.wordprocessingml.document`, extensions: ['docx'] },
  { type: `${office}.spreadsheetml.sheet`, extensions: ['xlsx'] },
];
const compound: readonly FileKind[] = [
  { type: 'application/msword', extensions: ['doc'] },
  { type: 'application/vnd.ms-excel', extensions: ['xls'] },
];

/** First bytes, and the kinds that begin with them; where there are several the name decides among them. */
const signatures: readonly { head: string; kinds: readonly FileKind[] }[] = [
  { head: '255044462d', kinds: [pdf] },
  { head: 'ffd8ff', kinds: [jpeg] },
  { head: '89504e470d0a1a0a', kinds: [png] },
  { head: '504b0304', kinds: zipped },
  { head: 'd0cf11e0a1b11ae1', kinds: compound },
];

/** Longest stored name, in characters. */
const nameLength = 120;

/**
 * The kind of a file and the name it is kept under, which always ends as its content asks.
 * @param head its first bytes, eight or more
 * @returns null for what is not taken
 */
export function fileKind(head: Uint8Array, name: string): { type: string; name: string } | null {
  const hex = Buffer.from(head).toString('hex');
  const kinds = signatures.find((signature) => hex.startsWith(signature.head))?.kinds ?? [];
  const kept = keptName(name);
  const extension = /\.([^.]+)$/.exec(kept)?.[1]?.toLowerCase() ?? '';
  const named = kinds.find((kind) => kind.extensions.includes(extension));
  if (named) return { type: named.type, name: kept };
  const [only] = kinds;
  if (!only || kinds.length > 1) return null;
  return { type: only.type, name: `${kept}.${only.extensions[0]}` };
}

/** The last part of a path, without control and direction signs; long names lose their middle, not their ending. */
function keptName(name: string): string {
  const plain = (name.split(/[/\\]/).pop() ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}<>:"|?*]/gu, '')
    .trim();
  const signs = [...(plain.replace(/^\.+/, '') || '附件')];
  return signs.length <= nameLength
    ? signs.join('')
    : [...signs.slice(0, nameLength - 20), ...signs.slice(-20)].join('');
}
