/** What a person wants done with what a noun names: 体制表を編集したい, 名簿に追加. */
export type Deed =
  | 'show'
  | 'list'
  | 'file'
  | 'edit'
  | 'change'
  | 'add'
  | 'create'
  | 'redraft'
  | 'submit'
  | 'remove'
  | 'takeBack'
  | 'confirm'
  | 'complete'
  | 'decide'
  | 'record'
  | 'answer'
  | 'urge'
  | 'start';

/** By how it is inflected: its stem, folded; of a godan verb the row as well. */
const ICHIDAN: readonly (readonly [string, ...Deed[]])[] = [
  ['見', 'show'],
  ['み', 'show'],
  ['見せ', 'show'],
  ['みせ', 'show'],
  ['教え', 'show'],
  ['変え', 'change'],
  ['加え', 'add'],
  ['入れ', 'add'],
  ['載せ', 'add'],
  ['始め', 'start', 'create'],
  ['はじめ', 'start', 'create'],
  ['終え', 'complete'],
  ['済ませ', 'complete'],
  ['答え', 'answer'],
  ['決め', 'decide'],
  ['取り下げ', 'takeBack'],
  ['取下げ', 'takeBack'],
  ['付け', 'record', 'add'],
  ['つけ', 'record', 'add'],
];
const GODAN: readonly (readonly [stem: string, row: string, ...Deed[]])[] = [
  ['出', 's', 'show', 'submit'],
  ['だ', 's', 'show', 'submit'],
  ['開', 'k', 'show'],
  ['ひら', 'k', 'show'],
  ['知', 'r', 'show'],
  ['もら', 'u', 'show', 'file'],
  ['探', 's', 'show'],
  ['送', 'r', 'submit', 'show'],
  ['書', 'k', 'edit', 'record', 'create'],
  ['かき', '', 'edit', 'record', 'create'],
  ['直', 's', 'edit', 'change'],
  ['なお', 's', 'edit', 'change'],
  ['書き直', 's', 'edit', 'redraft'],
  ['作り直', 's', 'redraft'],
  ['足', 's', 'add'],
  ['作', 'r', 'create', 'add'],
  ['つく', 'r', 'create', 'add'],
  ['外', 's', 'remove'],
  ['消', 's', 'remove'],
  ['取り消', 's', 'takeBack'],
  ['取消', 's', 'takeBack'],
  ['や', 'me', 'takeBack'],
];
/** Nouns that are done: 編集したい, 編集をお願いします, 編集. */
const SURU: readonly (readonly [string, ...Deed[]])[] = [
  ['表示', 'show'],
  ['閲覧', 'show'],
  ['参照', 'show'],
  ['共有', 'show'],
  ['確認', 'confirm', 'show'],
  ['一覧', 'list'],
  ['りすと', 'list'],
  ['印刷', 'file'],
  ['出力', 'file'],
  ['だうんろーど', 'file'],
  ['編集', 'edit', 'change'],
  ['修正', 'edit', 'change'],
  ['更新', 'edit', 'change'],
  ['記入', 'edit', 'record'],
  ['入力', 'edit', 'record'],
  ['変更', 'change', 'edit'],
  ['追加', 'add'],
  ['登録', 'add', 'record', 'create'],
  ['記録', 'record'],
  ['作成', 'create', 'add'],
  ['下書き', 'redraft', 'create'],
  ['作り直し', 'redraft'],
  ['開始', 'start', 'create'],
  ['提出', 'submit'],
  ['申請', 'submit'],
  ['削除', 'remove'],
  ['取消', 'takeBack'],
  ['取り消し', 'takeBack'],
  ['取り下げ', 'takeBack'],
  ['取下げ', 'takeBack'],
  ['完了', 'complete'],
  ['決定', 'decide'],
  ['回答', 'answer'],
  ['催促', 'urge'],
];
/** What a document is asked for as: 工程表をエクセルで. */
const FILES = ['word', 'excel', 'わーど', 'えくせる', 'ふぁいる', '書類', 'pdf', 'docx', 'xlsx'];

const POLITELY =
  '(?:です|でございます|のですが|んですが|のです|んです|なのですが|と思います|と思って(?:い)?ます|と思うのですが|けど|が|ね|よ)*';
const REQUESTED = [
  '',
  '(?:くだ|下)さい(?:ませ|ますか|ませんか|ますでしょうか)?',
  '(?:いただけ|頂け|もらえ|貰え)(?:ます|ません|ない)?(?:でしょう|です)?か?',
  '(?:いただけ|頂け|もらえ)(?:ます|る)?と(?:幸い|助かり|助かる|うれし|嬉し|ありがた)(?:い|ます)?',
  '(?:くれ)(?:ます|ません|ない)?か?',
  '(?:いただき|頂き|もらい)た(?:い|く(?:存じます|思います|お願いします)?)',
  '(?:ほし|欲し)い',
  'おいて(?:(?:くだ|下)さい)?',
  'ちょうだい',
].join('|');
const WANTED = '(?:た(?:い|く(?:存じます|思います|て))|ます|ましょう)';
const CAN = '(?:ます|る|ません)?(?:でしょう)?か';
const BEGGED = '(?:お願い|おねがい)(?:(?:いた|致)?し(?:ます|たい)|でき(?:ます|ません)か|できますでしょうか)?';

/** How a sentence ends that asks for a deed; `can` is asked of what is shown only. */
type Forms = { readonly asked: string; readonly can: string };

const ichidan = (stem: string): Forms => ({
  asked: `${stem}(?:て(?:${REQUESTED})|とい?て(?:${REQUESTED})|${WANTED}|る|させて(?:${REQUESTED}))`,
  can: `${stem}(?:られ|れ|え)${CAN}`,
});

const ROWS: Readonly<Record<string, readonly [masu: string, te: string, plain: string, can: string, lets: string]>> = {
  s: ['し', 'して', 'す', 'せ', 'さ'],
  k: ['き', 'いて', 'く', 'け', 'か'],
  r: ['り', 'って', 'る', 'れ', 'ら'],
  u: ['い', 'って', 'う', 'え', 'わ'],
  me: ['め', 'めて', 'める', 'められ', 'めさ'],
  '': ['', 'て', 'る', 'え', 'か'],
};

function godan(stem: string, row: string): Forms {
  const [masu = '', te = '', plain = '', can = '', lets = ''] = ROWS[row] ?? [];
  return {
    asked: `${stem}(?:${te}(?:${REQUESTED})|${te.replace(/て$/u, 'とい')}て(?:${REQUESTED})|${masu}${WANTED}|${plain}|${lets}せて(?:${REQUESTED}))`,
    can: `${stem}${can}${CAN}`,
  };
}

const suru = (noun: string): Forms => ({
  asked: `ご?${noun}(?:を?(?:し(?:て(?:${REQUESTED})|とい?て(?:${REQUESTED})|${WANTED})|する|させて(?:${REQUESTED})|いたします|致します|${BEGGED})|です|が(?:${WANTED_SEEN}))?`,
  can: `ご?${noun}(?:が|は|を)?でき${CAN}`,
});
const WANTED_SEEN = '(?:見|み)たい|(?:ほし|欲し)い';

/** A deed and how people ask for it. */
type Verb = { readonly deeds: readonly Deed[]; readonly asked: RegExp };

const whole = (core: string): RegExp => new RegExp(`(?:${core})${POLITELY}$`, 'u');
const isLook = (deeds: readonly Deed[]): boolean => deeds.some((deed) => LOOKS.includes(deed));
/** What is done by looking. */
export const LOOKS: readonly Deed[] = ['show', 'list', 'file'];

const verbOf = ({ asked, can }: Forms, deeds: readonly Deed[]): Verb => ({
  deeds,
  asked: whole(isLook(deeds) ? `${asked}|${can}` : asked),
});

const GIVEN = `(?:(?:くだ|下)さい|頂戴|ちょうだい|(?:ほし|欲し)い|必要|${BEGGED}|出せますか|もらえますか)`;

export const verbForms: readonly Verb[] = [
  ...ICHIDAN.map(([stem, ...deeds]) => verbOf(ichidan(stem), deeds)),
  ...GODAN.map(([stem, row, ...deeds]) => verbOf(godan(stem, row), deeds)),
  ...SURU.map(([noun, ...deeds]) => verbOf(suru(noun), deeds)),
  ...FILES.map(
    (as): Verb => ({
      deeds: ['file'],
      asked: whole(`${as}(?:で|を|が|に)?(?:出力|出して|送って|見せて|書き出して|して)?(?:${GIVEN}|${REQUESTED})?`),
    }),
  ),
  // 計画はどうなっていますか, どこまでできてますか: only to be looked at.
  {
    deeds: ['show'],
    asked: whole(
      'ど(?:うなって(?:い)?(?:ます|る)か?|うですか|こまで(?:でき|進ん|すすん)[でて](?:い)?(?:ます|る)か?|こ(?:です|にあります)か)|あり(?:ます|ませ)んか|ありますか|(?:ほし|欲し)い|必要',
    ),
  },
];

/** Only that it is wanted, whatever is done with it: 〜をお願いします, 〜したいです, 〜します. */
export const wantedOnly = whole(
  `${BEGGED}|(?:くだ|下)さい|し(?:て(?:${REQUESTED})|${WANTED})|する|させて(?:${REQUESTED})|いたします|致します|です|の件(?:です)?|`,
);
/** As they begin who ask. */
export const OPENERS =
  /^(?:(?:す[みい]ません|申し訳(?:ありません|ございません)|恐れ入ります|恐縮です|お手数です|お手数をおかけします|お?疲れ(?:様|さま)です|おつかれ(?:様|さま)です|(?:いつも)?お世話(?:になって(?:おり|い)ます|になります)|おはようございます|こんにちは|こんばんは|失礼します|ちょっと|では|それでは|じゃあ|あの[ーう]?|えっと|えーと|今の|最新の)(?:が|けど|けれど)?[、。!！\s]*)+/u;
