import { z } from 'zod';
import { Day, dayOf, fullDate, laterDay } from '../day.ts';
import { actOf, approvedVersion, currentFiling, FILINGS, filingOf, filingState, filingStateName } from '../filing.ts';
import { filingSheet } from '../filing-sheet.ts';
import { filingWay } from '../filing-way.ts';
import { defineKind, inOne, ofYearOfDay } from '../kind.ts';
import { plainName } from '../person-name.ts';
import type { Programme } from '../programme.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import { filingStateCalled } from '../verdict-words.ts';

/** What 再委託承諾申請書 (様式 FM-04) says, in its words. */
export const SubcontractContent = z.object({
  /** 再委託先の名称; people of it are so named in the roster. */
  party: z.string().min(1),
  representative: z.string().optional(),
  address: z.string().optional(),
  work: z.string().optional(),
  reason: z.string().optional(),
  /** In yen. */
  amount: z.number().int().optional(),
  from: Day.optional(),
  until: Day.optional(),
  personalData: z.string().optional(),
  safeguards: z.string().optional(),
  supervision: z.string().optional(),
});
export type SubcontractContent = z.infer<typeof SubcontractContent>;
export type SubcontractField = keyof SubcontractContent;

/** Its fields in the order of the form, as it calls them; the first ones are written first. */
export const subcontractFields = [
  { name: 'party', label: '再委託先の名称', required: true, first: true },
  { name: 'representative', label: '代表者氏名', required: true, first: true },
  { name: 'address', label: '所在地', required: true, first: true },
  { name: 'work', label: '再委託する業務の範囲', required: true, first: true },
  { name: 'reason', label: '再委託の理由・必要性', required: true, first: true },
  { name: 'amount', label: '再委託金額（予定・円）', required: false, first: false },
  { name: 'from', label: '開始日', required: true, first: false },
  { name: 'until', label: '終了日', required: true, first: false },
  { name: 'personalData', label: '個人情報の取扱いの有無・内容', required: true, first: false },
  { name: 'safeguards', label: '安全管理・同等義務の確保方法', required: true, first: false },
  { name: 'supervision', label: '監督方法', required: true, first: false },
] as const satisfies readonly { name: SubcontractField; label: string; required: boolean; first: boolean }[];

/** What must be written before it is handed in. */
export const lackingInSubcontract = (content: SubcontractContent): readonly SubcontractField[] =>
  subcontractFields.flatMap(({ name, required }) => (required && content[name] === undefined ? [name] : []));

/** Why its days cannot be: it ends before it begins, or is not within the programme. */
export function periodTroubles(
  { from, until }: Pick<SubcontractContent, 'from' | 'until'>,
  { start, end }: Pick<Programme, 'start' | 'end'>,
): { readonly from?: string; readonly until?: string } {
  const within = `事業の期間（${fullDate(start)}〜${fullDate(end)}）の日にしてください。`;
  const isOutside = (day: Day | undefined) => day !== undefined && (day < start || day > end);
  const isTurned = from !== undefined && until !== undefined && until < from;
  return {
    ...(isOutside(from) ? { from: `開始日は、${within}` } : {}),
    ...(isTurned ? { until: `終了日は、開始日の${fullDate(from)}か、それよりあとの日にしてください。` } : {}),
    ...(isOutside(until) ? { until: `終了日は、${within}` } : {}),
  };
}

/** A 再委託: handed to the prefecture, and allowed once it has its 承諾. */
export const Subcontract = filingOf(SubcontractContent);
export type Subcontract = z.infer<typeof Subcontract>;

/** How it stands: what the prefecture says to it is 承諾 or 不承諾. */
export function subcontractStateName(subcontract: Subcontract): string {
  const state = filingState(subcontract);
  return state === 'refuse' ? filingStateCalled(state, '承諾') : filingStateName(subcontract);
}

export const subcontractId = (ask: string): string => `subcontract-${ask}`;
/** For `Collection.list`: every 再委託. */
export const SUBCONTRACTS = { from: 'subcontract-', below: 'subcontract.' } as const;

export const isParty = (a: string, b: string): boolean => plainName(a) === plainName(b);

/** Days on which a 再委託 may be carried out: those of the version that has the 承諾, from the day of the 承諾 on. */
export function allowedDays(subcontract: Subcontract): { readonly from: Day; readonly until: Day } | undefined {
  const version = approvedVersion(subcontract);
  if (!version) return undefined;
  const { from, until } = version.content;
  if (from === undefined || until === undefined) return undefined;
  return { from: laterDay(from, dayOf(new Date(version.approved.at))), until };
}

/** The 再委託 to a party that has 県の承諾 on a day. */
export function liveSubcontract(party: string, all: readonly Subcontract[], day: Day): Subcontract | undefined {
  return all.find((each) => {
    const allowed = allowedDays(each);
    const isNamed = isParty(approvedVersion(each)?.content.party ?? '', party);
    return isNamed && allowed !== undefined && allowed.from <= day && day <= allowed.until;
  });
}

/** 再委託先 of a roster with 県の承諾 on a day, each with its 承諾番号. */
export function consentedParties(
  roster: readonly { readonly party?: string | undefined }[],
  all: readonly Subcontract[],
  day: Day,
): readonly { readonly name: string; readonly document: string }[] {
  const named = [...new Set(roster.flatMap(({ party }) => (party ? [party] : [])))];
  return named.flatMap((name) => {
    const live = liveSubcontract(name, all, day);
    const version = live && approvedVersion(live);
    return version ? [{ name, document: actOf(live, version.number)?.document ?? '文書未受領' }] : [];
  });
}

export const subcontracts = defineKind({
  name: 'subcontracts',
  called: '再委託',
  container: 'state',
  schema: Subcontract,
  ...inOne(FILINGS),
  id: ({ id }) => id,
  belongsTo: () => undefined,
  ofYear: ofYearOfDay(
    (subcontract) => currentFiling(subcontract).content.from ?? dayOf(new Date(currentFiling(subcontract).at)),
  ),
  keptFor: {
    years: 'records',
    isOver: (subcontract, { isOld }) =>
      subcontract.versions.every(
        ({ at, content }) => isOld(at) && isOld(content.until ? `${content.until}T15:00:00.000Z` : at),
      ),
  },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '再委託',
        'trust',
        (subcontract: Subcontract) => subcontract.versions.map((version) => ({ subcontract, version })),
        {
          番号: ({ subcontract }) => subcontract.id,
          版: ({ version }) => version.number,
          再委託先の名称: ({ version }) => version.content.party,
          代表者氏名: ({ version }) => version.content.representative,
          所在地: ({ version }) => version.content.address,
          業務の範囲: ({ version }) => version.content.work,
          理由: ({ version }) => version.content.reason,
          '金額（円）': ({ version }) => version.content.amount,
          開始日: ({ version }) => version.content.from,
          終了日: ({ version }) => version.content.until,
          個人情報の取扱い: ({ version }) => version.content.personalData,
          安全管理: ({ version }) => version.content.safeguards,
          監督方法: ({ version }) => version.content.supervision,
          状態: ({ subcontract, version }) =>
            version === currentFiling(subcontract) ? filingStateCalled(filingState(subcontract), '承諾') : undefined,
          承諾番号: ({ subcontract, version }) => actOf(subcontract, version.number)?.document,
          日時: ({ version }) => momentCell(version.at),
          作成者: ({ version }, { nameOf }) => nameOf(version.by),
        },
      ),
      filingSheet<Subcontract>({ called: '再委託', yes: '承諾', what: ({ party }) => party }),
    ],
  },
  takenBack: {
    never: 'what was handed to the prefecture is withdrawn, or written anew as a version',
    ownWay: (subcontract, said) =>
      filingWay(subcontract, said, {
        called: '再委託',
        edit: { command: 'edit-subcontract', input: { subcontract: subcontract.id } },
      }),
  },
  audited: true,
  ofTheChat: [],
});
