import { readFileSync } from 'node:fs';
import type { Button, Node } from '../../cards/card.ts';
import { samples } from '../../cards/samples.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const READERS = ['municipal', 'expert', 'secretariat', 'prefecture', 'observer'] as const;
const guide = (reader: string) => readFileSync(`docs/guide/${reader}.md`, 'utf8');

/** What the guide says to type, in its order; a code is nobody's, and a group is written to by its name. */
const typed = (reader: string) =>
  [...new Set([...guide(reader).matchAll(/`([^`]+)`/g)].map(([, words]) => words ?? ''))].filter(
    (words) => !words.startsWith('このように') && !words.startsWith('登録 '),
  );

/** What the bot says where it could not do what was meant. */
const LOST = /読み取り方が分かりませんでした|うまく処理できませんでした|方だけが行えます|見つかりません|担当していない/;

onBothChats({}, (house) => {
  const people: Record<(typeof READERS)[number], () => Person> = {
    municipal: () => house.officer(),
    expert: () => house.person('expert-1@expert.example.jp'),
    secretariat: () => house.secretariat(),
    prefecture: () => house.prefecture(),
    observer: () => house.person('observer-202011@city.example.jp'),
  };

  let minute = 0;
  beforeAll(() => {
    minute = 0;
  });

  describe.each(READERS)('what the guide tells %s to type', (reader) => {
    it.each(typed(reader))('%s', async (words) => {
      // Each at a minute of its own: what is taken back is the last of them.
      minute += 1;
      house.at(new Date(Date.parse('2026-12-01T10:00:00+09:00') + minute * 60_000).toISOString());
      const person = people[reader]();
      const answer = await person.say(words);
      expect(answer.words).not.toMatch(LOST);
      await person.say('やめる');
    });
  });
});

const labels = new Set(Object.values(samples).flatMap((sample) => sample().body.flatMap(labelsOf)));

function labelsOf(node: Node): string[] {
  if (node.kind === 'buttons') return node.buttons.map(({ label }: Button) => label);
  if (node.kind === 'form') return [node.submit, ...(node.opensBy ? [node.opensBy] : [])];
  if (node.kind === 'replies') return node.replies.map(({ label }) => label);
  return [];
}

const buttonsIn = (reader: string) =>
  [...guide(reader).matchAll(/\*\*([^*]+)\*\*/g)].map(([, label]) => label ?? '').filter((label) => label !== '太い字');

it.each(READERS)('every button that the guide for %s tells to press is on a card', (reader) => {
  expect(buttonsIn(reader).filter((label) => !labels.has(label))).toEqual([]);
});
