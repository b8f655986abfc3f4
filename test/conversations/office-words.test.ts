import { onBothChats } from '../on-both-chats.ts';

/** What the secretariat types in a hurry: names, titles and parts of them beside the word of a command. */
onBothChats({}, (house) => {
  const said = async (words: string) => (await house.secretariat().say(words)).words;
  const form = async (words: string) => {
    const seen = await said(words);
    await said('やめる');
    return seen;
  };

  it.each([
    ['体制変更 窓口変更 井出さんから篠原さん 12/3 理由 産休のため', /窓口変更[\s\S]*期限の11\/2\(月\)を過ぎています/],
    ['体制変更 終了 篠原さん 1/15', /終了[\s\S]*期限 12\/14\(月\)/],
    ['体制変更 昨日 終了 篠原', /変更予定日の令和8年11月23日（月）は過ぎています/],
    ['体制変更 追加 佐藤一郎 2/3', /追加[\s\S]*期限 1\/2\(土\)/],
    ['派遣人材が山田美咲さんから小林さんに代わる 3/1', /派遣者交代[\s\S]*期限 1\/31\(日\)/],
  ])('%s is a draft with who is named', async (words, draft) => {
    const seen = await form(words);
    expect(seen).toMatch(draft);
    expect(seen).not.toContain('この操作では使えません');
  });

  it('two who are replaced by one are no change of one', async () => {
    expect(await form('体制変更 派遣者交代 山田と小林が宮坂に')).toContain(
      '「山田と小林が宮坂に」は、この操作では使えません',
    );
  });

  it('a milestone is no KPI, and the same one at another day is moved', async () => {
    expect(await said('マイルストーンを追加')).toContain('全体計画 第1版');
    expect(await said('マイルストーン追加 中間報告 12/10')).toContain('「中間報告」（令和8年12月10日（木）まで）');
    const moved = await said('中間報告のマイルストーンを12/18にして');
    expect(moved).toMatch(/マイルストーンは2件[\s\S]*中間報告[\s\S]*12\/18\(金\)まで/);
  });

  it('only who gives a pledge is meant by a name that others have too', async () => {
    expect(await form('誓約 山田 10/1')).toContain('誓約 山田 美咲さん');
    expect(await form('篠原さんの誓約を11/1にして')).toContain('誓約 篠原 健太さん');
    expect(await form('誓約 篠原 12/31')).not.toContain('誓約のない方も使えます');
    expect(await form('誓約 山田花子 10/1')).toContain('派遣人材と事務局の方だけに要ります');
  });

  it('a party is called by its name alone, with or without 株式会社', async () => {
    expect(await form('再委託 株式会社まちの支援 期間 12/31-12/1')).toContain('名称だけを入力してください');
    await said('再委託 株式会社まちの支援');
    await house.secretariat().press('下書きにする', {
      ...{ 代表者氏名: '佐藤', 所在地: '架空市', 再委託する業務の範囲: '研修', '再委託の理由・必要性': '専門' },
    });
    expect(await form('再委託 まちの支援')).toMatch(
      /株式会社まちの支援[\s\S]*開始日|株式会社まちの支援[\s\S]*再委託金額/,
    );
    const handing = await form('再委託提出 まちの支援');
    expect(handing).toMatch(/株式会社まちの支援[\s\S]*開始日/);
    expect(handing).not.toContain('この操作では使えません');
  });

  it('a part of 全体計画 is found by a word of its name, which is never written into it', async () => {
    expect(await form('全体計画編集 目的')).toMatch(/プロジェクトの目的/);
    expect(await form('全体計画編集 リスク')).toMatch(/リスク・課題管理方法/);
  });

  it('a case is opened by words of its title', async () => {
    await said('事例作成 小海町 S1-3');
    expect(await said('事例編集 全体方針の決定')).toContain('全体方針の決定の取組');
    expect(house.secretariat().buttons().join()).toContain('空欄を埋める');
  });

  it('what is asked of the prefecture counts as written', async () => {
    const seen = await said('月次報告編集 課題と対応 県へ: 会場費の扱いを確認したい');
    expect(seen).toContain('会場費の扱いを確認したい');
    expect(seen).not.toContain('まだ書いていません');
  });

  it('受領しました is of what the prefecture asked for', async () => {
    expect(await said('受領しました')).toContain('臨時報告');
  });

  it('撤回 with more materials than a card holds is chosen page by page', async () => {
    await said('共有版');
    await house.secretariat().press('承諾を依頼（支援対象の市町村）');
    expect(await said('撤回')).toContain('どの承諾を撤回しますか');
    const [first] = house.content.municipalities;
    expect(house.secretariat().sees()).toContain(`${first?.name} 「`);
    const next = await house.secretariat().press('次へ（2/4）');
    expect(next.words).toContain('どの承諾を撤回しますか');
    expect(next.words).not.toContain(`${first?.name} 「`);
  });
});
