import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { HOME, OFFICER } from '../../demo/programme.ts';
import { kinds, PROGRAMME } from '../../storage/collections.ts';
import type { Message } from '../fakes/teams/connector.ts';
import { type House, openHouse } from '../house.ts';
import { stampedBook, trialKind } from './stamped.ts';

/** Each is asked a while after the one before: whoever asks many times in a minute is told to wait. */
let tests = 0;
const laterOn = () => `2026-11-24T10:${String(tests++ * 3).padStart(2, '0')}:00+09:00`;
const A_DAY_ON = '2026-11-25T11:05:00+09:00';

let house: House;
beforeAll(async () => {
  house = await openHouse({ lineWorks: true, has: { commands, jobs, kinds, takenIn: [trialKind] } });
});
beforeEach(() => house.at(laterOn()));
afterAll(() => house.close());

const kept = async () => (await house.service.store.takenFiles.list(PROGRAMME)).length;
const inLineWorks = () => {
  if (!house.lineWorks) throw new Error('no LINE WORKS');
  return house.lineWorks;
};
const hanako = () => inLineWorks().person({ name: '山田 花子', email: OFFICER });

describe('what somebody sends', () => {
  it('of a file server that says nothing, Teams’ turn still ends in time, with a sentence', async () => {
    const before = await kept();
    const began = Date.now();
    const turn = await house
      .officer()
      .sendFile('表.xlsx', new Uint8Array(), { downloadUrl: house.teams.oneDrive.silent() });
    expect(Date.now() - began).toBeLessThan(14_000);
    expect(turn.words).toContain('ファイルを受け取れませんでした。何も記録していません');
    expect(await kept()).toBe(before);
  }, 30_000);

  it('is gone from LINE WORKS after its day, and has to be sent again', async () => {
    const before = await kept();
    const fileId = inLineWorks().storage.keep('表.xlsx', await stampedBook(HOME));
    house.at(A_DAY_ON);
    const turn = await hanako().send({ type: 'file', fileId });
    expect(turn.words).toContain('もう一度同じファイルを送ってください');
    expect(await kept()).toBe(before);
  });

  it('has an id that is no text at all, and the callback is taken and answered all the same', async () => {
    const turn = await hanako().send({ type: 'file', fileId: 'jp1.\ud800' });
    expect(turn.status).toBe(200);
    expect(turn.words).toContain('もう一度同じファイルを送ってください');
    expect((await hanako().say('状況')).words).toContain('小海町');
  });

  it('in a room of others is not even looked at', async () => {
    const before = await kept();
    const bytes = await stampedBook(HOME);
    const there = house.officer().in(house.teams.group('小海町の部屋'));
    const fetched = house.teams.oneDrive.calls.length;
    expect((await there.sendFile('表.xlsx', bytes)).words).toBe('');
    expect(house.teams.oneDrive.calls).toHaveLength(fetched);
    const room = hanako().in(inLineWorks().group('小海町の部屋'));
    expect((await room.sendFile('表.xlsx', bytes)).words).toBe('');
    expect(await kept()).toBe(before);
  });
});

describe('a file that Teams asks about', () => {
  const asked = async () => {
    const person = house.officer();
    await person.say('予定表');
    return person;
  };

  it.each([
    [403, '管理者に確かめてください'],
    [507, '空きを作って'],
    [500, '少し待って、もう一度'],
    ['cut', '少し待って、もう一度'],
  ] as const)(
    'is not saved where OneDrive answers %s; the question stays, and yes can be said again',
    async (how, told) => {
      const person = await asked();
      const on = person.consents().at(-1);
      const place = house.teams.oneDrive.place('予定.ics', how);
      const turn = await person.consent('accept', { place, on });
      expect([turn.status, turn.words.includes(told)]).toEqual([200, true]);
      expect(house.teams.oneDrive.saved(place)).toBeUndefined();
      const again = await person.consent('accept', { on });
      expect(again.place && house.teams.oneDrive.saved(again.place)?.toString()).toContain('BEGIN:VCALENDAR');
    },
  );

  it('said yes to twice, is there once for each place that Teams names, and a used place takes nothing more', async () => {
    const person = await asked();
    // As it stood: the card is taken away once yes was said.
    const on = { ...person.consents().at(-1) } as Message;
    const first = await person.consent('accept', { on });
    const saved = () => first.place && house.teams.oneDrive.saved(first.place)?.toString();
    const before = saved();
    expect(before).toContain('BEGIN:VCALENDAR');
    if (!first.place) throw new Error('no place');
    const second = await person.consent('accept', { on, place: first.place });
    expect(second.words).toContain('もう一度お試しください');
    expect(saved()).toBe(before);
  });

  it('is made anew, as it stands then, where yes is said a day later', async () => {
    const person = await asked();
    house.at(A_DAY_ON);
    const { place } = await person.consent('accept', { on: person.consents().at(-1) });
    expect(place && house.teams.oneDrive.saved(place)?.toString()).toContain('DTSTAMP:20261125');
  });

  it('is nobody else’s to say yes to: whoever may not ask for it gets a refusal, and nothing is put anywhere', async () => {
    const office = house.secretariat();
    await office.say('体制表の書類');
    const on = office.consents().at(-1);
    const place = house.teams.oneDrive.place('体制表.docx');
    const turn = await house.officer().consent('accept', { on, place });
    expect(turn.words).toContain('の方だけが行えます');
    expect(house.teams.oneDrive.saved(place)).toBeUndefined();
  });
});

describe('a file that LINE WORKS is given', () => {
  it('takes its place anew each time: a place that was used is left', async () => {
    const person = hanako();
    await person.say('予定表');
    const first = inLineWorks().storage.calls.filter(({ method }) => method === 'POST').length;
    await person.say('予定表');
    const after = inLineWorks().storage.calls.filter(({ method }) => method === 'POST');
    expect(after.length).toBeGreaterThan(first);
    expect(after.every(({ status }) => status === 200)).toBe(true);
  });

  it('that it does not take is spoken of: what was said with it arrives, and how to get it', async () => {
    const person = hanako();
    inLineWorks().storage.refuseNext(1);
    const turn = await person.say('予定表');
    expect(turn.words).toContain('をお渡しできませんでした');
    expect(turn.words).toContain('運用の担当が書き出したファイル');
    expect((await person.say('予定表')).words).not.toContain('をお渡しできませんでした');
  });
});
