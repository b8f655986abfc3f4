import { Day } from '../day.ts';

const DATED =
  /^(?<number>.*\S)[\s、,(]+(?:(?<era>令和|R)\s?(?<eraYear>\d{1,2}|元)[年./-]|(?<year>\d{4})[年./-])?(?<month>\d{1,2})[月./](?<day>\d{1,2})日?(?:付け?|\))?$/iu;
const REIWA = 2018;
/** Said again before the number where it was asked for. */
const CALLED = /^文書番号[\s:：はが、]+/u;

/**
 * 8DX-123 11/24: the number, and the day that was said behind it. Without its year it is the last such day up to today;
 * what is no day of the calendar stays where it was said.
 */
export function documentSaid(said: string, today: Day): { readonly document: string; readonly day?: Day } {
  const plain = said.trim().replace(CALLED, '') || said;
  const parts = DATED.exec(plain.normalize('NFKC'))?.groups;
  if (!parts?.['number']) return { document: plain };
  const { number, era, eraYear, year, month = '', day = '' } = parts;
  const of = (inYear: number) => Day.safeParse(`${inYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
  const said4 = era ? REIWA + (eraYear === '元' ? 1 : Number(eraYear)) : year ? Number(year) : undefined;
  const now = Number(today.slice(0, 4));
  const found = said4 === undefined ? [of(now), of(now - 1)].find((each) => each && each <= today) : of(said4);
  return found ? { document: number, day: found } : { document: plain };
}
