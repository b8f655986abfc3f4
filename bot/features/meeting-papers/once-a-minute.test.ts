import { paperExample } from '../../../cards/meeting-papers/samples.ts';
import type { Making } from '../../files/handed-out.ts';
import { onceAMinute } from './once-a-minute.ts';

const { meeting, programme } = paperExample;
const at = (now: string, store = {}) => ({ store, programme, now: new Date(now) }) as Making;

describe('the papers everybody who is invited gets', () => {
  it('are made once a minute, and anew for the next, another store, or where the meeting has changed', async () => {
    let times = 0;
    const made = onceAMinute(async () => ++times);
    const store = {};
    expect(await made(meeting, at('2024-09-13T00:00:01Z', store))).toBe(1);
    expect(await made(meeting, at('2024-09-13T00:00:59Z', store))).toBe(1);
    expect(await made(meeting, at('2024-09-13T00:01:00Z', store))).toBe(2);
    expect(await made({ ...meeting, place: '別の部屋' }, at('2024-09-13T00:01:00Z', store))).toBe(3);
    expect(await made({ ...meeting, place: '別の部屋' }, at('2024-09-13T00:01:00Z'))).toBe(4);
  });

  it('are tried again where they could not be made', async () => {
    let times = 0;
    const made = onceAMinute(async () => {
      if (++times === 1) throw new Error('no answer');
      return times;
    });
    const from = at('2024-09-13T00:00:00Z');
    await expect(made(meeting, from)).rejects.toThrow('no answer');
    expect(await made(meeting, from)).toBe(2);
  });
});
