import { HOME } from '../../demo/programme.ts';
import { kpiAt } from '../../storage/progress.ts';
import { onBothChats } from '../on-both-chats.ts';
import { beginNextYear } from './next-year.ts';

/** 年度更新 was carried out in March, before the last weeks of the year that it closed. */
onBothChats({}, (house) => {
  const entriesOf = async (year: number) => {
    const at = kpiAt(HOME, year, 'K0-03');
    return (await house.service.store.kpis.get(at.partition, at.id))?.value.entries ?? [];
  };

  beforeAll(async () => {
    await beginNextYear(house.service.store, new Date('2027-03-02T09:00:00+09:00'));
    house.at('2027-03-02T10:00:00+09:00');
  });

  it('puts what is said of this week to the year that the week is of', async () => {
    const { words } = await house.officer().say('KPI報告 K0-03 38/40');
    expect(words).toContain('3/1(月)の週の実績を受け付けました');
    expect(words).toContain('令和8年度（終了）');
    expect((await entriesOf(2026)).at(-1)).toMatchObject({ week: '2027-03-01', numerator: 38 });
    expect(await entriesOf(2027)).toEqual([]);
  });

  it('takes it for the same week where the year is named', async () => {
    await house.officer().say('KPI報告 K0-03 39/40 令和8年度');
    expect((await entriesOf(2026)).at(-1)).toMatchObject({ week: '2027-03-01', numerator: 39 });
  });

  it('says of which year the weekly card is', async () => {
    expect((await house.officer().say('週次報告')).words).toContain('令和8年度（終了）');
  });

  it('calls nobody partly reported who has said nothing', async () => {
    const { words } = await house.secretariat().say('未報告');
    expect(words).toContain('25団体が未報告です');
    expect(words).toContain('今週が未報告');
    expect(words).not.toContain('一部未報告');
  });
});
