import type { Paragraph, Table } from 'docx';
import { type Day, fullDate } from '../../programme/day.ts';
import { heading, inTheMiddle, onTheRight, pageDocx, paragraphs } from './page.ts';

/** A letter of the formal kind: 文書番号と日付, 宛先, 差出人, 件名, 本文, 記, 以上. */
export type Letter = {
  /** 様式第○号; absent where the prefecture has named none. */
  readonly form?: string | undefined;
  /** 文書番号; absent where none was given yet: it is left open. */
  readonly number?: string | undefined;
  readonly day: Day;
  /** 宛先 with its title: 長野県知事　様. */
  readonly to: string;
  /** 差出人: who, and what they are, a line each. */
  readonly by: readonly string[];
  readonly title: string;
  readonly text: string;
  /** What stands between 記 and 以上. */
  readonly parts: readonly (Paragraph | Table)[];
};

export async function letterDocx({ form, number, day, to, by, title, text, parts }: Letter): Promise<Uint8Array> {
  return pageDocx(title, [
    ...(form ? [onTheRight(form)] : []),
    onTheRight(number ?? '（文書番号　　　　　　　　）'),
    onTheRight(fullDate(day)),
    ...paragraphs(to),
    ...by.map(onTheRight),
    heading(title),
    ...paragraphs(text),
    inTheMiddle('記'),
    ...parts,
    onTheRight('以上'),
  ]);
}

/** 長野県知事　様: the prefecture's name comes from the workbook; who is governor is not known. */
export const governorOf = (prefecture: string): string => `${prefecture}知事　様`;
