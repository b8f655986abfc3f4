import type { Kind } from '../programme/kind.ts';
import { type ExportCell, type ExportSheet, type SheetNames, sections } from '../programme/sheet.ts';

/** The documents of a kind that stand in the workbook. */
export type Filled = { readonly kind: Kind<unknown>; readonly values: readonly unknown[] };

export type FilledSheet = Pick<ExportSheet<unknown>, 'name' | 'headings' | 'section'> & {
  readonly rows: readonly (readonly ExportCell[])[];
};

/**
 * Every sheet, in the order people look for things: by their sections, and there in the order of the kinds. One that
 * several kinds fill stands where the last of them would put it.
 */
export function exportSheets(filled: readonly Filled[], names: SheetNames): readonly FilledSheet[] {
  const found = new Map<string, FilledSheet>();
  for (const { kind, values } of filled) {
    for (const sheet of sheetsOf(kind)) {
      const above = found.get(sheet.name)?.rows ?? [];
      found.delete(sheet.name);
      found.set(sheet.name, { ...sheet, rows: [...above, ...values.flatMap((value) => sheet.rows(value, names))] });
    }
  }
  return sections.flatMap((section) => [...found.values()].filter((sheet) => sheet.section === section));
}

const sheetsOf = ({ exported }: Kind<unknown>): readonly ExportSheet<unknown>[] =>
  exported.as === 'sheets' ? exported.sheets : [];
