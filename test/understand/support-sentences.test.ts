import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import { understand } from '../../bot/understand/understand.ts';
import { verdictOn } from '../../bot/understand/verdict.ts';
import { type Meeting, meetingId } from '../../programme/meetings/meeting.ts';
import type { VisitContent } from '../../programme/visits/visit-record.ts';
import { MEMBERS } from '../../storage/collections.ts';
import { type SupportSentence, supportSentences } from './support-sentences.ts';
import { type As, openWorld, type World } from './world.ts';

const HOME = '203033';
const everybody: readonly As[] = ['town', 'expert', 'office', 'pref'];
const { writes } = registryOf(commands);

/** 小海町: a visit without a record, one to confirm, one to rate and one that is to come. */
async function plantVisits({ store }: World): Promise<void> {
  const people = (await store.members.list(MEMBERS)).map(({ value }) => value);
  const [expert, officer] = [idOf('expert'), idOf('municipal')];
  function idOf(role: string): string {
    return people.find((one) => one.role === role)?.id ?? '';
  }
  for (const day of ['2024-09-19', '2024-10-01', '2024-10-03', '2024-10-24']) {
    const when = { title: '訪問 小海町', day, start: '13:30', end: '16:00' };
    const visit = { expert, mode: 'in-person' } as const;
    const more = { kind: 'visit', place: '小海町役場', audience: [HOME], scheduledBy: expert, visit } as const;
    const meeting: Meeting = { ...when, id: meetingId(when), ...more };
    await store.meetings.put(meeting, 'absent');
    if (day > '2024-10-01') continue;
    const from = { by: expert, at: `${day}T09:00:00.000Z`, via: 'teams', ask: `visit-${day}` };
    const { title: _title, ...times } = when;
    const content: VisitContent = { ...times, mode: 'in-person', items: ['S1-3'], text: '素案を見直した' };
    const confirmed = { ...from, by: officer, ask: `yes-${day}`, version: 1, verdict: 'confirmed' } as const;
    await store.visitRecords.put(
      {
        ...{ id: `visit-${meeting.id}`, meeting: meeting.id, municipality: HOME, expert },
        versions: [{ ...from, number: 1, content }],
        ...(day < '2024-10-01' ? { answers: [confirmed] } : {}),
      },
      'absent',
    );
  }
}

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await plantVisits(world);
});
afterAll(() => world.close());

async function heard({ text }: SupportSentence, as: As) {
  const turn = world.turn(as);
  const reading = await understand(text, commands, turn);
  const verdict = await verdictOn(reading, commands, turn);
  const isUnknown = reading.unknown === true || (reading.none !== undefined && !reading.options);
  return { command: isUnknown ? 'unknown' : verdict.command, sure: verdict.sure, input: verdict.input };
}

it('are forty, each once', () => {
  expect(supportSentences).toHaveLength(40);
  expect(new Set(supportSentences.map(({ text }) => text)).size).toBe(40);
});

it('write nothing that was not meant, whoever says them', async () => {
  const wrong: string[] = [];
  for (const sentence of supportSentences)
    for (const as of everybody) {
      const { command, sure, input } = await heard(sentence, as);
      const writesAt = sure && command !== 'unknown' && writes(command, input);
      if (writesAt && !sentence.writes?.includes(command)) wrong.push(`${as} ${sentence.text}: ${command}`);
    }
  expect(wrong).toEqual([]);
});

it('are read as one of what they may mean, 36 of 40', async () => {
  const wrong: string[] = [];
  for (const sentence of supportSentences) {
    const { command } = await heard(sentence, sentence.as);
    if (!sentence.accept.includes(command)) wrong.push(`${sentence.as} ${sentence.text}: ${command}`);
  }
  expect(wrong.length > 4 ? wrong : []).toEqual([]);
});
