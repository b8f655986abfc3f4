import { readWorkbook } from '../../documents/workbook/read.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import { type Chatting, type Engine, openEngine } from '../engine.ts';
import { bytesOf, type Rows, workbookOf } from '../workbook/sample.ts';

/** A programme of another prefecture, as its secretariat would write it. */
const ehime: Rows = {
  事業: [
    ['事業名', '令和8年度 えひめDX伴走事業'],
    ['県', '愛媛県'],
    ['年度', '令和8年度'],
    ['開始日', '2026/5/11'],
    ['終了日', '2027/3/12'],
    ['週次報告', '月 09:00'],
    ['催促', '水 09:00'],
    ['ダイジェスト', '金 16:00'],
    ['県の担当課', 'デジタル戦略課'],
  ],
  市町村: [
    ['384224', '内子町', '南予', '支援対象'],
    ['384011', '松前町', '中予', '支援対象'],
    ['382019', '松山市', '中予', '支援対象外'],
  ],
  名簿: [
    ['内子 花子', '市町村', '内子町 総務課', '内子町', 'uchiko@town.example.jp', 'Teams', '○'],
    ['松前 太郎', '市町村', '松前町 総務課', '384011', 'masaki@town.example.jp', 'LINE WORKS', '○'],
    ['派遣 一郎', '派遣人材', '派遣人材', '内子町、松前町', 'expert@expert.example.jp', 'Teams', null],
    ['事務 局子', '事務局', '伴走支援事務局', null, 'office@office.example.jp', 'Teams', '○'],
    ['県 職員', '県', '愛媛県 デジタル戦略課', null, 'pref@pref.example.jp', 'Teams', null],
  ],
  取組: [
    ['喜多郡内子町', 'S1-3', '令和8年度', '2027/1/29'],
    ['愛媛県伊予郡松前町', 'S1-3', '令和8年度', '2027/1/29'],
  ],
  KPI: [
    ['内子町', 'K0-03', 10, '80%', '2027/2/26', '○'],
    ['松前町', 'K0-03', 10, '80%', '2027/2/26', '○'],
  ],
  会議: [['第1回 進捗状況確認会議', '進捗状況確認会議', '2026/12/17', '14:00', '15:30', 'オンライン', null]],
  閉庁日: [['2026/12/28', '全', '年末の一斉休業']],
};

let engine: Engine;
beforeAll(async () => {
  const read = await readWorkbook(await bytesOf(workbookOf(ehime)));
  if (!read.ok) throw new Error(read.faults.map(({ problem }) => problem).join('\n'));
  engine = await openEngine(() => read.content);
});
afterAll(() => engine.close());

/** What another prefecture never hears of. */
const ELSEWHERE = /長野|小海|佐久|DX推進課|地域振興局/;

describe.each(['teams', 'line-works'] as const)('in Ehime, in %s', (chat) => {
  const people = new Map<string, Chatting>();
  const said = async (email: string, text: string) => {
    const person = people.get(email) ?? engine.on(chat, email);
    people.set(email, person);
    const { words } = await person.say(text);
    expect(words).not.toMatch(ELSEWHERE);
    expect(words).not.toContain('受付番号');
    return words;
  };
  /** One store for both chats: each has its own officer. */
  const [officer, read] =
    chat === 'teams' ? ['uchiko@town.example.jp', 'うちこ'] : ['masaki@town.example.jp', 'まさき'];
  const expert = 'expert@expert.example.jp';
  const [office, prefecture] = ['office@office.example.jp', 'pref@pref.example.jp'];

  it.each(['うちこの状況', 'うちこちょうの状況', '内子の状況', '愛媛県喜多郡内子町の状況', '喜多郡の内子町 状況'])(
    '%s is of 内子町',
    async (text) => {
      expect(await said(expert, text)).toContain('内子町の状況');
    },
  );

  it('reads 松前町 as people there do', async () => {
    expect(await said(office, 'まさきちょうの状況')).toContain('松前町の状況');
    expect(await said(office, '伊予郡松前町のK0-03の履歴')).toContain('松前町');
  });

  it('is reported for, looked at and taken back', async () => {
    const heard = await said(officer, `${read}です。K0-03は40人中38人でした`);
    expect(heard).toContain('38/40');
    if (heard.includes('まだ記録していません')) await said(officer, 'はい、記録する');
    expect(await said(officer, '取消')).toContain('取り消しました');
    expect(await said(officer, '週次報告')).toContain('K0-03');
    expect(await said(office, '未報告')).toMatch(/内子町|松前町/);
    expect(await said(prefecture, 'ダイジェスト')).toContain('ダイジェスト');
    expect(await said(officer, 'ヘルプ')).toContain('できること');
    expect(await said(office, 'ヘルプ 会議作成')).toContain('県、事務局');
    expect(await said(office, 'ヘルプ 催促')).toContain('催促');
  });

  it('meets', async () => {
    expect(await said(prefecture, '会議')).toContain('県、事務局');
    expect(await said('uchiko@town.example.jp', '会議')).not.toContain('進捗状況確認会議');
    const slot = chat === 'teams' ? '10:00-11:00' : '13:00-14:00';
    const made = await said(office, `会議作成 調整会議 12/10 ${slot} オンライン 県、うちこちょう、松前 太郎`);
    expect(made).toContain('会議を作成しました');
    expect(made).toContain('県、内子町、松前 太郎');
    const [member] = (await engine.store.members.list(MEMBERS)).filter(({ value }) => value.name === '松前 太郎');
    const audiences = (await engine.store.meetings.list(PROGRAMME)).map(({ value }) => value.audience);
    expect(audiences).toContainEqual(['prefecture', '384224', member?.value.id]);
  });

  it('calls the division by its name', async () => {
    const room = { kind: 'group', id: `room ${chat}`, address: { channel: chat, id: `room ${chat}` } } as const;
    const bound = await engine
      .on(chat, office)
      .send({ kind: 'pressed', ask: { command: 'bind-room', input: { audience: 'prefecture' } } }, room);
    expect(bound.words).toContain('この部屋は愛媛県 デジタル戦略課の部屋です');
  });
});
