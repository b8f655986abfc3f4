import { HOME } from '../../demo/programme.ts';
import { currentVisit } from '../../programme/visits/visit-record.ts';
import { type CollectionName, municipal, PROGRAMME } from '../../storage/collections.ts';
import { type House, openHouse } from '../house.ts';
import { EXPERT_MAIL } from './planted.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ history: false, allInTeams: true });
});
afterAll(() => house.close());

/** Writes one document after the other: wherever it stops, nothing is wrong, and asking again finishes it. */
it.each(['meetings', 'actionItems', 'visitRemarks', 'visitRecords'] satisfies CollectionName[])(
  'cut off at %s, the visit waits for its record, and the same again writes each thing once',
  async (broken) => {
    const day = `2026-11-${{ meetings: '16', actionItems: '17', visitRemarks: '18', visitRecords: '19' }[broken]}`;
    house.at('2026-11-24T10:00:00+09:00');
    const expert = house.person(EXPERT_MAIL);
    const { store } = house.service;
    const what = {
      ...{ municipality: HOME, unplanned: 'yes', day, start: '10:00', end: '11:00', mode: 'in-person' },
      ...{ items: 'S1-3', text: '骨子を見直した', remark: '体制の話は次回に' },
      actions: [{ who: '小海町', what: `骨子を配る ${day}`, by: '2026-12-18' }],
    };
    const collection = store[broken];
    const put = collection.put;
    collection.put = () => Promise.reject(new Error('cut off'));
    try {
      await expert.ask('record-visit', what);
    } finally {
      collection.put = put;
    }
    const stamp = day.replaceAll('-', '');
    const records = async () =>
      (await store.visitRecords.list(municipal(HOME))).map(({ value }) => value).filter(({ id }) => id.includes(stamp));
    expect(await records()).toEqual([]);
    await expert.ask('record-visit', what);
    const [record, ...others] = await records();
    expect(others).toEqual([]);
    expect(record?.versions).toHaveLength(1);
    expect(record && currentVisit(record)?.content.text).toBe('骨子を見直した');
    const meetings = (await store.meetings.list(PROGRAMME)).filter(({ value }) => value.day === day && value.visit);
    const actions = (await store.actionItems.list(municipal(HOME))).filter(({ value }) => value.what.endsWith(day));
    const remarks = (await store.visitRemarks.list(PROGRAMME, { from: 'remark-', below: 'remark.' })).filter(
      ({ value }) => value.visit === record?.id,
    );
    expect([meetings.length, actions.length, remarks.length]).toEqual([1, 1, 1]);
    expect(remarks[0]?.value.versions).toHaveLength(1);
  },
);
