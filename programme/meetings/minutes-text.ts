import { z } from 'zod';
import { Day } from '../day.ts';
import { Provenance } from '../provenance.ts';

/** What FM-14 has beside the decisions and the 宿題, in its order; each is there where somebody wrote it. */
export const minutesTextNames = {
  reports: '報告事項',
  outcomes: '成果の発表',
  issues: '課題と対応策',
  materials: '資料',
  attended: '出席者',
} as const;
export type MinutesText = keyof typeof minutesTextNames;
export const MinutesText = z.enum(Object.keys(minutesTextNames) as [MinutesText, ...MinutesText[]]);
export const MinutesTexts = z.partialRecord(MinutesText, z.string());
export type MinutesTexts = z.infer<typeof MinutesTexts>;

/** What each of them is written like, for whoever writes it. */
export const minutesTextHints: Readonly<Record<MinutesText, string>> = {
  reports: '1行に1つ。例: 11月の訪問 12回',
  outcomes: '1行に1つ。例: 書かない窓口の試行',
  issues: '1行に1つ、「課題 → 対応策」の形で。例: 担当が1人 → 12月から2人で',
  materials: '配ったものの名前かリンクを、1行に1つ',
  attended: '出欠の回答と違うときに書きます。1行に1人、「所属 職名 氏名」',
};

/** 共有範囲 of minutes. */
export const minutesSharingNames = { prefecture: '県限り', consented: '承諾済市町村' } as const;
export type MinutesSharing = keyof typeof minutesSharingNames;
export const MinutesSharing = z.enum(Object.keys(minutesSharingNames) as [MinutesSharing, ...MinutesSharing[]]);

/** 県確認 of one version of minutes, with the day it is of: of the tap, or of the prefecture's letter. */
export const MinutesConfirmation = Provenance.extend({
  version: z.number().int(),
  day: Day,
  undone: Provenance.optional(),
});

/** A line of 課題と対応策: what stands before the arrow is the trouble, what stands behind it what is done about it. */
export function issueOf(line: string): readonly [issue: string, answer: string] {
  const [issue = '', ...rest] = line.split(/\s*(?:→|⇒|->|=>)\s*/);
  return [issue, rest.join(' → ')];
}
