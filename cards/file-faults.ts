import { type Card, card, list, type Node, notice, text } from './card.ts';

type FaultShown = { readonly sheet: string; readonly row: number | undefined; readonly instead: string };

/** More nobody puts right on a phone. */
const SHOWN = 12;

/** A file that cannot be taken as it is: where, and what to write there instead. Nothing of it was kept. */
export function fileFaults(name: string, faults: readonly FaultShown[]): Card {
  const sentence = `${name}に、直すところが${faults.length}件あります。直してから、もう一度送ってください。何も記録していません。`;
  const rest = faults.length - SHOWN;
  return card(
    `${name}を読み取れません`,
    sentence,
    notice('attention', sentence),
    list(faults.slice(0, SHOWN).map((fault) => ({ title: placeOf(fault), detail: fault.instead }))),
    rest > 0 ? [notice('quiet', `ほかに${rest}件あります。`)] : [],
  );
}

/** The same beside the rest of the file, which can be taken. */
const BESIDE = 8;

/** Rows that cannot be read and are left out, where the others go on. */
export function rowFaultNodes(faults: readonly FaultShown[]): Node[] {
  if (faults.length === 0) return [];
  const sentence = '次の行は読み取れないため、反映しません。直して、もう一度送ってください。';
  const more = faults.length - BESIDE;
  return [
    notice('bad', sentence),
    list(faults.slice(0, BESIDE).map((fault) => ({ title: placeOf(fault), detail: `${fault.instead}。` }))),
    ...(more > 0 ? [text(`ほかに${more}件あります。`, 'quiet')] : []),
  ];
}

/** 「工程表」5行目 */
export const placeOf = ({ sheet, row }: FaultShown): string =>
  `${sheet === '' ? 'ファイル' : `「${sheet}」`}${row === undefined ? '' : `${row}行目`}`;
