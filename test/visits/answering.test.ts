import { HOME } from '../../demo/programme.ts';
import { municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { EXPERT_MAIL, recorded } from './planted.ts';

/** What a municipality says of a visit: 確認, 直してほしい and 満足度. */
onBothChats({ history: false, now: '2026-05-12T10:00:00+09:00', allInTeams: true }, (house) => {
  let hanako: Person;
  let expert: Person;
  beforeAll(async () => {
    hanako = house.officer();
    expert = house.person(EXPERT_MAIL);
    await hanako.install();
    await expert.install();
  });

  async function tick(): Promise<void> {
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  }
  const record = async (day: string) =>
    (await house.service.store.visitRecords.list(municipal(HOME))).find(({ value }) =>
      value.meeting.includes(day.replaceAll('-', '')),
    )?.value;

  it('a record is confirmed and rated in two taps on the card that comes', async () => {
    house.at('2026-05-12T18:30:00+09:00');
    await recorded(house.service.store, { municipality: HOME, day: '2026-05-11', at: '2026-05-12T18:30:00+09:00' });
    await tick();
    expect(hanako.got().join()).not.toContain('訪問記録の確認');
    house.at('2026-05-13T09:00:30+09:00');
    await tick();
    const card = hanako.sees();
    expect(card).toContain('全体方針の骨子を一緒に見直した');
    expect(card).toContain('5/19(火)までにお答えがないときは「未確認のまま確定」になります');
    const confirmed = await hanako.press('確認');
    expect(confirmed.words).toContain('確認済み');
    const rated = await hanako.press('4（満足）');
    expect(rated.words).toContain('満足度を受け付けました');
  });
});
