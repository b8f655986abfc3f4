const END = 0x06054b50;
/** 1 January 1980, where the time of this format begins. */
const FIRST_DAY = 0x0021;

/** The same zip package with every part written at one and the same time, so that equal contents are equal bytes. */
export function withoutTimes(zip: Buffer): Buffer {
  const still = Buffer.from(zip);
  const end = still.length - 22;
  if (still.readUInt32LE(end) !== END) throw new RangeError('a package that ends in a comment');
  let at = still.readUInt32LE(end + 16);
  for (let left = still.readUInt16LE(end + 10); left > 0; left--) {
    stop(still, at + 12);
    stop(still, still.readUInt32LE(at + 42) + 10);
    at += 46 + still.readUInt16LE(at + 28) + still.readUInt16LE(at + 30) + still.readUInt16LE(at + 32);
  }
  return still;
}

function stop(zip: Buffer, at: number): void {
  zip.writeUInt16LE(0, at);
  zip.writeUInt16LE(FIRST_DAY, at + 2);
}
