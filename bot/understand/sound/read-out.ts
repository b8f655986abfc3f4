import words from '../../../programme/catalogue/word-readings.json' with { type: 'json' };
import { fold, plainOf } from '../text/fold.ts';
import { waysToSay } from './spoken-ways.ts';

const readings = new Map<string, string>(Object.entries(words));
const LONGEST = Math.max(...[...readings.keys()].map(({ length }) => length));
const HAN = /\p{Script=Han}/u;

/**
 * How a name of the programme is said, by the readings of its words; undefined where one of them is not known. Letters
 * and digits stay as they are.
 */
export function readOut(name: string): string | undefined {
  const folded = fold(plainOf(name));
  let said = '';
  for (let at = 0; at < folded.length; ) {
    const length = lengths.find((each) => readings.has(folded.slice(at, at + each)));
    const sign = folded[at] ?? '';
    if (length === undefined && HAN.test(sign)) return undefined;
    said +=
      length === undefined ? (/[\s・（）()/]/.test(sign) ? '' : sign) : readings.get(folded.slice(at, at + length));
    at += length ?? 1;
  }
  return said;
}

const lengths = Array.from({ length: LONGEST }, (_, at) => LONGEST - at);

/** How many ways of saying a person's name are kept. */
const MOST = 12;

/** The likeliest ways to say a name that no list has: a person's. */
export function waysOfName(name: string): readonly string[] {
  let said = [''];
  for (const ways of waysToSay(fold(plainOf(name))))
    said = said.flatMap((begin) => ways.map(({ kana }) => begin + kana)).slice(0, MOST * MOST);
  return said.slice(0, MOST);
}
