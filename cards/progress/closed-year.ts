import { fiscalYearName } from '../../programme/day.ts';
import { type Node, text } from '../card.ts';

/** What a card is about where that is a year that is over: 2024 of 令和6年度. Absent for the year in force. */
export type OfClosedYear = { readonly closed?: number | undefined };

/** 令和6年度（終了）, so that nobody takes it for now. */
export const closedYearLine = ({ closed }: OfClosedYear): Node[] =>
  closed === undefined ? [] : [text(`${fiscalYearName(closed)}（終了）`, 'strong')];

/** What its buttons say beside what they are about. */
export const ofClosedYear = (closed: number | undefined): { readonly year?: number } =>
  closed === undefined ? {} : { year: closed };
