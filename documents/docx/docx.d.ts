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
  export const HeadingLevel: { readonly HEADING_1: string; readonly HEADING_2: string };
  export const TabStopType: { readonly RIGHT: string };
  export const LeaderType: { readonly DOT: string };
  export const PageNumber: { readonly CURRENT: string; readonly TOTAL_PAGES: string };
  export class BookmarkStart {
    constructor(name: string, id: number);
  }
  export class BookmarkEnd {
    constructor(id: number);
  }
  export class PageReference {
    constructor(bookmark: string);
  }
  export class Footer {
    constructor(options: { readonly children: readonly Paragraph[] });
  }

  export class NoBreakHyphen {
    private readonly element: never;
  }
  export class TextRun {
    constructor(options: {
      readonly text?: string;
      readonly children?: readonly (string | NoBreakHyphen)[];
      readonly bold?: boolean;
      readonly size?: number;
      readonly color?: string;
      readonly font?: Readonly<Record<'ascii' | 'eastAsia' | 'hAnsi', string>>;
      readonly break?: number;
    });
  }
  export class Paragraph {
    constructor(options: {
      readonly alignment?: string;
      readonly spacing?: {
        readonly before?: number;
        readonly after?: number;
        readonly line?: number;
        readonly lineRule?: 'atLeast';
      };
      readonly indent?: { readonly left?: number; readonly firstLine?: number };
      readonly keepNext?: boolean;
      readonly pageBreakBefore?: boolean;
      readonly heading?: string;
      readonly tabStops?: readonly { readonly type: string; readonly position: number; readonly leader?: string }[];
      readonly children: readonly (TextRun | BookmarkStart | BookmarkEnd | PageReference)[];
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
            readonly paragraph: { readonly spacing: { readonly line: number; readonly lineRule: 'atLeast' } };
          };
        };
      };
      readonly sections: readonly {
        readonly properties: {
          readonly page: { readonly size: { readonly width: number; readonly height: number }; readonly margin: Edges };
        };
        readonly footers?: { readonly default: Footer };
        readonly children: readonly (Paragraph | Table)[];
      }[];
    });
  }
  export const Packer: {
    toBuffer(
      document: Document,
      pretty?: undefined,
      instead?: readonly { readonly path: string; readonly data: string }[],
    ): Promise<Buffer>;
  };
}
