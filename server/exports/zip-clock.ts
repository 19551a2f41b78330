const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfCentral = 0x06054b50;
/** 1980-01-01 00:00, the first time that the format can tell (APPNOTE.TXT 4.4.6). */
const dosDate = (1 << 5) | 1;

/**
 * Sets the time of every file inside a ZIP to the same moment, in place, so that equal content has equal bytes
 * whenever it is written. Archives without a comment and of less than 4 GB, as the workbook writer makes them.
 * @throws RangeError when the archive is of another kind
 */
export function stopZipClock(zip: Buffer): void {
  const end = zip.length - 22;
  if (end < 0 || zip.readUInt32LE(end) !== endOfCentral) throw new RangeError('no ZIP without a comment');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== centralHeader) throw new RangeError('no central header');
    const local = zip.readUInt32LE(at + 42);
    if (zip.readUInt32LE(local) !== localHeader) throw new RangeError('no local header');
    zip.writeUInt32LE(dosDate << 16, at + 12);
    zip.writeUInt32LE(dosDate << 16, local + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}
