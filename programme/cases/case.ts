import { z } from 'zod';
import { findItem } from '../catalogue.ts';
import { defineKind, inMunicipality, ofYearOfMoment, wholly } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import { caseFieldNames, caseFields } from './case-field.ts';

/** 写っている人の同意: without everybody's, or a picture of nobody, a photo is left out of what others see. */
export const photoConsentNames = { all: '全員', nobody: '人物なし', none: 'なし' } as const;
export type PhotoConsent = keyof typeof photoConsentNames;
export const PhotoConsent = z.enum(Object.keys(photoConsentNames) as [PhotoConsent, ...PhotoConsent[]]);

const CasePhoto = z.object({
  /** What it shows and where it is; the picture itself is not kept here. */
  what: z.string(),
  people: PhotoConsent,
});
const ForeignWork = z.object({
  what: z.string(),
  /** 出典・許諾; without it the work is left out of what others see. */
  permission: z.string().optional(),
});

/** What is written down of a case (様式 FM-16). */
export const CaseContent = z.object({
  texts: z.partialRecord(z.enum(caseFieldNames), z.string().min(1)),
  photos: z.array(CasePhoto).optional(),
  /** 他者の著作物 */
  works: z.array(ForeignWork).optional(),
});
export type CaseContent = z.infer<typeof CaseContent>;

/** 事例: what went well with one item in one municipality, in versions; the last one is what is being written or stands. */
export const Case = z.object({
  id: z.string(),
  municipality: z.string(),
  /** 分野（重点項目） */
  item: z.string(),
  versions: z.array(Provenance.extend({ number: z.number().int(), content: CaseContent })).min(1),
});
export type Case = z.infer<typeof Case>;

/** One case for an item of a municipality: made twice, it is the same one. */
export const caseId = (municipality: string, item: string): string => `case-${municipality}-${item}`;
/** The item of a case, as its id has it. */
export const itemOfCase = (id: string): string => id.split('-').slice(2).join('-');
/** What others would see of it is a material of its own. */
export const materialOfCase = (id: string): string => `material-${id}`;
/** For `Collection.list`: every case of a municipality. */
export const CASES = { from: 'case-', below: 'case.' } as const;

export function currentCase({ versions }: Pick<Case, 'versions'>): Case['versions'][number] {
  const last = versions.at(-1);
  if (!last) throw new Error('a case without a version');
  return last;
}

/** Adds a version. The same content again, or a replay, changes nothing. */
export function withCaseVersion(
  known: Case | undefined,
  of: Pick<Case, 'municipality' | 'item'>,
  content: CaseContent,
  from: Provenance,
): Case {
  const { municipality, item } = of;
  const versions = known?.versions ?? [];
  if (known && versions.some(({ ask }) => ask === from.ask)) return known;
  if (known && JSON.stringify(currentCase(known).content) === JSON.stringify(content)) return known;
  const version = { ...from, number: versions.length + 1, content };
  return { ...(known ?? { id: caseId(municipality, item), municipality, item }), versions: [...versions, version] };
}

const textColumns = Object.fromEntries(
  caseFields.map(({ name, label }) => [
    label,
    ({ version }: { readonly version: Case['versions'][number] }) => version.content.texts[name],
  ]),
);

export const cases = defineKind({
  name: 'cases',
  called: '事例',
  container: 'state',
  schema: Case,
  ...inMunicipality,
  id: ({ id }) => id,
  belongsTo: (each, { code }) => wholly(each, each.municipality === code),
  ofYear: ofYearOfMoment(({ versions }) => versions.at(-1)?.at ?? ''),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts('事例', 'trust', (each: Case) => each.versions.map((version) => ({ each, version })), {
        事例番号: ({ each }) => each.id,
        版: ({ version }) => version.number,
        市町村名: ({ each }, { townName }) => townName(each.municipality),
        '分野（重点項目）': ({ each }) => `${each.item} ${findItem(each.item)?.name ?? ''}`,
        ...textColumns,
        写真: ({ version }) =>
          version.content.photos?.map(({ what, people }) => `${what}（同意: ${photoConsentNames[people]}）`).join('\n'),
        他者の著作物: ({ version }) =>
          version.content.works?.map(({ what, permission }) => `${what}（${permission ?? '許諾なし'}）`).join('\n'),
        日時: ({ version }) => momentCell(version.at),
        記入者: ({ version }, { nameOf }) => nameOf(version.by),
      }),
    ],
  },
  takenBack: { never: 'it is written again, and what was written before stays on record' },
  audited: true,
  ofTheChat: [],
});
