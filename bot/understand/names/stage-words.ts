import { stageChoices } from '../../../programme/inputs.ts';
import { stateNames } from '../../../programme/provenance.ts';

/** What follows the noun of something that was done: only what has happened, as 終わる and 完了します are plans. */
const HAPPENED =
  ' 済 済み 済みです した しました いたしました 致しました された されました させました できました 出来ました しております'.split(
    ' ',
  );
/** And of something that goes on. */
const GOES_ON =
  '中 ちゅう している しています してます しております してる しとります しとる 段階 の段階 中の段階 を進めています を進めております を続けています'.split(
    ' ',
  );
/** And of a verb, behind its stem: 終わ + った. */
const ended = (stems: string, endings: string): readonly string[] =>
  stems.split(' ').flatMap((stem) => endings.split(' ').map((ending) => stem + ending));
const nouns = (names: string, endings: readonly string[]): readonly string[] =>
  names.split(' ').flatMap((name) => endings.map((ending) => name + ending));

/** How people say a stage beside its own names, built from the noun or the stem and what may stand behind it. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  notStarted: ['手つかず', '手付かず', '未着手', ...ended('手をつけて 手を付けて', 'いない いません おりません')],
  considering: [
    ...nouns('検討 準備 調整 協議', GOES_ON),
    ...nouns('検討 準備', ['を始めました', 'をはじめました', 'に入りました', 'に入っています']),
  ],
  inProgress: [
    ...nouns('実施 試行 進行 作業 作成 取組 取り組み', GOES_ON),
    ...nouns('実施 試行', ['に入りました', 'に入っています', 'に入っております', 'に移りました']),
    '試行',
  ],
  decided: [
    ...nouns('決定 導入', HAPPENED),
    ...nouns('承認 可決 決裁 策定 任命 指名 設置 制定', HAPPENED.slice(1)),
    ...ended('決ま きま', 'りました った っています ってます'),
    ...ended('決め きめ', 'ました た られました'),
    ...ended('議会を通 議会で通 庁議を通 庁議で通', 'りました った っています'),
    ...ended('決裁が下り 決裁が降り 決裁がおり', 'ました た て まして 、'),
  ],
  done: [
    ...nouns('完了 終了 完成 定着', HAPPENED),
    ...nouns('定着', ['しています', 'しております', 'してます', 'してきました']),
    ...nouns('公表 公開 周知', HAPPENED.slice(1)),
    ...ended('終わ おわ', 'りました った っています ってます っていました っております っておりました'),
    ...ended('終え おえ', 'ました た'),
    ...ended('でき 出来', 'ました た'),
    ...ended('出来上が できあが', 'りました った'),
    ...ended('片付き かたづき', 'ました'),
    ...ended('済 す', 'みました んだ'),
    '済',
    '済み',
  ],
  confirmedNone: ['未実施', '実施なし', '該当なし', '未実施確認済', '未実施で確認済', '未実施確認済み'],
};

/** Something was begun, or goes on somehow: whether it is being prepared or carried out is asked. */
const begun: readonly string[] = [
  ...nouns('着手 開始 スタート', ['', ...HAPPENED.slice(1), ...GOES_ON]),
  ...ended('取り掛か 取りかか とりかか', 'りました った っています ってます っております'),
  ...ended('始め はじめ', 'ました た ています てます ております'),
  ...ended('始ま はじま', 'りました った っています'),
  ...ended('手をつけ 手を付け', 'ました た'),
  ...ended('進め すすめ', 'ています てます ております てる'),
  ...ended('進ん すすん', 'でいます でます でおります でる'),
  ...ended('動き出 動きだ うごきだ 走り出 走りだ', 'しました した しています してます しております'),
  ...ended('動い うごい', 'ています てます ております'),
  ...ended('取り組ん とりくん', 'でいます でます でおります'),
  ...ended('や', 'っています ってます っております ってる っとります'),
  ...nouns('ぼちぼち そこそこ まあまあ それなりに 少しずつ 順調 順調に', ['', 'です']),
  'そこそこ順調',
];

/** No stage of the catalogue, but that something was begun; these are the stages that it may stand for. */
export const BEGUN = 'begun';
export const STAGES_BEGUN: readonly string[] = ['considering', 'inProgress'];

/** The catalogue's own words, with and without their percentage, and either half of 「決定・導入済」. */
const named: (readonly [string, string])[] = stageChoices.flatMap(({ value, label }) => {
  const name = label.replace(/（.*）$/, '');
  return [label, name, ...name.split('・')].map((word) => [word, value] as const);
});

export const stageNames: readonly (readonly [name: string, stage: string])[] = [
  ...named,
  [stateNames.confirmedNone, 'confirmedNone'] as const,
  ...Object.entries(spoken).flatMap(([stage, words]) => words.map((word) => [word, stage] as const)),
  ...begun.map((word) => [word, BEGUN] as const),
];
