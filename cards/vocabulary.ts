import { ask } from '../programme/asks.ts';
import { type Card, card, type FormPart, facts, list, notice, type Samples, text } from './card.ts';
import { samplePicture } from './sample-picture.ts';

/** What a button of these asks does not matter; it may carry something. */
const pressed = ask('help', { topic: '状況' });

/** Every kind of node and field there is, for the tests of every channel and for the pictures. */
export const vocabulary: Samples = {
  'every-text': everyText,
  'every-figure': everyFigure,
  'every-list': everyList,
  'every-field': everyField,
  'odd-writing': oddWriting,
};

function everyText(): Card {
  return card(
    '飯綱町の状況',
    '飯綱町: STEP1 全体方針の決定 62%。次は S1-3 の決裁です。',
    text('令和6年9月20日（金）現在', 'quiet'),
    text('全体方針の素案がまとまり、庁議での決定を待っています。'),
    text('次にすること', 'heading'),
    text('S1-3 全体方針（簡易計画を含む）の決定', 'strong'),
    facts(
      ['担当', '総務課 情報係'],
      ['期限', '令和6年10月31日（木）'],
      ['実施年度', '令和6年度に実施'],
      ['根拠資料', '決裁文書・庁議議事録（https://example.lg.jp/dx/_files/r6_policy.pdf）'],
    ),
    notice('good', '報告しました。ありがとうございます。'),
    notice('attention', '期限まであと10日です。庁議の日程が決まったら教えてください。'),
    notice('bad', '先週の報告がまだ届いていません。'),
    notice('quiet', '標準化・共通化は、BPRの取組だけを支援します。'),
    notice('plain', '困ったときは「相談」と送ってください。'),
    {
      kind: 'buttons',
      buttons: [
        { label: '報告する', look: 'primary', ask: pressed },
        { label: '変更なし', ask: pressed },
        { label: '履歴を見る', ask: pressed },
        { label: '事務局に相談する', ask: pressed },
        { label: '次の会議', ask: pressed },
        { label: '状況', ask: pressed },
        { label: 'KPI', ask: pressed },
        { label: '報告を取り消す', look: 'danger', ask: pressed },
      ],
    },
  );
}

function everyFigure(): Card {
  const standing = (
    label: string,
    percent: number,
    tone: 'good' | 'attention' | 'bad' | 'quiet' | 'plain',
    caption: string,
  ) => ({ kind: 'meter', label, percent, tone, caption }) as const;
  return card(
    '4つのステップ',
    'STEP0 100%、STEP1 62%、STEP2 25%、STEP3 0%',
    text('図は、文字で言っていることを絵にしたものです。', 'quiet'),
    samplePicture,
    standing('STEP0 DXの認識共有・機運醸成', 100, 'good', '順調 ― 4項目のうち4項目が完了'),
    standing('STEP1 全体方針の決定', 62, 'attention', '注意 ― 5項目のうち2項目が完了、未報告1'),
    standing('STEP2 推進体制の整備', 25, 'bad', '遅れ ― 7項目のうち1項目が完了、未報告3'),
    standing('STEP3 DXの取組の実行', 0, 'quiet', '未着手 ― 令和7年度以降 6項目'),
    standing('研修の受講率', 3, 'plain', '対象者 124人のうち 4人'),
    {
      kind: 'trend',
      label: '行政手続のオンライン申請率',
      unit: '%',
      target: 80,
      points: [
        { label: '8/26', value: 41 },
        { label: '9/2', value: 48.5 },
        { label: '9/9', value: undefined },
        { label: '9/16', value: 0 },
        { label: '9/24', value: 62 },
      ],
    },
    {
      kind: 'trend',
      label: 'DX研修の受講者数',
      unit: '人',
      points: [
        { label: '7月', value: 12 },
        { label: '8月', value: 1204 },
        { label: '9月', value: 860 },
      ],
    },
    {
      kind: 'table',
      head: ['KPI', '今週', '目標'],
      rows: [
        ['行政手続のオンライン申請率', '62%', '80%'],
        ['DX研修の受講者数', '1,204人', '1,500人'],
        ['庁内DX通信の発行回数', '―', '6回'],
      ],
    },
    {
      kind: 'table',
      head: ['会議', '日付', '時間', '場所', '対象'],
      rows: [
        ['第2回進捗状況確認会議', '9/24(火)', '13:30～15:00', '県庁 西庁舎 301', '全市町村'],
        ['打合せ', '9/27(金)', '10:00～11:00', 'オンライン', '飯綱町'],
      ],
    },
  );
}

function everyList(): Card {
  return card(
    'STEP1 全体方針の決定',
    'STEP1: 5項目のうち2項目が完了',
    list([
      { title: 'S1-1 現状・課題の整理', detail: '完了・定着 100%　9/13(金)に報告', tone: 'good', ask: pressed },
      { title: 'S1-2 ビジョン・基本方針', detail: '決定・導入済 80%', tone: 'good', ask: pressed },
      {
        title: 'S1-3 全体方針（簡易計画を含む）の決定',
        detail: '検討中・準備中 25%　期限 10/31(木)',
        tone: 'attention',
        ask: pressed,
      },
      {
        title: 'S1-4 工程表の作成（令和6年度／令和7年度以降の仕分け）',
        detail: '未着手 0%　期限を過ぎています',
        tone: 'bad',
        ask: pressed,
      },
      { title: 'S1-5 庁内周知・公表', detail: '未報告', tone: 'quiet', ask: pressed },
    ]),
    text('押せない行', 'heading'),
    list([
      { title: '9/13(金)', detail: '検討中・準備中 → 決定・導入済（山田 花子）', tone: 'plain' },
      { title: '9/6(金) 未着手 → 検討中・準備中' },
    ]),
    {
      kind: 'file',
      name: '第2回進捗状況確認会議.ics',
      type: 'text/calendar',
      content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR',
      again: pressed,
    },
    {
      kind: 'replies',
      replies: [
        { label: '前回と同じ（1,204人）', says: '前回と同じ' },
        { label: 'スキップ', says: 'スキップ' },
        { label: '戻る', says: '戻る' },
        { label: 'やめる', says: 'やめる' },
      ],
    },
  );
}

const stages = ['未着手', '検討中・準備中', '実施中・試行', '決定・導入済', '完了・定着'];
const towns = [
  '長野市',
  '松本市',
  '上田市',
  '岡谷市',
  '飯田市',
  '諏訪市',
  '須坂市',
  '小諸市',
  '伊那市',
  '駒ヶ根市',
  '中野市',
  '大町市',
  '飯山市',
  '茅野市',
  '塩尻市',
  '佐久市',
];

const numbers: FormPart = {
  intro: [text('行政手続のオンライン申請率', 'heading'), text('前回 48.5%（9/9(月)）', 'quiet')],
  fields: [
    {
      type: 'number',
      name: 'answers.K0-03.numerator',
      label: 'オンライン申請の件数',
      required: true,
      value: '１，２０４',
      error: '分子は分母以下で入力してください。',
    },
    {
      type: 'number',
      name: 'answers.K0-03.denominator',
      label: '申請の総数',
      required: false,
      hint: '対象の手続は27件です。',
    },
    { type: 'toggle', name: 'answers.K0-03.same', label: '前回から変更なし', required: true, value: 'false' },
  ],
};

function everyField(): Card {
  return card('今週の報告（9/16～9/22）', '今週の報告をお願いします。KPI 2件です。', {
    kind: 'form',
    parts: [
      numbers,
      {
        intro: [text('S1-3 全体方針の決定', 'heading')],
        fields: [
          {
            type: 'choice',
            name: 'stage',
            label: '段階',
            required: true,
            value: 'considering',
            choices: stages.map((label, at) => ({
              value: ['notStarted', 'considering', 'inProgress', 'decided', 'done'][at] ?? '',
              label,
            })),
          },
          {
            type: 'choice',
            name: 'year',
            label: '実施年度',
            required: true,
            choices: [
              { value: 'r6', label: '令和6年度に実施' },
              { value: 'later', label: '令和7年度以降' },
            ],
          },
          {
            type: 'choice',
            name: 'municipality',
            label: '市町村',
            required: false,
            choices: towns.map((label, at) => ({ value: `m${at}`, label })),
          },
          {
            type: 'search',
            name: 'room',
            label: 'この部屋を見る人',
            required: false,
            choices: [{ value: 'x', label: '県' }],
          },
          { type: 'date', name: 'day', label: '決定した日', required: false, value: '2024-09-20' },
          { type: 'time', name: 'start', label: '開始時刻', required: false, value: '13:30' },
          {
            type: 'text',
            name: 'evidence',
            label: '根拠資料',
            required: false,
            maxLength: 200,
            hint: '文書名、決裁番号、URL など',
          },
          {
            type: 'text',
            name: 'note',
            label: 'メモ',
            required: false,
            maxLength: 1000,
            lines: 'many',
            value: '庁議は10月上旬の予定です。',
          },
        ],
      },
    ],
    submit: '報告する',
    ask: pressed,
  });
}

/** What people write must be shown as they wrote it. */
function oddWriting(): Card {
  return card(
    '議題: *重要* 1_000件の[確認](https://example.com)',
    '<at>全員</at> **至急** 確認してください',
    text('**太字** と _斜体_ と ~~取消~~ と `code` と [リンク](https://example.com/a_b)、<at>山田</at>さん'),
    text('1. 全体方針\n2. 体制\n- 予算 1,200千円\n# 見出し\n> 引用\n\n　A_B と S1-3 と 3*4=12'),
    text('https://example.sharepoint.com/:w:/r/sites/dx/_layouts/15/Doc.aspx?sourcedoc=%7BA%7D&file=r6__policy_.docx'),
    text('\\\\fs01\\dx\\方針_最終版_.docx と {{DATE(2024-09-20T00:00:00Z)}} と &lt;b&gt;', 'quiet'),
    facts(['*項目*', '[値](https://example.com)']),
    list([
      {
        title: '長い題名でも切れずに折り返して最後まで読めることを確かめるための行で、全角の文字がずっと続きます',
        detail: '__下線__',
        tone: 'attention',
      },
    ]),
    { kind: 'table', head: ['項目', '値'], rows: [['**太字**', '']] },
  );
}
