import { FILINGS, filingState } from '../../programme/filing.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { OFFICE_PLEDGED, withBinding } from './access-rows.ts';

const NOW = '2024-11-06T10:00:00+09:00';
const PARTY = '株式会社まちの支援';
const FIRST = {
  代表者氏名: '支援 太郎',
  所在地: '長野県松本市',
  再委託する業務の範囲: '2町村への訪問',
  '再委託の理由・必要性': '人手が要るため',
};
const SECOND = {
  '再委託金額（予定・円）': 1200000,
  開始日: '2024-11-01',
  終了日: '2025-03-14',
  '個人情報の取扱いの有無・内容': '無',
  '安全管理・同等義務の確保方法': '契約書に同じ義務を定める',
  監督方法: '月1回の報告',
};

/** The secretariat keeps who may work on the programme; a 再委託 goes from the draft to 県の承諾 and opens the door. */
onBothChats(
  { history: false, now: NOW, rows: withBinding({ ...OFFICE_PLEDGED, '派遣 一郎': [null, PARTY, null] }) },
  (house) => {
    let office: Person;
    let expert: Person;
    let prefecture: Person;
    let minute = 0;
    const at = (words: string, who = office) => {
      minute += 1;
      house.at(new Date(Date.parse(NOW) + minute * 60_000).toISOString());
      return who.say(words);
    };
    const store = () => house.service.store;
    const pledged = async () =>
      (await store().members.list(MEMBERS)).find(({ value }) => value.name === '派遣 一郎')?.value.pledged;
    const filings = async () => (await store().subcontracts.list(FILINGS)).map(({ value }) => value);
    beforeAll(() => {
      minute = 0;
      [office, expert, prefecture] = [
        house.person('office@pm.example.jp'),
        house.person('ichiro@expert.example.jp'),
        house.person('dx@pref.example.jp'),
      ];
    });

    it('誓約一覧 names who is kept out and why; the prefecture sees it and changes nothing', async () => {
      expect((await at('誓約一覧')).words).toMatch(/2人のうち、今日使えない方が1人/);
      expect(office.sees()).toMatch(/派遣 一郎さん[\s\S]*秘密保持の誓約がありません/);
      expect((await at('誓約一覧', prefecture)).words).toContain('派遣 一郎さん');
      expect((await at('誓約 派遣 一郎 10/1', prefecture)).words).toContain('事務局の方だけが行えます');
      expect((await at('誓約一覧', house.person('hanako@town.example.jp'))).words).toContain('だけが行えます');
      expect(await pledged()).toBe('none');
    });

    it('誓約 shows before → after, is confirmed, taken back, and opens what it is for', async () => {
      expect((await at('誓約 派遣 一郎 10/1')).words).toMatch(
        /誓約日[\s\S]*なし[\s\S]*令和6年10月1日[\s\S]*まだ使えません。再委託先「株式会社まちの支援」/,
      );
      expect(await pledged()).toBe('none');
      await office.press('はい、変える');
      expect(await pledged()).toBe('2024-10-01');
      expect((await office.press('取消')).words).toContain('取り消しました');
      expect(await pledged()).toBe('none');
      await at('誓約 派遣 一郎 10/1');
      await office.press('はい、変える');
      expect(await pledged()).toBe('2024-10-01');
      expect((await at('誓約 派遣 一郎 10/1')).words).toContain('変わったところはありません');
      expect((await at('状況', expert)).words).toContain('今日有効な県の承諾がないため');
      expect((await at('誓約 小海 花子 10/1')).words).toContain('派遣人材と事務局の方だけに要ります');
    });

    it('再委託 is written in two parts, kept as a draft, and goes nowhere by itself', async () => {
      await at(`再委託 ${PARTY}`);
      await office.press('下書きにする', FIRST);
      expect(office.sees()).toMatch(
        /株式会社まちの支援[\s\S]*下書き[\s\S]*派遣 一郎さん[\s\S]*提出までに書くこと: 開始日/,
      );
      await office.press('続きを書く');
      await office.press('下書きにする', { ...SECOND, 終了日: '2024-10-01' });
      expect(office.sees()).toMatch(/終了日は、開始日の令和6年11月1日（金）か、それよりあとの日に/);
      await office.press('下書きにする', { 終了日: '2025-04-30' });
      expect(office.sees()).toMatch(/終了日は、事業の期間（.*令和7年3月\d+日/);
      await office.press('下書きにする', { 終了日: '2025-03-14' });
      expect(office.sees()).toContain('再委託を提出する');
      const [only, ...others] = await filings();
      expect(others).toEqual([]);
      expect(only?.versions.at(-1)?.content).toMatchObject({
        ...{ party: PARTY, representative: '支援 太郎', from: '2024-11-01', until: '2025-03-14', amount: 1200000 },
      });
      expect(only && filingState(only)).toBe('draft');
      expect((await at('再委託一覧', prefecture)).words).toContain('再委託はまだありません');
    });

    it('再委託提出 shows it first, and hands in what was shown, once', async () => {
      expect((await at('再委託提出')).words).toMatch(/県の承諾を求めて提出します[\s\S]*支援 太郎/);
      const [before] = await filings();
      expect(before?.submissions).toBeUndefined();
      await office.press('はい、提出する');
      const [after] = await filings();
      expect(after?.submissions).toHaveLength(1);
      expect(office.sees()).toContain('提出済み・県の決定待ち');
      expect((await at('再委託提出')).words).toContain('提出していない再委託の下書きはありません');
      expect((await at('再委託一覧', prefecture)).words).toContain(PARTY);
      expect((await at('状況', expert)).words).toContain('今日有効な県の承諾がないため');
    });

    it('県の承諾 opens the door; a version that is written anew leaves it until it is decided', async () => {
      await at('承認待ち', prefecture);
      await prefecture.press(prefecture.buttons()[0] ?? '');
      expect(prefecture.sees()).toMatch(/再委託[\s\S]*株式会社まちの支援（11\/1\(金\)〜3\/14\(金\)）/);
      await prefecture.press('承諾');
      expect(prefecture.sees()).toContain('「承諾」を記録しました');
      expect((await at('状況', expert)).words).not.toContain('承諾がないため');
      await at('再委託一覧');
      await office.press(PARTY);
      expect(office.sees()).toMatch(/県の承諾 11\/6\(水\)〜3\/14\(金\)[\s\S]*文書未受領/);
      expect((await at('体制表')).words).toContain(`${PARTY}（文書未受領）`);
      await at(`再委託 ${PARTY} 監督 月2回の報告`);
      expect(office.sees()).toMatch(/直した版は下書き/);
      expect((await at('状況', expert)).words).not.toContain('承諾がないため');
      expect((await filings()).length).toBe(1);
    });

    it('registers are kept in versions by the secretariat, and seen by the prefecture', async () => {
      expect((await at('権利留保物', prefecture)).words).toContain('まだ登録がありません');
      expect(prefecture.buttons()).not.toContain('権利留保物を足す');
      await at('権利留保物');
      await office.press('権利留保物を足す');
      await office.press('登録する', {
        ...{ 権利留保物の名称: '窓口の写真', 権利者: '写真 花子', 使った場所: '研修資料 第2回' },
      });
      expect(office.sees()).toMatch(/「窓口の写真」を登録しました[\s\S]*権利者 写真 花子/);
      await at('権利留保物 窓口の写真 権利者 株式会社写真');
      const rights = (await store().retainedRights.list(PROGRAMME)).map(({ value }) => value);
      expect(rights.map(({ versions }) => versions.map(({ holder }) => holder))).toEqual([
        ['写真 花子', '株式会社写真'],
      ]);
      expect((await at('権利留保物', prefecture)).words).toContain('株式会社写真');
      await at('個人情報');
      await office.press('個人情報を足す');
      await office.press('登録する', {
        ...{ 個人情報の内容: '担当者の連絡先', 責任者: '事務 局子', 従事者: '事務局の3人', 保管場所: '鍵のある書庫' },
      });
      expect((await at('個人情報', prefecture)).words).toMatch(/担当者の連絡先[\s\S]*鍵のある書庫/);
      expect((await at('個人情報 担当者の連絡先 保管 別の棚', prefecture)).words).toContain('事務局の方だけ');
      expect((await store().personalDataRegisters.list(PROGRAMME)).map(({ value }) => value.versions.length)).toEqual([
        1,
      ]);
    });
  },
);
