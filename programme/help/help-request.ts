import { z } from 'zod';
import { defineKind, inMunicipality, ofYearOfMoment, wholly } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheet, momentCell } from '../sheet.ts';
import { takenBackWhole } from '../undo.ts';

/** 相談: a municipality asks the secretariat for help. The text never leaves 1:1 chats with those who may see it. */
export const HelpRequest = Provenance.extend({
  id: z.string(),
  municipality: z.string(),
  text: z.string(),
  item: z.string().optional(),
  undone: Provenance.optional(),
  /** Whoever of the secretariat has seen to it, and when. */
  answered: Provenance.optional(),
});
export type HelpRequest = z.infer<typeof HelpRequest>;

/** Whether it still waits for the secretariat at a moment. */
export function isWaiting({ at, undone, answered }: HelpRequest, moment: Date): boolean {
  const then = moment.toISOString();
  return at <= then && undone === undefined && !(answered && answered.at <= then);
}

/** Whether nothing is left to do about it, as of now: taken back, or seen to by the secretariat. */
export const isSettled = ({ undone, answered }: HelpRequest): boolean => undone !== undefined || answered !== undefined;

export const helpRequests = defineKind({
  name: 'helpRequests',
  called: '相談',
  container: 'state',
  schema: HelpRequest,
  ...inMunicipality,
  id: ({ id }) => id,
  belongsTo: (help, { code }) => wholly(help, help.municipality === code),
  ofYear: ofYearOfMoment(({ at }) => at),
  keptFor: { years: 'records', isOver: ({ at }, { isOld }) => isOld(at) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<HelpRequest>('相談', 'support', {
        団体コード: ({ municipality }) => municipality,
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        内容: ({ text }) => text,
        項目ID: ({ item }) => item,
        相談者: ({ by }, { nameOf }) => nameOf(by),
        日時: ({ at }) => momentCell(at),
        取消日時: ({ undone }) => momentCell(undone?.at),
      }),
    ],
  },
  takenBack: takenBackWhole<HelpRequest>(() => ({
    what: '困りごと',
    said: '事務局に届いています',
    undone: '取り下げ',
  })),
  audited: true,
  ofTheChat: [],
});
