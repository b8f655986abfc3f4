import { z } from 'zod';
import { defineKind, inMunicipality, ofYearOfMoment, wholly } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';

/** What others would see, whole: nothing is shown of a municipality to others that does not stand in it. */
export const SeenContent = z.object({
  title: z.string().min(1),
  /** Labelled paragraphs in their order: 背景・課題, 取組内容 … */
  sections: z.array(z.object({ label: z.string(), text: z.string().min(1) })).min(1),
});
export type SeenContent = z.infer<typeof SeenContent>;

/** 事例, or the part of a municipality in the material of a meeting. */
export const materialSortNames = { case: '事例', part: '会議資料の団体分' } as const;
export type MaterialSort = keyof typeof materialSortNames;

const MaterialVersion = Provenance.extend({
  /** A digest of the content, so that a changed word is another version. */
  version: z.string(),
  content: SeenContent,
});
export type MaterialVersion = z.infer<typeof MaterialVersion>;

/** Something of one municipality that may be shown to others, in versions; the last one is what is asked about. */
export const Material = z.object({
  id: z.string(),
  sort: z.enum(Object.keys(materialSortNames) as [MaterialSort, ...MaterialSort[]]),
  municipality: z.string(),
  /** What it is of: an id of a case, or of a meeting. */
  of: z.string(),
  versions: z.array(MaterialVersion).min(1),
});
export type Material = z.infer<typeof Material>;

/** For `Collection.list`: every material of a municipality. */
export const MATERIALS = { from: 'material-', below: 'material.' } as const;

export function currentMaterial({ versions }: Pick<Material, 'versions'>): MaterialVersion {
  const last = versions.at(-1);
  if (!last) throw new Error('a material without a version');
  return last;
}

/** The version of this digest; undefined where the material never had it. */
export const materialVersion = ({ versions }: Pick<Material, 'versions'>, version: string) =>
  versions.findLast((each) => each.version === version);

/**
 * Adds what would be seen from now on; any changed word is another version, which nobody has consented to yet. The same
 * content again, or a replay, changes nothing.
 * @param said the content, and its digest
 */
export function withMaterialVersion(
  known: Material | undefined,
  of: Pick<Material, 'id' | 'sort' | 'municipality' | 'of'>,
  said: Pick<MaterialVersion, 'version' | 'content'>,
  from: Provenance,
): Material {
  const { version, content } = said;
  const isReplay = known?.versions.some(({ ask }) => ask === from.ask);
  if (known && (isReplay || currentMaterial(known).version === version)) return known;
  const { id, sort, municipality } = of;
  const start = known ?? { id, sort, municipality, of: of.of, versions: [] };
  return { ...start, versions: [...start.versions, { ...from, version, content }] };
}

export const materials = defineKind({
  name: 'materials',
  called: '共有する資料',
  container: 'state',
  schema: Material,
  ...inMunicipality,
  id: ({ id }) => id,
  belongsTo: (material, { code }) => wholly(material, material.municipality === code),
  ofYear: ofYearOfMoment(({ versions }) => versions.at(-1)?.at ?? ''),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '共有する資料',
        'support',
        (material: Material) => material.versions.map((version) => ({ material, version })),
        {
          資料番号: ({ material }) => material.id,
          種類: ({ material }) => materialSortNames[material.sort],
          団体コード: ({ material }) => material.municipality,
          市町村名: ({ material }, { townName }) => townName(material.municipality),
          版: ({ version }) => version.version,
          題名: ({ version }) => version.content.title,
          日時: ({ version }) => momentCell(version.at),
          作成者: ({ version }, { nameOf }) => nameOf(version.by),
        },
      ),
    ],
  },
  takenBack: { never: 'a version is what somebody may have been asked about; a newer one takes its place' },
  audited: true,
  ofTheChat: [],
});
