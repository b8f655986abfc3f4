import { plainName } from '../person-name.ts';

/** What stands behind a family's name when a person is meant, and not a place or a thing. */
const BEHIND = '(?:さん|氏|様|先生|くん|君|[都県市町村]?長|課長|係長|部長|局長|室長|次長|補佐|主幹|主査|主任|主事)';
/** A family of one sign is too many other words. */
const SHORTEST = 2;

/**
 * The first person whom a text names, of the roster or called さん; undefined where it names none. What others see says
 * offices and posts, never who.
 * @param names as the roster has them, family first
 */
export function personNamedIn(text: string, names: readonly string[]): string | undefined {
  const plain = plainName(text);
  const known = names.find((name) => {
    const [family = ''] = name.split(/\s/);
    const short = plainName(family);
    if (plain.includes(plainName(name))) return true;
    return short.length >= SHORTEST && new RegExp(`${escaped(short)}${BEHIND}`).test(plain);
  });
  return known ?? STRANGER.exec(plain)?.[1];
}

/** Somebody no roster need know, by what people are called: 鈴木さん, and not 担当者さん, 皆さん or お客さん. */
const STRANGER =
  /(?<!\p{Script=Han})(\p{Script=Han}{1,5}[^\P{Script=Han}員者民客皆屋方様係課社町村市県庁店奥母父婆爺子嫁達])(?:さん|氏)(?!名|族)/u;

/** Whether what should be an office is somebody by their name, whom no roster need know: 鈴木さん. */
export const isAddressed = (office = ''): boolean => /\p{Script=Han}(?:さん|氏|様|くん|君)(?!名|式)/u.test(office);

/** What is said of a text that names one. */
export const PERSON_NAMED = '人の名前が入っています。課や職（例: 総務課の担当）に直してください。';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
