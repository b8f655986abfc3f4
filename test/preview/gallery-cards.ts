import type { Theme } from './page.ts';

type Shown = readonly [sample: string, says: string, themes: readonly Theme[]];

const LIGHT: readonly Theme[] = ['light'];
const BOTH: readonly Theme[] = ['light', 'dark'];

/** What the gallery and the guides show, by what one comes to do. */
export const SHOWN: readonly { readonly title: string; readonly cards: readonly Shown[] }[] = [
  {
    title: '始める',
    cards: [
      ['welcome', '最初のあいさつ', LIGHT],
      ['stranger', '登録がまだの方へ', LIGHT],
      ['help-groups', '「ヘルプ」', LIGHT],
      ['help-group', '「ヘルプ」から「報告する」を選んだところ', LIGHT],
    ],
  },
  {
    title: '報告する',
    cards: [
      ['check-in', '週次報告: 変わりがなければ1回押すだけ', BOTH],
      ['check-in-actions', '会議の宿題も一緒に', LIGHT],
      ['interview-number', '1問ずつの入力（LINE WORKS）', LIGHT],
      ['receipt', '受け付けた内容と、戻し方', BOTH],
      ['undone', '取り消したところ', LIGHT],
      ['corrections', '「訂正」: どの報告を直すか', LIGHT],
      ['confirm-report', 'いつもと違う値は1回だけ確かめる', LIGHT],
      ['doubtful', '報告かどうか分からない文は記録しない', LIGHT],
      ['which-guess', '「もしかして」', LIGHT],
      ['suggestions', '読み取れなかったとき', LIGHT],
      ['help-request', '相談（事務局に届くもの）', LIGHT],
    ],
  },
  {
    title: '確かめる',
    cards: [
      ['status', '「状況」', BOTH],
      ['step', 'ステップごとの項目', LIGHT],
      ['item', '項目', LIGHT],
      ['kpis', '「KPI」', LIGHT],
      ['kpi-history', '「履歴」', LIGHT],
    ],
  },
  {
    title: '会議',
    cards: [
      ['meeting-reminder-week', '会議の案内: そのまま回答できる', LIGHT],
      ['meetings', '「会議」', LIGHT],
      ['meeting-agenda', '次第と議題', LIGHT],
      ['actions', '「宿題」', LIGHT],
      ['minutes-receipt', '議事録', LIGHT],
    ],
  },
  {
    title: '自分のこと',
    cards: [
      ['settings', '「設定」', LIGHT],
      ['leave-taken', '「休み」', LIGHT],
      ['why', '「なぜ」', LIGHT],
    ],
  },
  {
    title: '県と事務局',
    cards: [
      ['digest', 'ダイジェスト', BOTH],
      ['digest-municipality', '1つの市町村の1週間', LIGHT],
      ['unreported', '未報告と催促', LIGHT],
      ['delivery-report', '配信状況', LIGHT],
      ['room-bound', '部屋の登録', LIGHT],
    ],
  },
];
