import { HOME } from '../../demo/programme.ts';
import { lastReading } from '../../programme/progress/kpi-record.ts';
import { municipal } from '../../storage/collections.ts';
import { itemAt, kpiAt } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({}, (house) => {
  let hanako: Person;
  beforeEach(() => {
    house.at('2026-11-24T10:00:00+09:00');
    hanako = house.officer();
  });

  const versions = async (id: string) => {
    const at = itemAt(HOME, 2026, id);
    return (await house.service.store.items.get(at.partition, at.id))?.value.versions ?? [];
  };
  const kpi = async (id: string) => {
    const at = kpiAt(HOME, 2026, id);
    return (await house.service.store.kpis.get(at.partition, at.id))?.value;
  };

  it('records stage and evidence in one go, and evidence alone beside the stage that stands', async () => {
    const receipt = await hanako.say('報告 S2-2 実施中 根拠 課長ヒアリング記録0917、写し');
    expect(receipt.words).toContain('根拠: 課長ヒアリング記録0917、写し');
    expect((await versions('S2-2')).at(-1)).toMatchObject({
      stage: 'inProgress',
      evidence: '課長ヒアリング記録0917、写し',
    });

    const added = await hanako.say('S2-2 根拠 https://www.town.example.jp/dx?id=7');
    expect(added.words).not.toContain('報告済み');
    expect((await versions('S2-2')).at(-1)).toMatchObject({
      stage: 'inProgress',
      evidence: 'https://www.town.example.jp/dx?id=7',
    });
    await hanako.say('報告 S2-2 https://www.town.example.jp/dx?id=8');
    expect((await versions('S2-2')).at(-1)).toMatchObject({
      stage: 'inProgress',
      evidence: expect.stringMatching(/8$/),
    });
    const same = await hanako.say('S2-2 実施中 根拠は第2回の議事録です');
    expect(same.words).toContain('根拠: 第2回の議事録');
  });

  it('keeps what is asked for letter for letter', async () => {
    await hanako.say('相談 予算が、つきません。　R&D部門と（調整）中');
    const requests = await house.service.store.helpRequests.list(municipal(HOME));
    expect(requests.map(({ value }) => value.text)).toContain('予算が、つきません。　R&D部門と（調整）中');
  });

  it('asks for the parts of a rate that had them, and loses none', async () => {
    await hanako.say('K0-03 27/32');
    const before = JSON.stringify(await kpi('K0-03'));
    const asked = await hanako.say('K0-03は9割です');
    expect(asked.words).toContain('「9割」を90%と読み取りました');
    expect(asked.words).toContain('（29/32）');
    expect(asked.words).toContain('前回の分母で計算しました');
    expect(JSON.stringify(await kpi('K0-03'))).toBe(before);
    const receipt = await hanako.press('はい、記録する');
    expect(receipt.words).toContain('29/32');
    const record = await kpi('K0-03');
    expect(record && lastReading(record)).toMatchObject({ numerator: 29, denominator: 32 });
  });

  it('takes whole people only, and asks before 0/0', async () => {
    const before = JSON.stringify(await kpi('K0-03'));
    expect((await hanako.say('K0-03 30.5/32')).words).toContain('整数で入力してください');
    expect(JSON.stringify(await kpi('K0-03'))).toBe(before);
    await hanako.say('やめる');
    expect((await hanako.say('K0-03 0/0')).words).toContain('「未実施（確認済）」として記録します');
    expect(JSON.stringify(await kpi('K0-03'))).toBe(before);
  });
});
