import { createHash } from 'node:crypto';
import { finalDocument } from '../../bot/features/final-report/final-document.ts';
import { FILINGS } from '../../programme/filing.ts';
import { PROGRAMME, type Store } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { supported } from '../operations/supported.ts';

const PEOPLE = { expert: 'member-expert', officer: 'member-officer', office: 'member-office' };
const KOUMI = '203033';

const reportOf = async (store: Store) => {
  const found = await store.finalReports.get(FILINGS, 'final-2026');
  if (!found) throw new Error('there is no report');
  return found.value;
};

onBothChats({ now: '2026-11-24T10:00:00+09:00', allInTeams: true }, (house) => {
  let pm: Person;
  let prefecture: Person;
  const said = async (person: Person, words: string) => (await person.say(words)).words.replace(/\s+/g, ' ');
  beforeAll(async () => {
    await supported(house.service.store, KOUMI, PEOPLE);
    pm = house.secretariat();
    prefecture = house.prefecture();
    for (const each of [pm, prefecture]) await each.install();
  });

  it.each(['業務報告書', '業務報告書を出して', '最終報告'])(
    '%s shows the state and what is missing, and opens no 報告',
    async (words) => {
      const shown = await said(pm, words);
      expect(shown).toContain('令和8年度 業務報告書');
      expect(shown).toMatch(/足りないもの \d+件/);
      expect(shown).toContain('納品前');
      expect(await house.service.store.finalReports.get(FILINGS, 'final-2026')).toBeUndefined();
    },
  );

  it('tells what is missing by who can say it', async () => {
    const shown = await said(pm, '業務報告書 不足');
    expect(shown).toContain('業務報告書 足りないもの');
    expect(shown).toMatch(/市町村.*事務局/);
  });

  it('is written section by section, and of each municipality', async () => {
    expect(await said(pm, '業務報告書編集 概要 今年度は順調に進みました。')).toContain('概要の本文を書きました');
    expect(await said(pm, '業務報告書編集 支援前 小海町 窓口は紙だけだった。')).toContain(
      '小海町の支援前の本文を書きました',
    );
    const { versions } = await reportOf(house.service.store);
    expect(versions.at(-1)?.content.texts).toEqual({
      overview: '今年度は順調に進みました。',
      [`before:${KOUMI}`]: '窓口は紙だけだった。',
    });
  });

  it('asks each person once for what only they can say', async () => {
    await pm.say('不足をたずねる');
    expect((await pm.press('はい、たずねる')).words).toMatch(/\d+人にたずねます/);
    const { askings = [] } = await reportOf(house.service.store);
    expect(askings).toHaveLength(1);
    const asked = askings[0]?.of.flatMap(({ gaps }) => gaps) ?? [];
    expect(new Set(asked).size).toBe(asked.length);
    expect(await said(pm, '不足をたずねる')).toContain('もう残っていません');
  });

  it('is handed in, read by the prefecture as it was handed in, and approved', async () => {
    expect(await said(prefecture, '業務報告書')).toContain('まだ提出されていません');
    await pm.say('業務報告書提出');
    expect((await pm.press('はい、提出する')).words).toContain('県に提出しました');
    expect(await said(prefecture, '業務報告書')).toContain('第1版・提出済み・県の決定待ち');
    expect(await said(prefecture, '業務報告書 概要')).toContain('今年度は順調に進みました。');
    await prefecture.say('承認');
    await prefecture.press('はい、承認とする');
    expect(await said(pm, '業務報告書')).toContain('第1版・承認');
  });

  it('is delivered with the digests of its files, which are made again byte by byte', async () => {
    expect(await said(pm, '納品')).toContain('10日以内');
    expect((await pm.press('はい、記録する')).words).toContain('納品を記録しました');
    const { deliveries = [] } = await reportOf(house.service.store);
    expect(deliveries).toMatchObject([{ version: 3, day: '2026-11-24', due: '2026-12-04' }]);
    house.at('2026-11-25T10:00:00+09:00');
    const { store } = house.service;
    const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
    if (!programme) throw new Error('no programme');
    const from = { store, programme, now: new Date('2026-12-20T10:00:00+09:00') };
    const made = [await finalDocument.make('final-2026', from), await finalDocument.annex?.('final-2026', from)];
    const digests = made.map((bytes) => bytes && createHash('sha256').update(bytes).digest('hex'));
    expect(digests).toEqual(deliveries[0]?.files.map(({ sha256 }) => sha256));
  });

  it('asks whose section it is before a word of it is written, and keeps what was written with it', async () => {
    const written = () => reportOf(house.service.store).then(({ versions }) => versions.at(-1)?.content.texts);
    const before = await written();
    expect(await said(pm, '業務報告書編集 残課題')).toContain('どの市町村ですか');
    const chosen =
      house.chat === 'teams' ? pm.press('次へ進む', { 市町村: '小海町（佐久）' }) : pm.press('小海町（佐久）');
    expect((await chosen).words).toContain('小海町の残課題');
    expect(await written()).toEqual(before);
    await pm.say('やめる');
    for (const words of ['様式の見直しが残る', '軽井沢町 様式の見直しが残る']) {
      expect(await said(pm, `業務報告書編集 残課題 ${words}`)).toContain('どの市町村ですか');
      expect((await pm.press('次へ進む', { 市町村: '小海町（佐久）' })).words).toContain(
        '小海町の残課題の本文を書きました',
      );
      expect(await written()).toEqual({ ...before, [`remaining:${KOUMI}`]: words });
    }
  });

  it('says which edition is being written, and how the one before stands', async () => {
    expect(await said(pm, '業務報告書')).toContain('第2版の下書き（第1版・承認）');
    expect(await said(prefecture, '業務報告書')).toContain('第1版・承認');
    expect(await said(prefecture, '業務報告書')).not.toContain('下書き');
  });

  it('is inspected by the prefecture: corrected first, then passed after a new delivery', async () => {
    expect(await said(pm, '納品')).toContain('納品は記録してあります');
    expect(await said(prefecture, '業務報告書')).toContain('検査待ち（12/4(金)まで）');
    expect(await said(pm, '納品取消')).toContain('まだ取り消していません');
    expect((await pm.press('はい、取り消す')).words).toContain('納品の記録を取り消しました');
    expect(await said(prefecture, '検査')).toContain('検査を待っている納品はありません');
    expect(await said(pm, '納品取消')).toContain('取り消せる納品はありません');
    await pm.say('納品 11/24');
    await pm.press('はい、記録する');
    const { deliveries = [] } = await reportOf(house.service.store);
    expect(deliveries.map(({ withdrawn }) => withdrawn !== undefined)).toEqual([true, false]);
    expect(await said(prefecture, '検査 修正 4章の数字の単位')).toContain('修正を求めました');
    expect(await said(pm, '納品取消')).toContain('取り消せる納品はありません');
    expect(await said(pm, '納品')).toContain('前に納品した版と同じです');
    await pm.say('業務報告書作り直し');
    await pm.say('業務報告書提出');
    await pm.press('はい、提出する');
    await pm.say('納品');
    await pm.press('はい、記録する');
    expect((await reportOf(house.service.store)).deliveries?.at(-1)?.due).toBe('2026-12-05');
    await prefecture.say('検査 合格');
    expect((await prefecture.press('はい、合格とする')).words).toContain('合格と記録しました');
    expect(await said(pm, '業務報告書')).toContain('検査 合格');
    for (const label of ['提出する', '作り直す', '納品を取り消す', '納品を記録する', '本文を書く'])
      expect(pm.buttons()).not.toContain(label);
    for (const words of [
      '業務報告書提出',
      '業務報告書作り直し',
      '業務報告書編集 概要',
      '業務報告書編集 概要 事業の概要です',
    ])
      expect(await said(pm, words)).toContain('合格しているため');
  });

  it('nobody else sees it', async () => {
    for (const words of ['業務報告書', '業務報告書 不足', '業務報告書ファイル', '納品', '検査'])
      expect(await said(house.officer(), words)).toMatch(/の方だけが行えます/);
  });
});
