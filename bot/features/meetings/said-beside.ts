import { partiesSaid } from '../../inputs/invited.ts';
import type { TurnStart } from '../../turn.ts';

/** With whom and where, folded: it is read from the sentence as it was typed. */
export const BESIDE =
  /(?:県|事務局)?(?:さん|様|さま)?(?:と|との)(?![ぁ-ん])|(?:県|事務局)(?:さん|様)?とのー?|[\p{Script=Han}ぁ-んーa-z0-9]{0,10}(?:室|庁|庁舎|館|ほーる|せんたー|おんらいん|てぃーむず|ずーむ|teams|zoom|webex)(?:にて|で)|勉強会|説明会|面談/giu;

const PLACE =
  /(?:^|から|[、。\s\dとでにはを分時半])(?<place>(?:[^\s、。\dとでにはを]{0,14}(?:室|庁|庁舎|館|ホール|役場|役所|センター)|オンライン|Teams|Zoom|Webex))(?:にて|で)/iu;
const WITH = /(?<who>[^\s、。\dでにはをの]{1,20}?)(?:さん|様|さま)?との?(?![ぁ-ん]|$)/gu;
const TITLE =
  /(?<![\p{Script=Han}\p{Script=Katakana}])(?:\d{1,2}(?:時半?|分|日|月))?(?<title>[\p{Script=Han}\p{Script=Katakana}ーA-Za-z]{0,16}?(?:打合せ|打ち合わせ|打合わせ|ミーティング|勉強会|説明会|面談|相談会|連絡会|研修会?|[\p{Script=Han}]会議))/u;
/** Typed with its inputs in order, it says itself what is what. */
const TYPED = /^\s*会議作成/u;

type Given = Readonly<Record<string, unknown>>;

/** 箕輪町役場で箕輪町さんと打合せ入れて: what it is called, where it is and with whom, where the sentence says so. */
export async function withBeside(
  { said, input }: { readonly said: string; readonly input: Given },
  turn: TurnStart,
): Promise<Given> {
  if (TYPED.test(said)) return input;
  const plain = said.normalize('NFKC');
  const found = {
    title: TITLE.exec(plain)?.groups?.['title'],
    place: PLACE.exec(plain)?.groups?.['place'],
    audience: await audienceIn(plain, turn),
  };
  const known = Object.entries(found).filter(([name, value]) => value !== undefined && input[name] === undefined);
  return { ...input, ...Object.fromEntries(known) };
}

/** Everybody who stands before と; undefined where one of them is nobody known. */
async function audienceIn(plain: string, turn: TurnStart): Promise<string | undefined> {
  const said = [...plain.matchAll(WITH)].map(({ groups }) => groups?.['who'] ?? '');
  const parties: string[] = [];
  for (const who of said) {
    const { parts } = await partiesSaid(who, turn);
    const [only, ...others] = parts.flatMap((part) => part.parties);
    if (only === undefined || others.length > 0) return undefined;
    parties.push(only);
  }
  return parties.length > 0 ? [...new Set(parties)].join('、') : undefined;
}
