import { EXPERT, OFFICE, OFFICER, PREFECTURE_OFFICER } from '../demo/programme.ts';
import type { Day } from '../programme/day.ts';
import type { Rows } from './workbook/sample.ts';

/** A municipality as people of its prefecture call it. */
type Place = {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  /** How it is read, without and with 町 or 村. */
  readonly read: readonly [string, string];
};

/** A programme of some prefecture and some year: its workbook, and what people there say and hear. */
export type SomeProgramme = {
  readonly called: string;
  readonly prefecture: string;
  readonly division: string;
  readonly year: number;
  /** 8 of 令和8年度. */
  readonly reiwa: number;
  /** Where the officer works, and the municipality beside it. */
  readonly home: Place;
  readonly beside: Place;
  readonly rows: Rows;
  /** Thursday before 敬老の日 and 秋分の日. */
  readonly today: Day;
  /** The two weeks of those holidays: when the weekly card comes, and the one reminder after it. */
  readonly weeks: readonly { readonly asked: Day; readonly nudged: Day }[];
  /** Of its calendar year, before 年末年始. */
  readonly lastOpenDay: Day;
  /** What another prefecture, or another year, never hears of. */
  readonly elsewhere: RegExp;
};

export const NEIGHBOUR = 'neighbour@town.example.jp';

const NAGANO = { prefecture: '長野県', division: 'DX推進課', city: ['202011', '長野市', '長野'] } as const;
const EHIME = { prefecture: '愛媛県', division: 'デジタル戦略課', city: ['382019', '松山市', '中予'] } as const;

const KOUMI: Place = { code: '203033', name: '小海町', district: '南佐久郡', read: ['こうみ', 'こうみまち'] };
const HARA: Place = { code: '203637', name: '原村', district: '諏訪郡', read: ['はら', 'はらむら'] };
const ACHI: Place = { code: '204072', name: '阿智村', district: '下伊那郡', read: ['あち', 'あちむら'] };
const IKEDA: Place = { code: '204811', name: '池田町', district: '北安曇郡', read: ['いけだ', 'いけだまち'] };
/** うち is also what everybody calls their own office. */
const UCHIKO: Place = { code: '384224', name: '内子町', district: '喜多郡', read: ['うちこ', 'うちこちょう'] };
const MASAKI: Place = { code: '384011', name: '松前町', district: '伊予郡', read: ['まさき', 'まさきちょう'] };

/** What is a prefecture's, or a year's, in the code shows in one of them. */
export const PROGRAMMES: readonly SomeProgramme[] = [
  programmeOf({
    ...NAGANO,
    ...{ year: 2024, home: KOUMI, beside: HARA, today: '2024-09-12', lastOpenDay: '2024-12-27' },
    elsewhere: /愛媛|内子|令和8年度|デジタル戦略課/,
    weeks: [
      { asked: '2024-09-17', nudged: '2024-09-18' },
      { asked: '2024-09-24', nudged: '2024-09-25' },
    ],
  }),
  programmeOf({
    ...NAGANO,
    ...{ year: 2025, home: ACHI, beside: IKEDA, today: '2025-09-11', lastOpenDay: '2025-12-26' },
    elsewhere: /愛媛|内子|小海|令和6年度に|デジタル戦略課/,
    weeks: [
      { asked: '2025-09-16', nudged: '2025-09-17' },
      { asked: '2025-09-22', nudged: '2025-09-24' },
    ],
  }),
  programmeOf({
    ...EHIME,
    ...{ year: 2026, home: UCHIKO, beside: MASAKI, today: '2026-09-10', lastOpenDay: '2026-12-28' },
    elsewhere: /長野|小海|佐久|DX推進課|地域振興局|令和[67]年度(?!第)/,
    weeks: [
      { asked: '2026-09-14', nudged: '2026-09-16' },
      // Monday to Wednesday are holidays: card and nudge would fall on the same morning.
      { asked: '2026-09-24', nudged: '2026-09-25' },
    ],
  }),
];

type Given = Omit<SomeProgramme, 'called' | 'reiwa' | 'rows'> & { readonly city: readonly string[] };

function programmeOf({ city, ...given }: Given): SomeProgramme {
  const reiwa = given.year - 2018;
  return { ...given, reiwa, called: `${given.prefecture} 令和${reiwa}`, rows: rowsOf(given, reiwa, city) };
}

/** As the secretariat there would write it: names with and without 郡, codes, spoken deadlines. */
function rowsOf(given: Omit<Given, 'city'>, reiwa: number, city: readonly string[]): Rows {
  const { prefecture, division, year, home, beside } = given;
  const [next, full] = [year + 1, (place: Place) => `${prefecture}${place.district}${place.name}`];
  return {
    事業: [
      ['事業名', `令和${reiwa}年度 市町村DX伴走事業`],
      ['県', prefecture],
      ['年度', `令和${reiwa}年度`],
      ['開始日', `${year}/5/13`],
      ['終了日', `令和${reiwa + 1}年3月12日`],
      ['週次報告', '月 09:00'],
      ['催促', '水 09:00'],
      ['ダイジェスト', '金 16:00'],
      ['県の担当課', division],
    ],
    市町村: [
      [home.code, home.name, '第一', '支援対象'],
      [beside.code, beside.name, '第二', '支援対象'],
      [...city, '支援対象外'],
    ],
    名簿: [
      ['本田 花子', '市町村', `${home.name} 総務課`, home.name, OFFICER, 'Teams', '○'],
      ['本田 次郎', '市町村', `${home.name} 企画課`, home.name, 'second@town.example.jp', 'Teams', null],
      ['隣 太郎', '市町村', `${beside.name} 総務課`, beside.code, NEIGHBOUR, 'Teams', '○'],
      ['派遣 一郎', '派遣人材', '派遣人材', `${home.name}、${beside.name}`, EXPERT, 'Teams', null],
      ['事務 局子', '事務局', '伴走支援事務局', null, OFFICE, 'Teams', '○'],
      ['県 職員', '県', `${prefecture} ${division}`, null, PREFECTURE_OFFICER, 'Teams', null],
    ],
    取組: [home, beside].flatMap((place) => [
      [`${place.district}${place.name}`, 'S1-3', `令和${reiwa}年度`, `${next}/1/29`],
      [full(place), 'S2-1', `令和${reiwa}年度`, `R${reiwa + 1}.2.26`],
      [place.code, 'S3-3', `令和${reiwa + 1}年度以降`, null],
      [place.name, 'S3-7', '対象外', null],
    ]),
    KPI: [home, beside].flatMap((place) => [
      [place.name, 'K0-03', 10, '80%', `${next}/2/26`, '○'],
      [full(place), 'K1-03', 0, 50, `${next}/1/29`, '○'],
    ]),
    会議: [
      ['第1回 進捗状況確認会議', '進捗状況確認会議', `${year}/9/25`, '14:00', '15:30', 'オンライン', null],
      ['第1回 市町村連絡会議', 'その他', `${year}/9/25`, '10:00', '11:30', 'オンライン', '全市町村'],
    ],
    閉庁日: [[`${year}/12/25`, '全', '仕事納め']],
  };
}
