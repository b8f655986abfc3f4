import { OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';

const OFFICE = 'office-1@office.example.jp';
const EXPERT = 'expert-1@expert.example.jp';
const OBSERVER = 'observer-202011@city.example.jp';

/** What everybody is tried with. */
const ANYBODY = [
  ...['ヘルプ', 'ヘルプ 報告', '自分', '状況', '状況 ステップ1', '小海町の状況', '川上村の状況', 'S1-3', '項目 S2-1'],
  ...[
    'KPI',
    'KPI 小海町',
    '履歴 K0-03',
    '履歴 S1-3',
    '会議',
    '会議 過去',
    '出席 第7回',
    '欠席',
    '議題',
    '宿題',
    '予定表',
  ],
  ...['設定', '設定 火 10:00', '設定 標準', '休み 12/21-12/25', '復帰', 'なぜ', '未報告', 'ダイジェスト', '催促'],
  ...['配信状況', '議事録', '登録 ABCD-EFGH', 'やめる', 'ほげほげ', 'ありがとうございます', '事務局の連絡先', 'S9-9'],
] as const;

/** What people say who have something to say, in this order. */
export const script: readonly (readonly [email: string, said: readonly string[]])[] = [
  [
    OFFICER,
    [
      ...ANYBODY,
      ...[
        '週次報告',
        '変更なし',
        'K0-03 31/32',
        '取消',
        'KPI報告 K0-03',
        'やめる',
        '報告 S1-3 実施中',
        '報告 S1-1 完了',
      ],
      ...[
        'S2-1 決定 根拠 任命通知',
        '訂正 K0-03 30/32 転記の誤り',
        '訂正',
        'やめる',
        '相談 例規の改正の進め方',
        '相談',
        'やめる',
      ],
      ...[
        '来月には完了する予定です',
        'K0-03は9割です',
        'K0-03 33/32',
        'やめる',
        '議題 電子申請の共同調達について',
        '取消',
      ],
    ],
  ],
  [
    EXPERT,
    [
      ...ANYBODY,
      '報告 S1-3 検討中 小海町',
      '小海町の週次報告',
      'やめる',
      '会議作成 訪問 12/10 10:00-11:00 役場 小海町',
    ],
  ],
  [
    OFFICE,
    [
      ...ANYBODY,
      ...[
        '小海町 K1-03 変更なし',
        '会議作成',
        'やめる',
        '会議作成 研修 12/15 10:00-12:00 オンライン 全市町村',
        '会議変更 12/15 15:00',
      ],
      ...['やめる', '会議中止 12/15', '催促 川上村', '部屋登録 小海町'],
    ],
  ],
  [PREFECTURE_OFFICER, [...ANYBODY, 'ダイジェスト 小海町', '先週のダイジェスト', '報告 S1-3 完了 小海町']],
  [OBSERVER, ANYBODY],
];
