import type { ToldText } from '../../inputs/spoken.ts';

const WORD = '(?:議題|次第)';
/** 入れておきました, 入れてあります, 入れてから: nobody asks for anything. */
const NO_REQUEST =
  '(?:おき|おいた|い(?:ま|た(?!だ)|る)|あ[りる]|から|み|しま|も(?!ら)|(?:もらい|いただき|くれ)(?:まし|た)|もらった)';
/** What is asked to be done with a topic. */
const ADD = `(?:足し|入れ|いれ|加え|くわえ|追加(?:し)?|載せ|のせ|挙げ|あげ|取り上げ|とりあげ)(?:て(?!${NO_REQUEST})|た(?:い|く)|を|お願い|ほし|願|[。！!]|$)`;
const QUOTED = '[「『](?<text>[^「」『』\\n]{1,200})[」』]';
const PLAIN = '(?<text>[^「」『』。、\\n]{2,80}?)';
const MEETING = '(?:会議|打合せ|打ち合わせ|研修|勉強会|説明会|第\\s?\\d{1,3}回|\\d日|\\d/\\d{1,2})';
const TALK =
  '(?:話し合い|話し|相談し|議論し|協議し|検討し|取り上げ)たい(?:です|と思います)?(?:ので|から|のですが|ため)?[、。]?';

/** Each holds the topic, and what goes with it when it is taken out. */
const WAYS: readonly RegExp[] = [
  // 議題に「…」の確認を足して
  new RegExp(`(?<=${WORD}に[、も]?)${QUOTED}(?:の[^「」『』。\\n]{1,12})?(?=を${ADD})`, 'u'),
  // 「…」を議題に加えて, 「…」について議題にしたいです
  new RegExp(`${QUOTED}(?:を|について|も)、?(?=${WORD}(?:に|として|へ)(?:${ADD}|してほし|して(?:くだ|下)さ))`, 'u'),
  new RegExp(`${QUOTED}(?:を|について|も)、?(?=${WORD}に)(?<left>${WORD}にしたい(?:です)?[。]?)$`, 'u'),
  // 議題の追加をお願いします。12/17の会議、「…」です
  new RegExp(`(?<=${WORD}の?追加(?:を|の)?お願い[^「」『』]{0,40})${QUOTED}(?:です|になります)?[。]?$`, 'u'),
  // 会議で…について話したいので議題に入れて
  new RegExp(
    `(?<=${MEETING}(?:で|では|に|にて)、?)${PLAIN}(?:について|を|のことを?)${TALK}(?=[^。\\n]{0,4}${WORD}に${ADD})`,
    'u',
  ),
  // 会議で、…の話もさせてください（議題に追加）
  new RegExp(
    `(?<=${MEETING}(?:で|では|に|にて)、?)${PLAIN}(?:の話|のこと|の件|について)?[をも]?(?:話)?(?:させて|話したい|相談したい)[^。（(\\n]{0,12}[。]?(?=[（(]${WORD}(?:に|へ|の)?(?:追加|足し|加え|入れ)[^。\\n]{0,12}[）)]$)`,
    'u',
  ),
  // 議題に…を足して
  new RegExp(`(?<=${WORD}に[、も]?)${PLAIN}(?=を${ADD})`, 'u'),
  // 会議で…を議題に加えて
  new RegExp(
    `(?<=${MEETING}(?:で|では|に|にて)、?)${PLAIN}(?:を|について|も)(?=${WORD}に(?:${ADD}|して(?:くだ|下)さ))`,
    'u',
  ),
];

/** 12/10の打合せの議題に「…」を足して: what is to be talked about, apart from the sentence that asks for it. */
export function topicTold(said: string): ToldText | undefined {
  if (!/議題|次第/.test(said)) return undefined;
  for (const way of WAYS) {
    const found = way.exec(said);
    const { text, left } = found?.groups ?? {};
    if (!found || text === undefined) continue;
    const behind = said.slice(found.index + found[0].length).replace(/^[（(](.*)[）)]$/u, '$1');
    return {
      text: text.trim(),
      rest: `${said.slice(0, found.index)}${left === undefined ? '' : '議題に追加して'}${behind}`,
    };
  }
  return undefined;
}
