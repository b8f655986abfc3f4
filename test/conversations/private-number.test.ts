import { municipal } from '../../storage/collections.ts';
import { onBothChats } from '../on-both-chats.ts';
import { recorded } from '../visits/planted.ts';

const HOME = '203033';
const ASKED = '電話番号が入っているようです。記録に残してよいですか。';

onBothChats({}, (house) => {
  it('asks once before a telephone number is kept in what is said of a visit, and keeps it on a yes', async () => {
    house.at('2026-11-26T10:00:00+09:00');
    const { store } = house.service;
    const { id } = await recorded(store, { municipality: HOME, day: '2026-11-25', at: '2026-11-25T17:00:00+09:00' });
    const officer = house.officer();
    await officer.ask('confirm-visit', { municipality: HOME, visit: id, seen: 1, verdict: 'confirmed' });
    const note = '折り返しは 0267-12-3456 へ';
    const asked = await officer.ask('rate-visit', { municipality: HOME, visit: id, score: 4, note });
    expect(asked.words).toContain(ASKED);
    expect(await store.ratings.list(municipal(HOME))).toEqual([]);
    await officer.press('はい、このまま記録する');
    const [kept] = await store.ratings.list(municipal(HOME));
    expect(kept?.value.versions.at(-1)).toMatchObject({ score: 4, note });
  });

  it('asks it of a wish for support, and leads back to it', async () => {
    const officer = house.officer();
    const asked = await officer.ask('set-needs', {
      municipality: HOME,
      themes: 'S1-3',
      problems: '番号は 1234 5678 9012',
    });
    expect(asked.words).toContain('12桁の数字（マイナンバーかもしれません）');
    expect(await house.service.store.supportNeeds.list(municipal(HOME))).toEqual([]);
    expect((await officer.press('書き直す')).words).toContain('派遣の希望');
    await officer.say('やめる');
  });

  it('asks it of the secretariat as well', async () => {
    const office = house.secretariat();
    const { expert } = await recorded(house.service.store, {
      ...{ municipality: HOME, day: '2026-11-24', at: '2026-11-24T17:00:00+09:00' },
    });
    const opened = { municipality: HOME, expert, part: 'story', party: 'municipality' } as const;
    const asked = await office.ask('record-mismatch', { ...opened, detail: '連絡先は 090-1234-5678' });
    expect(asked.words).toContain(ASKED);
    await office.say('やめる');
  });
});
