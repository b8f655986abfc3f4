import { z } from 'zod';
import { dayOf } from '../day.ts';
import { defineKind, inOne, ofYearOfDay, PROGRAMME } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';

/** Which 個人情報 is kept for the programme, by whom and where. */
export const PersonalDataEntry = z.object({
  /** 何の個人情報か */
  name: z.string().min(1),
  /** 責任者 */
  manager: z.string().min(1),
  /** 従事者 */
  handlers: z.string().min(1),
  /** 保管場所 */
  place: z.string().min(1),
});
export type PersonalDataEntry = z.infer<typeof PersonalDataEntry>;

/** One of them, in versions; the last one counts. */
export const PersonalDataRegister = z.object({
  id: z.string(),
  versions: z.array(Provenance.extend(PersonalDataEntry.shape)).min(1),
});
export type PersonalDataRegister = z.infer<typeof PersonalDataRegister>;

export const personalDataId = (ask: string): string => `personal-${ask}`;
/** For `Collection.list`: all of them. */
export const PERSONAL_DATA = { from: 'personal-', below: 'personal.' } as const;

export const personalDataRegisters = defineKind({
  name: 'personalDataRegisters',
  called: '個人情報の管理簿',
  container: 'state',
  schema: PersonalDataRegister,
  ...inOne(PROGRAMME),
  id: ({ id }) => id,
  belongsTo: () => undefined,
  ofYear: ofYearOfDay(({ versions: [first] }) => dayOf(new Date(first?.at ?? 0))),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '個人情報の管理簿',
        'trust',
        (register: PersonalDataRegister) => register.versions.map((version, at) => ({ register, version, at })),
        {
          番号: ({ register }) => register.id,
          版: ({ at }) => at + 1,
          個人情報: ({ version }) => version.name,
          責任者: ({ version }) => version.manager,
          従事者: ({ version }) => version.handlers,
          保管場所: ({ version }) => version.place,
          日時: ({ version }) => momentCell(version.at),
          記録した方: ({ version }, { nameOf }) => nameOf(version.by),
        },
      ),
    ],
  },
  takenBack: { never: 'a register is put right by a version' },
  audited: true,
  ofTheChat: [],
});
