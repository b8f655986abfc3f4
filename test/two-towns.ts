import { EXPERT, HOME, OFFICE, OFFICER, PREFECTURE_OFFICER } from '../demo/programme.ts';
import type { Day } from '../programme/day.ts';
import type { Rows } from './workbook/sample.ts';

/** A programme of two municipalities in the fiscal year 2026, for what is made of all of them; closed on 10 February. */
export const twoTowns = (end: Day): Rows => ({
  事業: [
    ...[
      ['事業名', '市町村DX伴走支援事業'],
      ['県', '長野県'],
      ['年度', '令和8年度'],
      ['開始日', '2026/8/17'],
    ],
    ...[
      ['終了日', end],
      ['週次報告', '月 09:00'],
      ['催促', '水 09:00'],
      ['ダイジェスト', '金 16:00'],
    ],
  ],
  市町村: [
    [HOME, '小海町', '佐久', '支援対象'],
    ['203041', '川上村', '佐久', '支援対象'],
  ],
  名簿: [
    ['山田 花子', '市町村', '小海町 総務課', HOME, OFFICER, 'Teams', '○'],
    ['山田 次郎', '市町村', '小海町 企画係', HOME, `second-${HOME}@town.example.jp`, 'Teams', null],
    ['川上 太郎', '市町村', '川上村 企画課', '203041', 'lead-203041@town.example.jp', 'Teams', '○'],
    ['派遣 一郎', '派遣人材', '株式会社デジタル', HOME, EXPERT, 'Teams', null],
    ['事務 一子', '事務局', '伴走支援事務局', null, OFFICE, 'Teams', '○'],
    ['事務 二子', '事務局', '伴走支援事務局', null, 'office-2@office.example.jp', 'Teams', '○'],
    ['県 主任', '県', '長野県 DX推進課', null, PREFECTURE_OFFICER, 'Teams', '○'],
    ['県 副任', '県', '長野県 DX推進課', null, 'pref-2@pref.example.jp', 'Teams', null],
  ],
  取組: [
    [HOME, 'S1-3', '令和8年度', '2027/2/26'],
    ['203041', 'S1-3', '令和8年度', '2027/2/26'],
  ],
  KPI: [
    [HOME, 'K0-03', null, '80', '2027/2/26', '○'],
    ['203041', 'K0-03', null, '80', '2027/2/26', '○'],
  ],
  会議: [],
  閉庁日: [['2027/2/10', '全', '庁舎の点検']],
});
