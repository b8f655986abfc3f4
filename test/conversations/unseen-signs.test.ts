import { HOME } from '../../demo/programme.ts';
import { municipal } from '../../storage/collections.ts';
import { kpiAt } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** Signs that copying brings along and nobody sees: they change nothing, and reach nobody. */
onBothChats({}, (house) => {
  let hanako: Person;
  let minute = 10;
  beforeEach(() => {
    house.at(`2026-11-24T10:${minute++}:00+09:00`);
    hanako = house.officer();
  });
  const lastValue = async () => {
    const { partition, id } = kpiAt(HOME, 2026, 'K0-03');
    return (await house.service.store.kpis.get(partition, id))?.value.entries.at(-1)?.numerator;
  };
  const lastHelp = async () => {
    const found = await house.service.store.helpRequests.list(municipal(HOME), { from: 'help-', below: 'help.' });
    return found
      .map(({ value }) => value)
      .sort((a, b) => a.at.localeCompare(b.at))
      .at(-1)?.text;
  };

  it.each([
    ['K0-03\u200B 27/32', 27],
    ['\uFEFFK0-03 28/32', 28],
    ['K0-03\u2060 29\u200E/32', 29],
    ['\u2067K0-03\u2069 30/32', 30],
    ['K0-03\u3164\u200331/32', 31],
    ['K0-03\uFE0F 32/32\u0007', 32],
  ])('%j is a report like any other', async (said, expected) => {
    const turn = await hanako.say(said);
    expect(turn.words).not.toContain('読み取れない言葉');
    expect(await lastValue()).toBe(expected);
  });

  it('a town is found in whatever form its letters have', async () => {
    expect((await house.prefecture().say('小\u{E0100}海町の状況')).words).toContain('小海町の状況');
    expect((await house.prefecture().say('小海\u200B町の状況')).words).toContain('小海町の状況');
  });

  it.each([
    ['相談 窓口が\u202Eんせまり足りません', '窓口がんせまり足りません'],
    ['相談 家族👩‍👩‍👧の\u200B窓口❤️', '家族👩‍👩‍👧の窓口❤️'],
    ['相談 葛\u{E0100}城さんの件\u{E0041}\u{E0042}', '葛\u{E0100}城さんの件'],
    ['相談 か\u3099くしゅうの件', 'がくしゅうの件'],
  ])('%j is kept as it was written, without what nobody sees', async (said, kept) => {
    await hanako.say(said);
    expect(await lastHelp()).toBe(kept);
  });

  it('also where it was filled in', async () => {
    await hanako.say('相談');
    const typed = '予算の\u202E件で\u200B困っています👍🏽';
    if (house.chat === 'line-works') await hanako.say(typed);
    else await hanako.press('送る', { text: typed });
    expect(await lastHelp()).toBe('予算の件で困っています👍🏽');
  });
});
