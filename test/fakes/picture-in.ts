/** What bytes are, if they are a picture that chat products show; read from the bytes, whatever they are called. */
type PictureIn = {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif';
  readonly width: number;
  readonly height: number;
};

const PNG = '89504e470d0a1a0a0000000d49484452';

export function pictureIn(bytes: Uint8Array): PictureIn | undefined {
  const read = Buffer.from(bytes);
  const starts = (hex: string) => read.subarray(0, hex.length / 2).toString('hex') === hex;
  if (starts(PNG) && read.length > 32)
    return { type: 'image/png', width: read.readUInt32BE(16), height: read.readUInt32BE(20) };
  if (starts('ffd8ff')) return { type: 'image/jpeg', width: 0, height: 0 };
  if (starts('47494638') && read.length > 10)
    return { type: 'image/gif', width: read.readUInt16LE(6), height: read.readUInt16LE(8) };
  return undefined;
}
