import { inflateRawSync } from 'node:zlib';

/** The text of a part of a Word file or another package, without its marks, a line for each run. */
export function packageText(zip: Uint8Array, part: string): string {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [size, name, extra, note] = [20, 28, 30, 32].map((from, index) =>
      index === 0 ? bytes.readUInt32LE(at + from) : bytes.readUInt16LE(at + from),
    ) as [number, number, number, number];
    const start = bytes.readUInt32LE(at + 42);
    if (bytes.toString('utf8', at + 46, at + 46 + name) === part) {
      const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
      return inflateRawSync(bytes.subarray(data, data + size))
        .toString('utf8')
        .replace(/<[^>]+>/g, '\n');
    }
    at += 46 + name + extra + note;
  }
  throw new Error(`no ${part}`);
}
