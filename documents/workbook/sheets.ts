import { catalogue, findItem, findKpi } from '../../programme/catalogue.ts';
import { ChannelName, channels } from '../../programme/channel.ts';
import type { Day } from '../../programme/day.ts';
import { stageChoices } from '../../programme/inputs.ts';
import type { MeetingKind } from '../../programme/meetings/meeting.ts';
import { meetingKindNames } from '../../programme/meetings/meeting.ts';
import type { Role } from '../../programme/member.ts';
import { withoutFormer } from '../../programme/person-name.ts';
import type { Certainty } from '../../programme/progress/item-record.ts';
import { audience } from './audience.ts';
import {
  amountCell,
  type Cell,
  choiceCell,
  countCell,
  dutiesCell,
  idCell,
  itemsCell,
  mailCell,
  markCell,
  partyCell,
  textCell,
} from './cells.ts';
import { binding, can, later, must, type Sheet } from './columns.ts';
import { dayCell, fiscalYearCell, itemYearCell, pledgedCell, slotCell, timeCell } from './moment-cells.ts';
import {
  municipalitiesOr,
  municipalityCell,
  municipalityCodeCell,
  municipalityNameCell,
} from './municipality-cells.ts';

/** 事業 is the one sheet that runs downwards: these are its rows, under the headings 項目 and 値. */
export const settingsRows = {
  name: must('事業名', textCell(80, 30), '令和6年度 市町村DX伴走支援事業', '画面と通知に出る事業の名前'),
  prefecture: must('県', textCell(10, 30), '長野県', '都道府県名'),
  fiscalYear: must('年度', fiscalYearCell, '令和6年度', '取組の「実施年度」はこの年度を基準に読みます'),
  start: must('開始日', dayCell, '2024/8/15', '事業の開始日'),
  end: must('終了日', dayCell, '2025/3/14', '事業の終了日。この日まで定例の確認を送ります'),
  checkIn: must('週次報告', slotCell, '月 09:00', '週次報告のお願いを送る曜日と時刻。閉庁日なら次の開庁日'),
  nudge: must('催促', slotCell, '水 09:00', 'まだ報告のない方へ1回だけ送る曜日と時刻'),
  digest: must('ダイジェスト', slotCell, '金 16:00', '県と事務局へまとめを送る曜日と時刻'),
  contact: can(
    '事務局の連絡先',
    textCell(60, 30),
    '026-000-0000（平日9時〜17時）',
    '「事務局の連絡先」と聞かれたときに答えます',
  ),
  division: can('県の担当課', textCell(30, 30), 'DX推進課', '県の部屋などの呼び名に使います。空なら「県の担当」'),
  /** What was decided in chat by then the workbook knows. */
  writtenOut: {
    ...can('書き出した日時', textCell(40, 30), '', '書き出した時に入ります。手では書きません'),
    byUs: true as const,
  },
};

export const SETTINGS_HEADINGS = ['項目', '値'] as const;
export const settingsSheet: Sheet<typeof settingsRows> = {
  name: '事業',
  note: '事業の決まりごと。「値」の列だけを埋めてください。',
  columns: settingsRows,
};

const supported = choiceCell(
  [
    ['支援対象', true],
    ['対象', true],
    ['支援対象外', false],
    ['対象外', false],
  ],
  14,
);

export const municipalitySheet = {
  name: '市町村',
  note: '事業に関わる市町村。ほかのシートはここにある市町村だけを使えます。',
  columns: {
    code: must('団体コード', municipalityCodeCell, '203033', '検査数字を含む6桁'),
    name: must('市町村名', municipalityNameCell, '小海町', '郡名は要りません'),
    area: must('圏域', textCell(20, 14), '佐久', '県の出先機関が受け持つ範囲など'),
    supported: must('区分', supported, '支援対象', '支援対象外は共有された事例だけを見られます'),
  },
};

const roles = choiceCell<Role>(
  [
    ['市町村', 'municipal'],
    ['市町村職員', 'municipal'],
    ['派遣人材', 'expert'],
    ['事務局', 'secretariat'],
    ['県', 'prefecture'],
    ['閲覧', 'observer'],
  ],
  12,
);
const chats = choiceCell<ChannelName>(
  ChannelName.options.flatMap((name) =>
    [channels[name].called, ...channels[name].also].map((word) => [word, name] as const),
  ),
  14,
);

const name = textCell(40, 18);
/** The name itself is short; whom it was before, which nobody sees, stands behind it. */
const personName: Cell<string> = {
  ...name,
  read(said, known) {
    const read = textCell(100, 18).read(said, known);
    if (!('value' in read)) return read;
    const bare = name.read({ kind: 'text', text: withoutFormer(read.value).name }, known);
    return 'value' in bare ? read : bare;
  },
};

export const rosterSheet = {
  name: '名簿',
  note: 'ボットを使う方。ここから消した方は、取り込んだ時から使えなくなります（記録は残ります）。',
  columns: {
    name: must('氏名', personName, '小海 花子', '画面に出る名前。改姓した方は「佐藤 花子（旧 山田 花子）」'),
    role: must('役割', roles, '市町村', '見られる範囲が決まります'),
    office: must('所属', textCell(60, 26), '小海町 総務課', '課の名前まで'),
    municipalities: can(
      '担当市町村',
      municipalitiesOr<never>([]),
      '小海町、川上村',
      '市町村と派遣人材の方は必ず（担当を待つ派遣人材は、専門を書けば空でよい）。コードでも名前でも',
    ),
    email: can(
      'メール',
      mailCell,
      'hanako@town.example.jp',
      'チャットにサインインするアドレス。無い方には招待コードを配ります',
    ),
    chat: must('チャット', chats, 'Teams', '通知を受け取るチャット'),
    lead: can('主担当', markCell, '○', '最初にお願いが届く方'),
    expertise: later('専門', itemsCell, 'S1-3、S2-1', '派遣人材の方だけ。空なら今のまま、無くすときは「なし」'),
    area: later('圏域', textCell(20, 14), '佐久', '派遣人材の方だけ。空なら今のまま、無くすときは「なし」'),
    experienced: later('自治体実務経験', markCell, '○', '派遣人材の方だけ。空なら今のまま、無くすときは「×」'),
    duties: binding(
      [],
      '役目',
      dutiesCell,
      'PM、業務責任者',
      '市町村の方は承諾者、事務局の方はPM・業務責任者・連絡窓口。空なら役目なし。列ごと無ければ何も確かめません',
    ),
    party: binding(
      '',
      '再委託先',
      partyCell,
      '株式会社まちの支援',
      '再委託先の方だけ、その名称。県の承諾があるまで使えません。空なら自社の方',
    ),
    pledged: binding<Day | 'none'>(
      'none',
      '誓約日',
      pledgedCell,
      '2024/8/15',
      '秘密保持の誓約の日。派遣人材と事務局の方は、この日から使えます。空なら使えません',
    ),
  },
};

const itemId = idCell(
  (id) => findItem(id)?.id,
  `'一覧'!$A$2:$A$${catalogue.items.length + 1}`,
  '「一覧」シートの項目ID（例: S1-3）を書いてください',
);
const kpiId = idCell(
  (id) => findKpi(id)?.id,
  `'一覧'!$D$2:$D$${catalogue.kpis.filter((kpi) => kpi.item !== null).length + 1}`,
  '「一覧」シートのKPI ID（例: K1-01）を書いてください',
);

const startStages = choiceCell<string>(
  stageChoices.flatMap(({ value, label }) => [[label.replace(/（.*$/, ''), value] as const, [label, value] as const]),
  16,
);
const certainties = choiceCell<Certainty>(
  [
    ['A', 'A'],
    ['B', 'B'],
    ['C', 'C'],
    ['不明', 'unknown'],
  ],
  8,
);

export const itemSheet = {
  name: '取組',
  note: '市町村ごとの項目の仕分け。書かれていない項目は「未確認」になります。',
  columns: {
    municipality: must('団体コード', municipalityCell, '203033', 'コードでも名前でも'),
    item: must('項目ID', itemId, 'S1-3', '「一覧」シートにあります'),
    year: must('実施年度', itemYearCell, '令和6年度', '令和6年度に実施するか、令和7年度以降か、対象外か'),
    due: can('期限', dayCell, '2025/2/28', '決まっていなければ空。対象外のときも空'),
    startStage: later('開始時の段階', startStages, '検討中・準備中', '支援を始める前の段階。空なら今のまま'),
    startSource: later('出典', textCell(100, 24), '着手時の聞き取り', '開始時の段階が分かる資料'),
    certainty: later('確度', certainties, 'A', 'A 一次資料を直接確認、B 複数の情報、C 間接情報のみ、不明'),
  },
};

export const kpiSheet = {
  name: 'KPI',
  note: '市町村ごとの指標。週次に○を付けた指標を毎週聞きます（1市町村5つまで）。',
  columns: {
    municipality: must('団体コード', municipalityCell, '203033', 'コードでも名前でも'),
    kpi: must('KPI ID', kpiId, 'K1-01', '「一覧」シートにあります'),
    baseline: can('基準値', amountCell, '20', '始まる前の値。率は62%なら62。分からなければ空（0とは別）'),
    target: can('目標値', amountCell, '100', '期限までに届きたい値'),
    due: can('期限', dayCell, '2025/2/28', '目標の期限'),
    weekly: can('週次', markCell, '○', '毎週聞く指標だけ'),
  },
};

const meetingKinds = choiceCell<MeetingKind>(
  [
    [meetingKindNames.progress, 'progress'],
    [meetingKindNames.working, 'working'],
    ['打ち合わせ', 'working'],
    ['打合わせ', 'working'],
    [meetingKindNames.training, 'training'],
    [meetingKindNames.visit, 'visit'],
    [meetingKindNames.other, 'other'],
  ],
  20,
);

export const meetingSheet = {
  name: '会議',
  note: '決まっている会議。同じ時刻に始まる会議は名前を変えてください。',
  columns: {
    title: must('会議名', textCell(80, 30), '第1回 進捗状況確認会議', '予定と通知に出る名前'),
    kind: must('種別', meetingKinds, '進捗状況確認会議', ''),
    day: must('日付', dayCell, '2024/9/20', ''),
    start: must('開始', timeCell, '14:00', ''),
    end: must('終了', timeCell, '15:30', '開始より後'),
    place: can('場所', textCell(100, 24), '県庁 西庁舎 301', 'オンラインなら「オンライン」'),
    audience: can('対象', audience, '県、事務局', '呼ぶ方を「、」で区切って。進捗状況確認会議で空なら「県、事務局」'),
  },
};

export const closureSheet = {
  name: '閉庁日',
  note: '土日・祝日・年末年始（12/29〜1/3）のほかに閉まる日。その日はお願いを送りません。',
  columns: {
    day: must('日付', dayCell, '2024/8/14', ''),
    whom: must(
      '対象',
      municipalitiesOr<'all'>([
        ['全', 'all'],
        ['全市町村', 'all'],
      ]),
      '全',
      '全、または団体コードか名前',
    ),
    reason: must('理由', textCell(60, 26), '夏季の一斉休業', ''),
  },
};

/** What stands decided when the workbook is written; later decisions are made in chat. */
export const dispatchSheet = {
  name: '派遣',
  note: 'だれがどこに、いつまで行くか。決まっている分だけ書きます。ここから消しても、派遣はなくなりません。',
  later: true as const,
  columns: {
    municipality: must('団体コード', municipalityCell, '203033', 'コードでも名前でも'),
    expert: must('派遣人材', textCell(100, 22), '派遣 一郎', '「名簿」の氏名。同じ氏名の方がいるときは「所属 氏名」'),
    from: must('開始日', dayCell, '2024/10/1', 'この日の0時から使えます'),
    until: must('終了日', dayCell, '2025/3/14', 'この日の24時まで使えます'),
    planned: can('計画日数', countCell, '12', '日数'),
    themes: can('テーマ', itemsCell, 'S1-3、S2-1', '支援方針のテーマ。「一覧」シートの項目ID'),
    agreed: can('県協議日', dayCell, '2024/9/20', '県と協議した日'),
  },
};

/** The sheets in their order. */
export const sheets: readonly Sheet[] = [
  settingsSheet,
  municipalitySheet,
  rosterSheet,
  itemSheet,
  kpiSheet,
  meetingSheet,
  closureSheet,
  dispatchSheet,
];

/** Sheets of the template that carry nothing to read. */
export const SILENT_SHEETS: readonly string[] = ['使い方', '一覧'];
