import { faultText } from '../../documents/workbook/fault.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { settingsSheet, sheets } from '../../documents/workbook/sheets.ts';
import { packageOf, partsOf } from './parts.ts';
import { bytesOf, workbookOf } from './sample.ts';

/** The sample taken apart, for changes that a library would not write. */
export class OpenedSample {
  readonly parts: Map<string, Buffer>;

  private constructor(parts: Map<string, Buffer>) {
    this.parts = parts;
  }

  static async open(bytes?: Buffer): Promise<OpenedSample> {
    return new OpenedSample(partsOf(bytes ?? (await bytesOf(workbookOf()))));
  }

  change(part: string, how: (xml: string) => string): this {
    const before = String(this.parts.get(part));
    const after = how(before);
    if (after === before) throw new Error(`nothing to change in ${part}`);
    this.parts.set(part, Buffer.from(after));
    return this;
  }

  sheet(name: string, how: (xml: string) => string): this {
    return this.change(`xl/worksheets/sheet${sheets.findIndex((sheet) => sheet.name === name) + 1}.xml`, how);
  }

  /** Puts a cell, as XML, where another one is, or at the end of its row, or into a row of its own. */
  cell(sheet: string, at: string, xml: string): this {
    const row = /\d+/.exec(at)?.[0] ?? '';
    return this.sheet(sheet, (whole) => {
      const old = new RegExp(`<c r="${at}"(?:[^>]*/>|[^>]*[^/]>.*?</c>|>.*?</c>)`);
      if (old.test(whole)) return whole.replace(old, () => xml);
      const end = new RegExp(`(<row r="${row}"[^>]*>.*?)</row>`);
      if (end.test(whole)) return whole.replace(end, (_, cells: string) => `${cells}${xml}</row>`);
      return whole.replace('</sheetData>', `<row r="${row}">${xml}</row></sheetData>`);
    });
  }

  /** The number of a style with this format. */
  style(format: string): number {
    let style = 0;
    const code = format.replace(/[&<"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;' })[sign] ?? sign);
    this.change('xl/styles.xml', (xml) => {
      const id = 300 + (xml.match(/numFmtId="3\d\d" formatCode/g) ?? []).length;
      const fmt = `<numFmt numFmtId="${id}" formatCode="${code}"/>`;
      const [, attributes = '', xfs = ''] = /<cellXfs([^>]*)>(.*?)<\/cellXfs>/.exec(xml) ?? [];
      style = (xfs.match(/<xf /g) ?? []).length;
      const formats = /<numFmts[^>]*>/.test(xml)
        ? xml.replace(/<numFmts[^>]*>/, `$&${fmt}`)
        : xml.replace(/<styleSheet[^>]*>/, `$&<numFmts count="1">${fmt}</numFmts>`);
      return formats.replace(
        /<cellXfs[^>]*>.*?<\/cellXfs>/,
        () => `<cellXfs${attributes}>${xfs}<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0"/></cellXfs>`,
      );
    });
    return style;
  }

  bytes(): Buffer {
    return packageOf(this.parts);
  }

  async read() {
    const read = await readWorkbook(this.bytes());
    if (!read.ok) throw new Error(read.faults.map(faultText).join('\n'));
    return read;
  }

  async faults(): Promise<readonly string[]> {
    const read = await readWorkbook(this.bytes());
    return read.ok ? [] : read.faults.map(faultText);
  }
}

/** A column of a sheet by its heading, as a letter. */
export function letterOf(sheet: string, heading: string): string {
  const columns =
    sheet === settingsSheet.name ? [] : Object.values(sheets.find(({ name }) => name === sheet)?.columns ?? {});
  return String.fromCharCode(65 + columns.findIndex((column) => column.heading === heading));
}
