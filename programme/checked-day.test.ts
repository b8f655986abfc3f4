import { checkedDayTrouble } from './checked-day.ts';

const saying = { by: 'member-pm', today: '2026-11-24' };

describe('a 確認日', () => {
  it.each(['2026-11-24', '2025-12-01'])('may be %s, which has been', (day) => {
    expect(checkedDayTrouble(day, saying)).toBeUndefined();
  });
  it.each(['2026-11-25', '2027-01-01'])('is not %s, which is still to come', (day) => {
    expect(checkedDayTrouble(day, saying)).toContain('今日（令和8年11月24日（火））');
  });
});
