import { z } from 'zod';
import { dayOf } from '../day.ts';
import { defineKind, inOne, ofYearOfDay, PROGRAMME } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';

/** 権利留保物: something in what is delivered whose rights stay with somebody else. */
export const RightEntry = z.object({
  name: z.string().min(1),
  /** 権利者 */
  holder: z.string().min(1),
  /** どこで使ったか */
  where: z.string().min(1),
});
export type RightEntry = z.infer<typeof RightEntry>;

/** One of them, in versions; the last one counts. */
export const RetainedRight = z.object({
  id: z.string(),
  versions: z.array(Provenance.extend(RightEntry.shape)).min(1),
});
export type RetainedRight = z.infer<typeof RetainedRight>;

export const retainedRightId = (ask: string): string => `right-${ask}`;
/** For `Collection.list`: all of them. */
export const RETAINED_RIGHTS = { from: 'right-', below: 'right.' } as const;

export const retainedRights = defineKind({
  name: 'retainedRights',
  called: '権利留保物',
  container: 'state',
  schema: RetainedRight,
  ...inOne(PROGRAMME),
  id: ({ id }) => id,
  belongsTo: () => undefined,
  ofYear: ofYearOfDay(({ versions: [first] }) => dayOf(new Date(first?.at ?? 0))),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '権利留保物',
        'trust',
        (right: RetainedRight) => right.versions.map((version, at) => ({ right, version, at })),
        {
          番号: ({ right }) => right.id,
          版: ({ at }) => at + 1,
          名称: ({ version }) => version.name,
          権利者: ({ version }) => version.holder,
          使った場所: ({ version }) => version.where,
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
