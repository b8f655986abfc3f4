/**
 * The part of docx that is used here, as it is at 9.7. Its own declarations import each other without extensions, which
 * `module: nodenext` does not follow.
 */
declare module 'docx' {
  type Border = { readonly style: string; readonly size: number; readonly color: string };
  type Borders = { readonly top: Border; readonly bottom: Border; readonly left: Border; readonly right: Border };
  type Edges = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  type Width = { readonly size: number; readonly type: string };

  export const AlignmentType: { readonly CENTER: string; readonly RIGHT: string; readonly LEFT: string };
  export const TableLayoutType: { readonly FIXED: string };
  export const BorderStyle: { readonly SINGLE: string };
  export const VerticalAlign: { readonly CENTER: string; readonly TOP: string };
  export const WidthType: { readonly DXA: string };

  export class TextRun {
    constructor(options: {
      readonly text: string;
      readonly bold?: boolean;
      readonly size?: number;
      readonly break?: number;
    });
  }
  export class Paragraph {
    constructor(options: {
      readonly alignment?: string;
      readonly spacing?: { readonly before?: number; readonly after?: number };
      readonly indent?: { readonly left?: number; readonly firstLine?: number };
      readonly keepNext?: boolean;
      readonly pageBreakBefore?: boolean;
      readonly children: readonly TextRun[];
    });
  }
  export class TableCell {
    constructor(options: {
      readonly width: Width;
      readonly verticalAlign: string;
      readonly borders: Borders;
      readonly margins: Edges;
      readonly shading?: { readonly fill: string };
      readonly children: readonly Paragraph[];
    });
  }
  export class TableRow {
    constructor(options: {
      readonly cantSplit?: boolean;
      readonly tableHeader?: boolean;
      readonly children: readonly TableCell[];
    });
  }
  export class Table {
    constructor(options: {
      readonly width: Width;
      readonly columnWidths: readonly number[];
      readonly layout?: string;
      readonly rows: readonly TableRow[];
    });
  }
  export class Document {
    constructor(options: {
      readonly creator: string;
      readonly title: string;
      readonly styles: {
        readonly default: {
          readonly document: {
            readonly run: { readonly font: Readonly<Record<string, string>>; readonly size: number };
          };
        };
      };
      readonly sections: readonly {
        readonly properties: {
          readonly page: { readonly size: { readonly width: number; readonly height: number }; readonly margin: Edges };
        };
        readonly children: readonly (Paragraph | Table)[];
      }[];
    });
  }
  export const Packer: { toBuffer(document: Document): Promise<Buffer> };
}
