import { HOME } from '../../demo/programme.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({}, (house) => {
  let office: Person;
  beforeEach(() => {
    house.at('2026-11-24T10:00:00+09:00');
    office = house.secretariat();
  });
  const edition = async () => (await house.service.store.programmes.get(PROGRAMME, 'programme'))?.value.edition;

  it('the first import names the edition of its year', async () => {
    expect(await edition()).toBe('2025-1');
    expect((await office.say('KPIの版')).words).toContain('令和7年度第1版');
  });

  it('another one is taken up by who saw what changes, and given up again', async () => {
    const asked = await office.say('KPIの版 令和6年度第1版');
    expect(asked.words).toMatch(/K3-603.*の全国の状況/s);
    expect(asked.words).toContain('まだ切り替えていません');
    expect(await edition()).toBe('2025-1');
    const changed = await office.press('はい、切り替える');
    expect(changed.words).toContain('版を切り替えました');
    expect(await edition()).toBe('2024-1');
    expect((await house.officer().say('K3-603とは')).words).toContain('調査時点: 令和5年12月末');
    await office.press('令和7年度第1版に戻す');
    await office.press('はい、切り替える');
    expect(await edition()).toBe('2025-1');
    expect((await house.officer().say('K3-603とは')).words).toContain('調査時点: 令和6年12月末');
  });

  it('one that lacks what has records is refused', async () => {
    const record = { municipality: HOME, fiscalYear: 2026, kpi: 'K9-99', weekly: false, entries: [] };
    await house.service.store.kpis.put(record, 'absent');
    const { words } = await office.say('KPIの版 令和6年度第1版');
    expect(words).toContain('記録のある K9-99 がないため、切り替えていません');
    expect(await edition()).toBe('2025-1');
  });

  it('nobody else changes it', async () => {
    expect((await house.officer().say('KPIの版')).words).toContain('事務局の方だけ');
    expect((await house.prefecture().say('KPIの版')).words).toContain('事務局の方だけ');
  });
});
