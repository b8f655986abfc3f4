import { HOME, OFFICE, OFFICER } from '../../demo/programme.ts';
import { CONSENTS } from '../../programme/consent/consent.ts';
import { municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { materialIn } from './planted.ts';

/** 承諾依頼 → 承諾, each conversation in a month and with a material of its own. */
onBothChats({ history: false, now: '2026-05-12T10:00:00+09:00', allInTeams: true }, (house) => {
  let hanako: Person;
  let office: Person;
  beforeAll(async () => {
    hanako = house.person(OFFICER);
    office = house.person(OFFICE);
    await hanako.install();
    await office.install();
  });
  const at = (day: string, time = '10:00') => house.at(`${day}T${time}:00+09:00`);
  async function tick(): Promise<void> {
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  }
  const consentsOf = async (material: string) =>
    (await house.service.store.consents.list(municipal(HOME), CONSENTS))
      .map(({ value }) => value)
      .filter((consent) => consent.material === material);
  const plant = (name: string, title: string, when: string) =>
    materialIn(house.service.store, {
      ...{ municipality: HOME, name, at: `${when}T09:00:00+09:00` },
      content: { title, sections: [{ label: '取組内容・工夫', text: `${title}の工夫` }] },
    });

  it('is asked for, comes as a card that shows all that would be seen, and is given in one tap', async () => {
    at('2026-05-12');
    const { id } = await plant('case-plain', '書かない窓口', '2026-05-11');
    const asked = await office.say('承諾依頼 書かない窓口 県のみ');
    expect(asked.words).toContain('小海町に、「書かない窓口」の承諾を依頼しました');
    await tick();
    const card = hanako.got().at(-1) ?? '';
    expect(card).toContain('承諾のお願い');
    expect(card).toContain('書かない窓口の工夫');
    expect(card).toContain('5/26(火)まで');
    expect(await consentsOf(id)).toMatchObject([{ scope: 'prefecture', askings: [{ due: '2026-05-26' }] }]);
    const shown = await hanako.say('承諾');
    expect(shown.words).toContain('書かない窓口の工夫');
    expect((await consentsOf(id))[0]?.answers).toBeUndefined();
    const given = await hanako.press('承諾');
    expect(given.words).toContain('「承諾」と記録しました');
    expect(await consentsOf(id)).toMatchObject([{ answers: [{ verdict: 'approve', asking: 1 }] }]);
  });
});
