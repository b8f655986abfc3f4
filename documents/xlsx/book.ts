import { formatsOf, sharedTexts } from './texts.ts';
import { walk } from './xml.ts';

/** The parts of a package. Names are compared without regard to case, as packages are. */
export type Parts = ReadonlyMap<string, Uint8Array>;

export type BookSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: Uint8Array | undefined;
};

/** What the cells of all sheets refer to, and where the sheets are. */
export type Book = {
  readonly sheets: readonly BookSheet[];
  readonly texts: readonly string[];
  /** Number formats by style. */
  readonly formats: readonly string[];
  /** Days are counted from 1904 on. */
  readonly from1904: boolean;
};

/** Nothing of it is understood but its sheets, strings and number formats. Throws when even those are not there. */
export function openBook(parts: Parts): Book {
  const [main] = relationsOf(parts, '').filter(({ type }) => type === 'officeDocument');
  const workbook = main && parts.get(main.target);
  if (!main || !workbook) throw new RangeError('no workbook in it');
  const relations = relationsOf(parts, main.target);
  const partOf = (type: string) => parts.get(relations.find((relation) => relation.type === type)?.target ?? '');
  const { listed, from1904 } = sheetsOf(workbook);
  const sheets = listed.flatMap(({ id, ...sheet }) => {
    const relation = relations.find((each) => each.id === id);
    return relation?.type === 'worksheet' ? [{ ...sheet, part: parts.get(relation.target) }] : [];
  });
  const [texts, styles] = [partOf('sharedStrings'), partOf('styles')];
  return {
    sheets,
    texts: texts ? sharedTexts(texts) : [],
    formats: styles ? formatsOf(styles) : ['General'],
    from1904,
  };
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** What a part refers to; the type is the last word of its address, which transitional and strict workbooks share. */
function relationsOf(parts: Parts, of: string): readonly Relation[] {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const part = parts.get(`${folder}_rels/${of.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (!part) return relations;
  walk(part, {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return;
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) });
    },
  });
  return relations;
}

/** The name of a part, seen from a folder of the package. */
function resolved(folder: string, target: string): string {
  return new URL(target, `package:///${folder}`).pathname.slice(1).toLowerCase();
}

function sheetsOf(workbook: Uint8Array) {
  const listed: { id: string; name: string; isHidden: boolean }[] = [];
  let from1904 = false;
  walk(workbook, {
    open(name, attributes, above) {
      if (name === 'workbookPr') from1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet' || above.at(-1) !== 'sheets') return;
      const [, id = ''] = Object.entries(attributes).find(([key]) => /:id$/.test(key)) ?? [];
      listed.push({ id, name: attributes['name'] ?? '', isHidden: /hidden$/i.test(attributes['state'] ?? '') });
    },
  });
  return { listed, from1904 };
}
