import { deflateRawSync } from 'node:zlib';
import { faultText } from '../../documents/workbook/fault.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { bytesOf, workbookOf } from './sample.ts';

async function firstFault(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbook(bytes);
  return read.ok ? 'ok' : read.faults.map(faultText).join('\n');
}

/** A zip package with these parts, which says of every part that it unpacks to one byte. */
function packageOf(parts: readonly (readonly [name: string, data: Buffer])[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of parts) {
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(1, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, entries, Buffer.from('PK\x05\x06'), end]);
}

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('団体コード,市町村名\n203033,小海町\n')],
  ['a zip of something else', packageOf([['a.txt', Buffer.from('x')]])],
])('%s is no workbook', async (_, bytes) => {
  expect(await firstFault(bytes)).toMatch(/^取込表: .*Excelブック（\.xlsx）/);
});

test('an old or encrypted file is told apart', async () => {
  expect(await firstFault(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/パスワード/);
});

test('a file above 5 MB is not opened', async () => {
  expect(await firstFault(Buffer.alloc(5 * 1024 * 1024 + 1))).toMatch(/5MBまで/);
});

test('a part that unfolds to far more than it says is not unfolded', async () => {
  const bomb = packageOf([['xl/workbook.xml', Buffer.alloc(200 * 1024 * 1024)]]);
  expect(bomb.length).toBeLessThan(1024 * 1024);
  const before = process.memoryUsage().rss;
  expect(await firstFault(bomb)).toMatch(/40MBまで/);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});

test('very many parts are not counted to the end', async () => {
  const parts = Array.from({ length: 400 }, (_, i) => [`p${i}`, Buffer.from('x')] as const);
  expect(await firstFault(packageOf(parts))).toMatch(/大きすぎます/);
});

test('names and choices that span a whole sheet cost nothing', async () => {
  const all = 'A1:XFD1048576';
  const workbook = workbookOf();
  const sheet = workbook.getWorksheet('名簿') as unknown as {
    dataValidations: { add(range: string, v: object): void };
  };
  sheet.dataValidations.add(all, { type: 'list', formulae: ['"a,b"'] });
  const model = () => [{ name: 'everything', ranges: [`'名簿'!$A$1:$XFD$1048576`] }];
  Object.defineProperty(workbook.definedNames, 'model', { get: model });
  expect(await firstFault(await bytesOf(workbook))).toBe('ok');
});
