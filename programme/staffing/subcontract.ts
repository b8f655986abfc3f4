import { z } from 'zod';
import { Day, dayOf, laterDay } from '../day.ts';
import { actOf, approvedVersion, currentFiling, FILINGS, filingOf, filingState, filingStateNames } from '../filing.ts';
import { defineKind, inOne, ofYearOfDay } from '../kind.ts';
import { plainName } from '../person-name.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';

/** What 再委託承諾申請書 (様式 FM-04) says, in its words. */
export const SubcontractContent = z.object({
  /** 再委託先の名称; people of it are so named in the roster. */
  party: z.string().min(1),
  /** 代表者氏名 */
  representative: z.string(),
  /** 所在地 */
  address: z.string(),
  /** 再委託する業務の範囲 */
  work: z.string(),
  /** 再委託の理由・必要性 */
  reason: z.string(),
  /** 再委託金額（予定）, in yen */
  amount: z.number().int().optional(),
  from: Day,
  until: Day,
  /** 個人情報の取扱いの有無・内容 */
  personalData: z.string(),
  /** 安全管理・同等義務の確保方法 */
  safeguards: z.string(),
  /** 監督方法 */
  supervision: z.string(),
});
export type SubcontractContent = z.infer<typeof SubcontractContent>;

/** A 再委託: handed to the prefecture, and allowed once it has its 承諾. */
export const Subcontract = filingOf(SubcontractContent);
export type Subcontract = z.infer<typeof Subcontract>;

export const subcontractId = (ask: string): string => `subcontract-${ask}`;
/** For `Collection.list`: every 再委託. */
export const SUBCONTRACTS = { from: 'subcontract-', below: 'subcontract.' } as const;

export const isParty = (a: string, b: string): boolean => plainName(a) === plainName(b);

/** Days on which a 再委託 may be carried out: those of the version that has the 承諾, from the day of the 承諾 on. */
export function allowedDays(subcontract: Subcontract): { readonly from: Day; readonly until: Day } | undefined {
  const version = approvedVersion(subcontract);
  if (!version) return undefined;
  const { from, until } = version.content;
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

export const subcontracts = defineKind({
  name: 'subcontracts',
  called: '再委託',
  container: 'state',
  schema: Subcontract,
  ...inOne(FILINGS),
  id: ({ id }) => id,
  belongsTo: () => undefined,
  ofYear: ofYearOfDay((subcontract) => currentFiling(subcontract).content.from),
  keptFor: {
    years: 'records',
    isOver: (subcontract, { isOld }) =>
      subcontract.versions.every(({ at, content }) => isOld(at) && isOld(`${content.until}T15:00:00.000Z`)),
  },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '再委託',
        'support',
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
            version === currentFiling(subcontract) ? filingStateNames[filingState(subcontract)] : undefined,
          承諾番号: ({ subcontract, version }) => actOf(subcontract, version.number)?.document,
          日時: ({ version }) => momentCell(version.at),
          作成者: ({ version }, { nameOf }) => nameOf(version.by),
        },
      ),
    ],
  },
  takenBack: { never: 'what was handed to the prefecture is withdrawn, or written anew as a version' },
  audited: true,
  ofTheChat: [],
});
