import { planDocument } from '../../bot/features/reports/plan-document.ts';
import { withDecision } from '../../programme/filing.ts';
import { PlanText, planTextNames } from '../../programme/reports/whole-plan.ts';
import { FILINGS, MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { partsOf } from '../workbook/parts.ts';

const PLAN = 'plan-2026';

onBothChats({ allInTeams: true }, (house) => {
  let prefecture: Person;
  let office: Person;
  let officer: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    [prefecture, office, officer] = [house.prefecture(), house.secretariat(), house.officer()];
    for (const person of [prefecture, office, officer]) await person.install();
    const { members } = house.service.store;
    const found = (await members.list(MEMBERS)).find(({ value }) => value.name === office.account.name);
    if (found) await members.put({ ...found.value, duties: ['pm'] }, found.etag);
  });

  const kept = async () => (await house.service.store.wholePlans.get(FILINGS, PLAN))?.value;
  /** What the prefecture decides has a command of its own, for everything that is handed in. */
  const decide = async (verdict: 'approve' | 'conditional', at: string) => {
    const { wholePlans } = house.service.store;
    const found = await wholePlans.get(FILINGS, PLAN);
    const version = found?.value.versions.at(-1)?.number ?? 0;
    const from = { by: 'member-of-the-prefecture', at, via: house.chat, ask: `decided-${version}` };
    if (found) await wholePlans.put(withDecision(found.value, { version, verdict }, from), found.etag);
  };
  const programme = async () => {
    const found = await house.service.store.programmes.get(PROGRAMME, 'programme');
    if (!found) throw new Error('no programme');
    return found.value;
  };
  const tickAt = async (moment: string) => {
    house.at(moment);
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  };

  it('begins with what the workbook says, which only the secretariat sees', async () => {
    const { words } = await office.say('全体計画');
    expect(words).toContain('令和8年度　第1版（下書き）');
    expect(words).toContain('業務名: 市町村DX伴走支援事業（架空）');
    expect(words).toContain('まだ書かれていないところ: プロジェクトの目的');
    expect((await prefecture.say('全体計画')).words).toContain('まだ提出されていません');
    expect((await officer.say('全体計画')).words).toContain('方だけが行えます');
    expect(await kept()).toBeUndefined();
  });

  it('is not handed in before every part is written', async () => {
    expect((await office.say('全体計画提出')).words).toContain('まだ書かれていないところがあるため');
    expect(await kept()).toBeUndefined();
  });

  it('is written part by part, with what stands in it', async () => {
    await office.say('全体計画編集');
    expect((await office.press('プロジェクトの目的')).words).toContain('入力してください');
    if (house.chat === 'teams') await office.press('保存する', { 内容: '小さな団体のDXを進める' });
    else await office.say('小さな団体のDXを進める');
    expect(office.sees()).toContain('下書きに保存しました');
    for (const section of PlanText.options.slice(1)) {
      const text = `${planTextNames[section]}の内容`;
      if ((await kept())?.versions.at(-1)?.content[section] === '')
        await office.ask('edit-whole-plan', { section, text });
    }
    expect((await kept())?.versions.at(-1)?.content).toMatchObject({
      purpose: '小さな団体のDXを進める',
      riskPolicy: 'リスク・課題管理方法の内容',
    });
  });

  it('has milestones with a day within the programme', async () => {
    expect((await office.say('マイルストーン 中間報告書の提出 12/18')).words).toContain('下書きに保存しました');
    const before = (await kept())?.versions.length;
    await office.say('マイルストーン 中間報告書の提出 12/18');
    expect((await kept())?.versions).toHaveLength(before ?? 0);
    const outside = await office.ask('set-milestone', { what: '来年のこと', by: '2028-01-01' });
    expect(outside.words).toContain('事業の期間');
    expect((await kept())?.versions.at(-1)?.content.milestones.map(({ what }) => what)).toEqual([
      '中間報告書の提出',
      '事業終了',
    ]);
  });

  it('is handed in after a look, and waits for the prefecture', async () => {
    expect((await office.say('全体計画提出')).words).toContain('県に提出しますか。まだ提出していません');
    expect((await kept())?.submissions).toBeUndefined();
    expect((await office.press('はい、提出する')).words).toContain('県に提出しました');
    expect((await prefecture.say('全体計画')).words).toContain('第1版（提出済み・県の決定待ち）');
    expect((await office.say('全体計画提出')).words).toContain('もう県に提出しています');
    const waiting = await prefecture.say('承認待ち');
    expect(waiting.words).toContain('全体計画');
    expect(waiting.words).toContain('令和8年度 第1版');
    await decide('approve', '2026-11-24T02:00:00.000Z');
    const { store } = house.service;
    const making = { store, programme: await programme(), now: new Date('2026-11-24T02:00:00.000Z') };
    const id = await planDocument.pick?.({ municipality: undefined, day: '2026-12-01' }, making);
    expect(id).toBe(PLAN);
    const file = partsOf(Buffer.from((await planDocument.make(PLAN, making)) ?? new Uint8Array()));
    const written =
      file
        .get('word/document.xml')
        ?.toString('utf8')
        .replace(/<[^>]+>/g, '\n') ?? '';
    for (const words of [
      '長野県知事　様',
      '令和8年度 全体計画書（実施計画書）',
      '記',
      '以上',
      '小さな団体のDXを進める',
    ])
      expect(written.split('\n')).toContain(words);
    for (const label of Object.values(planTextNames)) expect(written.split('\n')).toContain(label);
    expect(written).toContain('中間報告書の提出');
    expect(await planDocument.make('plan-2030', making)).toBeUndefined();
    expect((await prefecture.say('全体計画')).words).toContain('第1版（承認）');
  });

  it('is changed by a next version, while the approved one stays in force', async () => {
    const milestone = (await kept())?.versions.at(-1)?.content.milestones[0]?.id;
    await office.ask('set-milestone', { milestone });
    expect(office.sees()).toContain('内容・期限を変える');
    await office.ask('set-milestone', { milestone, by: '2026-12-25' });
    const { words } = await office.say('全体計画');
    expect(words).toContain('第2版（下書き）');
    expect(words).toContain('承認されているのは第1版です。変わるところ: 全体スケジュール');
    expect((await prefecture.say('全体計画')).words).toContain('第1版（承認）');
    const hidden = await prefecture.ask('whole-plan', { version: (await kept())?.versions.at(-1)?.number });
    expect(hidden.words).toContain('古くなったため');
    await office.say('全体計画提出');
    await office.press('はい、提出する');
    expect((await prefecture.say('全体計画')).words).toContain('変わるところ: 全体スケジュール');
    expect((await prefecture.press('承認された版を見る')).words).toContain('第1版（承認）');
  });

  it('whose milestone is late says so to the PM and in the digest, until it is done', async () => {
    await tickAt('2026-12-18T10:00:00+09:00');
    expect((await prefecture.say('ダイジェスト')).words).not.toContain('全体計画で期限を過ぎたもの');
    await tickAt('2026-12-21T09:05:00+09:00');
    await tickAt('2026-12-21T11:05:00+09:00');
    const told = office.got().filter((words) => words.includes('期限を過ぎたマイルストーン'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('中間報告書の提出');
    expect((await prefecture.say('ダイジェスト')).words).toContain(
      '全体計画で期限を過ぎたもの: 中間報告書の提出（12/18(金)まで）',
    );
    const milestone = (await kept())?.versions.at(-1)?.content.milestones[0]?.id;
    const versions = (await kept())?.versions.length;
    expect((await office.ask('complete-milestone', { milestone })).words).toContain('完了にしました');
    await office.ask('complete-milestone', { milestone });
    expect((await kept())?.done).toHaveLength(1);
    expect((await kept())?.versions).toHaveLength(versions ?? 0);
    expect((await prefecture.say('ダイジェスト')).words).not.toContain('全体計画で期限を過ぎたもの');
    expect((await office.ask('complete-milestone', { milestone, back: 'yes' })).words).toContain('取り消しました');
    expect((await office.ask('complete-milestone', { milestone: 'm99' })).words).toContain('今の全体計画にありません');
  });
});
