import { groupCard, helpCard, type Topic, type TopicGroup, topicCard } from '../../../cards/guide/help.ts';
import { may } from '../../../programme/may.ts';
import { isShared } from '../../../programme/room.ts';
import { type Command, defineCommand, type Own } from '../../command.ts';
import { type CommandGroup, groupsOf, ownExamples } from '../../command-groups.ts';
import type { Turn } from '../../turn.ts';
import { aboutYou } from './about-you.ts';

/** Help is about the other commands, so it is made from their list. */
export function helpAbout(commands: readonly Command[]): Command {
  return defineCommand({
    name: 'help',
    says: ['ヘルプ', '使い方', 'できること'],
    help: 'できることを表示します。',
    example: 'ヘルプ 報告',
    english: 'Show what the bot can do.',
    group: 'none',
    needs: 'anything',
    about: 'anyone',
    usualFor: 'nobody',
    writes: false,
    typed: 'free',
    spoken: {
      words: [
        '使い方',
        'つかいかた',
        'やり方',
        'やりかた',
        '何ができ',
        '何が出来',
        'なにができ',
        '操作方法',
        'マニュアル',
        'help',
        'へるぷ',
      ],
      wins: 350,
      alone: ['nothing'],
      firm: true,
    },

    async run({ topic }, turn) {
      const you = await aboutYou(turn);
      const open = groupsOf(commands).flatMap((group) => openTo(group, turn, you.own));
      const group = open.find(({ title }) => title === topic);
      if (group) return { card: groupCard(group) };
      const named = open
        .flatMap(({ topics }) => topics)
        .find(({ words }) => topic !== undefined && words.includes(topic));
      if (named) return { card: topicCard(named) };
      const sentences = ownExamples(commands, you.own);
      return { card: helpCard(open, { ...you, said: topic, sentences }) };
    },
  });
}

type Spoken = Topic & { readonly words: readonly string[] };

function openTo(
  { title, commands }: CommandGroup,
  turn: Turn,
  own: Own | undefined,
): (TopicGroup & { readonly topics: readonly Spoken[] })[] {
  const topics = commands.filter((command) => isOpenTo(command, turn)).map((command) => topicOf(command, own));
  return topics.length === 0 ? [] : [{ title, topics }];
}

function isOpenTo({ needs, strangersOnly, privately }: Command, { who, room }: Turn): boolean {
  // Registering it anew, or oneself, is nothing that a room of many is for.
  if (isShared(room.audience)) return needs === 'cases' && may(who, needs, undefined, room.audience) && !privately;
  return !(strangersOnly && who !== undefined) && may(who, needs, undefined, room.audience);
}

function topicOf({ name, says, help, example, ownExample }: Command, own: Own | undefined): Spoken {
  return {
    says: says[0],
    words: says,
    help,
    example: (own && ownExample?.of(own)) ?? example,
    ask: { command: name, input: {} },
  };
}
