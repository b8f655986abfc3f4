import { may } from '../../../programme/may.ts';
import type { Command } from '../../command.ts';
import type { Doubt } from '../../inputs/spoken.ts';
import type { Wish } from '../../inputs/wish.ts';
import type { Registry } from '../../registry.ts';
import type { TurnStart } from '../../turn.ts';
import { doubtIn } from '../doubt/doubt.ts';
import { fold, plainOf } from '../text/fold.ts';
import { withoutRequest } from '../text/polite-request.ts';

/** More than this is text; nobody wishes at such length. */
const LONGEST = 200;

/** A wish as it would be typed, and what in its own words says that it may be none. */
type WishSaid = { readonly typed: string; readonly doubt: Doubt | undefined };

/**
 * The sentence as it would be typed, for who may do what it wishes; undefined where it is no wish of theirs. What the
 * wish does not explain stays in it, to be told as unused.
 */
export function wishTyped(
  text: string,
  registry: Registry,
  { who, room }: TurnStart,
  which: 'first' | 'others',
): WishSaid | undefined {
  const said = plainOf(text).trim();
  if (said.length > LONGEST) return undefined;
  const wish = wishesOf(registry)[which].find(
    ({ like, needs, unless, ofAnybody }) =>
      like.test(said) &&
      (ofAnybody || may(who, needs, undefined, room.audience)) &&
      (unless === undefined || !may(who, unless, undefined, room.audience)),
  );
  return wish && { typed: apart(said.replace(wish.like, wish.as)), doubt: doubtOf(wish, said) };
}

/** Words that may speak against a wish, unless it is a wish for just that: 中止します, 訪問予定を入れて. */
const OWN =
  /(?:し|なり|受け取り|頂き|もらい|決まり|来|着任し)まし?た|した(?!い)|中止|延期|取りや|取り止|見送|予定(?!(?:です|だ)?[。!\s]*$)|まで|たい|除|じゃ|では|なくて|なし|今後|次回|これから|来[年月週]|行けな|行かれな|伺えな|うかがえな|検討|済み?/gu;
/** What is told, only thought of, somebody else's, or said on the way to something else: 変更されています, 変更する前に. */
const TOLD =
  /(?:まし|でし)た(?:が|けど|よ|ね)?[。!\s]*$|[っいんしれべけせめえじ]た[。!\s]*$|て(?:い|おり|あり|あっ)(?:ます|る|た|まし)|(?:さ|ら)れ(?:ます|る|て|た)|済み?(?:です)?[。!\s]*$|(?:する|した|[たるす])(?:前|案|話|件|人|方[はがをも]|(?<!ます)よう|こと|必要|とき|時|際|場合|かどうか|か[をはが]|の[はがもを])|べき|と[^、。\s]{1,10}(?:さん|様|氏|長)(?:が|は|から|より)?[^、。\s]{0,8}[。\s]*$|検討|調整|保留|未定|困|忘れ|嘘|(?:て|んで|いで)(?!くだ|下さ|ほし|欲し|お[いき]|もら|いただ|頂|くれ|ね|よ|お願い)[^、。!\s]{2,}[。!\s]*$/u;

/** What a wish says beside what it takes, read as everything else is: 変更する予定です, 変更しなくていい, 変更したそうです. */
function doubtOf({ like, as }: Wish, said: string): Doubt | undefined {
  const { indices } = new RegExp(like.source, `${like.flags}d`).exec(said) ?? {};
  const taken = Object.entries(indices?.groups ?? {}).flatMap(([name, at]) =>
    at && as.includes(`<${name}>`) ? [at] : [],
  );
  const beside = [...said].length === said.length ? blanked(said, taken) : said;
  const against = withoutRequest(fold(beside)).replace(OWN, (word) => (spells(like, word) ? '' : word));
  return doubtIn(against) ?? (TOLD.test(against) ? 'unread' : undefined);
}

const spells = ({ source }: RegExp, word: string): boolean => source.includes(word);

/** What was taken is a capital, as it is where a sentence is looked over. */
function blanked(said: string, taken: readonly (readonly [from: number, to: number])[]): string {
  const parts = taken.toSorted(([a], [b]) => a - b);
  const ends = [...parts.map(([from]) => from), said.length];
  return ends.map((to, at) => said.slice(parts[at - 1]?.[1] ?? 0, to)).join('I');
}

type Wished = Wish & Pick<Command, 'needs'>;
const known = new WeakMap<Registry, Readonly<Record<'first' | 'others', readonly Wished[]>>>();

/** What people wish for, and what it takes to be given it. */
function wishesOf(registry: Registry) {
  const last = known.get(registry);
  if (last) return last;
  const all = registry.commands.flatMap(({ wished = [], needs }) => wished.map((wish) => ({ ...wish, needs })));
  const wishes = { first: all.filter(({ first }) => first), others: all.filter(({ first }) => !first) };
  known.set(registry, wishes);
  return wishes;
}

/** 小海町のS1-3: words of their own. */
export const apart = (typed: string): string => typed.replace(/(?<=[市区町村])の|の(?=\s|[SK]P?\d|$)/gi, ' ').trim();
