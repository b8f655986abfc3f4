import type { Card } from '../../cards/card.ts';
import { type SmallTalkTopic, smallTalkCard } from '../../cards/guide/small-talk.ts';
import { may, mayNamePeople } from '../../programme/may.ts';
import { MEMBERS } from '../../storage/collections.ts';
import type { Command } from '../command.ts';
import type { TurnStart } from '../turn.ts';

/** The answer to what asks for no record; only what this person may do here is offered. */
export async function smallTalk(
  topic: SmallTalkTopic,
  said: string,
  commands: readonly Command[],
  { who, room, programme, store }: TurnStart,
): Promise<Card> {
  const staff = (await store.members.list(MEMBERS))
    .map(({ value }) => value)
    .filter(({ role, active }) => role === 'secretariat' && active)
    .toSorted((a, b) => Number(b.lead) - Number(a.lead));
  return smallTalkCard(topic, {
    said: said.trim(),
    programme,
    secretariat: {
      office: staff[0]?.office ?? '事務局',
      names: who && mayNamePeople(room.audience) ? staff.map(({ name }) => `${name}さん`) : [],
    },
    isOpen: ({ ask }) => {
      const command = commands.find(({ name }) => name === ask.command);
      if (command === undefined || (command.privately && room.audience !== undefined)) return false;
      return may(who, command.needs, undefined, room.audience);
    },
  });
}
