import { commands } from '../../bot/features/index.ts';
import { HOME } from '../../demo/programme.ts';
import type { Member } from '../../programme/member.ts';
import { MEMBERS } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const POOL = 'pool@expert.example.jp';

/** Somebody of the pool: 専門, no municipality, and nothing of any municipality to see. */
onBothChats({}, (house) => {
  let pool: Person;
  beforeAll(async () => {
    const { members } = house.service.store;
    const [example] = (await members.list(MEMBERS)).filter(({ value }) => value.email === 'expert-1@expert.example.jp');
    if (!example) throw new Error('there is an expert');
    const { terms: _, ...expert } = example.value;
    const member: Member = {
      ...expert,
      ...{ id: 'member-pool', name: '待機 花子', email: POOL, municipalities: [], expertise: ['S1-3'] },
    };
    await members.put(member, 'absent');
    pool = house.someone('待機 花子', POOL);
    await pool.install();
  });

  it.each(['状況', '状況 小海町', '派遣', '派遣 小海町', '報告 S1-3 完了', 'KPI 小海町', '相談 困っています'])(
    'is told kindly what it is waiting for: %s',
    async (words) => {
      const answer = (await pool.say(words)).words;
      expect(answer).toContain('今は担当の市町村がありません');
      expect(answer).not.toContain('小海町の');
      await pool.say('やめる');
    },
  );

  it.each(commands.map(({ name }) => name))('sees nothing of a municipality by %s', async (name) => {
    const municipality = { municipality: HOME };
    const answer = await pool.ask(name, municipality);
    expect(answer.words).not.toMatch(/小海町の|全体方針の骨子|S1-3[\s\S]*(%|完了|実施中)/);
    await pool.say('やめる');
  });
});
