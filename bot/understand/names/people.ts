import { colleaguesOf } from '../../../programme/people/asking.ts';
import { shapeOf } from '../../../programme/person-name.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import type { TurnStart } from '../../turn.ts';
import { fold, plainOf } from '../text/fold.ts';

/** Whoever says it does not come alone, or not at all. */
export const STANDS_IN = '代理';
/** Words that say so: 代わりに小林が行きます. */
const STANDING_IN = /代理|代わりに|かわりに/;
/** 代わりに鈴木が出られないので, 代わりの人もいないので: nobody does. */
const NOBODY =
  /(?:代わり|かわり|代理)[^。\n]{0,20}?(?:出られ|出れ|行け|伺え|参れ|参加でき|出席でき|い|おら|見つから|見つかり|立て|頼め)(?:な|ませ|ず)/;
export const isStoodIn = (said: string): boolean => STANDING_IN.test(said) && !NOBODY.test(said);
/** Titles that are said after a name. */
const TITLES = ['さん', '様', '氏', '課長', '係長', '主任', '主事', '主査', '部長'];

/** Who can stand in for somebody, where a sentence speaks of it: by family name and in full. */
export type NamedPeople = readonly { readonly family: string; readonly full: string }[];

export async function peopleFor(text: string, { who, store }: TurnStart): Promise<NamedPeople> {
  if (!who || !isStoodIn(text)) return [];
  const members = (await store.members.list(MEMBERS)).map(({ value }) => value).filter(({ active }) => active);
  const others =
    who.role === 'municipal'
      ? colleaguesOf(who, members)
      : members.filter(({ id, role }) => id !== who.id && role === who.role);
  return others.map(({ name }) => ({ family: name.split(/\s/)[0] ?? name, full: name.replace(/\s/g, '') }));
}

/** The one colleague a sentence names, as it names them. */
export function substituteIn(folded: string, people: NamedPeople): string | undefined {
  if (!isStoodIn(folded)) return undefined;
  const said = [
    ...new Set(
      people.flatMap(({ family, full }) => [full, family].find((name) => folded.includes(fold(plainOf(name)))) ?? []),
    ),
  ];
  return said.length === 0 ? (nearIn(folded, people) ?? strangerIn(folded)) : said.length === 1 ? said[0] : undefined;
}

/** 代わりに山田太郎が出ます: somebody of whom the roster knows nothing comes all the same. */
const strangerIn = (folded: string): string | undefined => STRANGER.exec(folded)?.groups?.['name'];
const STRANGER =
  /(?:代わりに|かわりに|代理で|代理として)、?(?<name>(?!上司|部下|同僚|誰|職員|別|他|担当|課長|係長|部長|町長|村長|市長|本人)[\p{Script=Han}]{2,6}?)(?:さん|様|氏|課長|係長|主任|主事|主査|部長)?が(?:出|行|参り|参加|伺|対応)/u;

/** What was typed where a name would stand in another shape of its characters, as it was typed: it will be asked about. */
function nearIn(folded: string, people: NamedPeople): string | undefined {
  const signs = [...folded];
  const text = signs.map(shapeOf).join('');
  const found = people.flatMap(({ family, full }) =>
    [full, family]
      .flatMap((name) => {
        const shape = [...fold(plainOf(name))].map(shapeOf).join('');
        const at = text.indexOf(shape);
        if (at < 0) return [];
        const from = [...text.slice(0, at)].length;
        return [signs.slice(from, from + [...shape].length).join('')];
      })
      .slice(0, 1),
  );
  const said = [...new Set(found)];
  return said.length === 1 ? said[0] : undefined;
}

/** The words a named colleague explains. */
export const peopleWords = (name: string | undefined): readonly string[] =>
  name === undefined ? [] : [fold(plainOf(name)), STANDS_IN, '代わりに', 'かわりに', ...TITLES];
