import { currentInitiative } from '../../programme/initiatives/initiative.ts';
import type { Person, Seen } from '../fakes/person.ts';
import { editedBook } from '../files/edited-book.ts';
import { onBothChats } from '../on-both-chats.ts';
import { initiated } from '../operations/initiated.ts';
import { changedMeanwhile, exportedRoadmap, HEADINGS, initiativesThere } from './planted-roadmap.ts';

const HOME = '203033';

onBothChats({ allInTeams: true }, (house) => {
  let hanako: Person;
  let office: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    [hanako, office] = [house.officer(), house.secretariat()];
    for (const person of [hanako, office]) await person.install();
    await initiated(house.service.store, HOME, 'somebody');
  });
  const store = () => house.service.store;
  const first = async () => {
    const [one] = await initiativesThere(store());
    if (!one) throw new Error('no initiative');
    return one;
  };
  const sent = async (person: Person, heading: string, value: string) => {
    const file = await editedBook(await exportedRoadmap(store()), HEADINGS, ({ cell }) => {
      cell(heading, HEADINGS + 1).value = value;
    });
    return person.sendFile('工程表.xlsx', file);
  };

  it('確定 pressed a second time, or delivered again, writes nothing twice and shows the same receipt', async () => {
    const before = (await first()).versions.length;
    const review = await sent(hanako, '会議名', '経営会議');
    const receipt: Seen = await hanako.press('確定する');
    await hanako.again(receipt);
    expect((await hanako.pressOn(review, '確定する')).words).toContain('工程表に反映しました');
    expect((await first()).versions).toHaveLength(before + 1);
    expect(currentInitiative(await first()).content.decidedAt).toBe('経営会議');
  });

  it('確定 after somebody else has changed the same is shown as an overlap, and writes nothing', async () => {
    const review = await sent(hanako, '目指す姿・目標', '1件10分にする');
    expect(review.words).toContain('1件10分にする');
    await changedMeanwhile(store(), '1件20分にする');
    const before = (await first()).versions.length;
    const seen = await hanako.press('確定する');
    expect(seen.words).not.toContain('工程表に反映しました');
    expect((await first()).versions).toHaveLength(before);
    expect((await hanako.say('工程表の取り込み')).words).toContain('ほかの方の変更との重なり 1件');
  });

  it('確定 by another person who may writes it in their name', async () => {
    await sent(hanako, '会議名', '課長会議');
    await office.say('工程表の取り込み 小海町');
    expect((await office.press('確定する')).words).toContain('工程表に反映しました');
    const { by, content } = currentInitiative(await first());
    expect(content.decidedAt).toBe('課長会議');
    expect(by).not.toBe((await first()).versions.at(-2)?.by);
    expect((await hanako.say('工程表の確定')).words).toContain('工程表に反映しました');
  });

  it('確定 while a 年度更新 is half done writes nothing, and says when to come back', async () => {
    await sent(hanako, '会議名', '庁議');
    const before = (await first()).versions.length;
    const { yearsUnderWay } = store();
    jest.spyOn(yearsUnderWay, 'list').mockImplementation(async () => [{} as never]);
    expect((await hanako.press('確定する')).words).toContain('年度更新が終わってから');
    jest.restoreAllMocks();
    expect((await first()).versions).toHaveLength(before);
  });
});
