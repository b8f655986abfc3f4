import { groupCard, helpCard, type Topic, type TopicGroup, topicCard } from '../../cards/help.ts';
import { may } from '../../programme/member.ts';
import { type AboutYou, aboutYou } from '../about-you.ts';
import { type Command, defineCommand, type Turn } from '../command.ts';

/** Commands that belong together, under what one comes to do. */
export type CommandGroup = { readonly title: string; readonly commands: readonly Command[] };

/** Whose own sentences help shows before everything else. */
const SHOWN_FIRST = ['show-status', 'report-item', 'report-kpi'] as const;

/** Help is about the other commands, so it is made from their list. */
export function helpAbout(groups: readonly CommandGroup[]): Command {
  return defineCommand('help', {
    says: ['ヘルプ', '使い方', 'できること'],
    help: 'できることを表示します。',
    example: 'ヘルプ 報告',
    needs: 'anything',
    about: 'anyone',

    async run({ topic }, turn) {
      const you = await aboutYou(turn);
      const open = groups.flatMap((group) => openTo(group, turn, you));
      const group = open.find(({ title }) => title === topic);
      if (group) return { card: groupCard(group) };
      const named = open
        .flatMap(({ topics }) => topics)
        .find(({ words }) => topic !== undefined && words.includes(topic));
      if (named) return { card: topicCard(named) };
      const sentences = SHOWN_FIRST.flatMap((name) => you.examples[name] ?? []);
      return { card: helpCard(open, { ...you, said: topic, sentences }) };
    },
  });
}

type Spoken = Topic & { readonly words: readonly string[] };

function openTo(
  { title, commands }: CommandGroup,
  turn: Turn,
  you: AboutYou,
): (TopicGroup & { readonly topics: readonly Spoken[] })[] {
  const topics = commands.filter((command) => isOpenTo(command, turn)).map((command) => topicOf(command, you));
  return topics.length === 0 ? [] : [{ title, topics }];
}

function isOpenTo({ name, needs }: Command, { who, room }: Turn): boolean {
  if (name === 'never-mind' || (name === 'register' && who !== undefined)) return false;
  return may(who, needs, undefined, room.audience);
}

function topicOf({ name, says, help, example }: Command, { examples }: AboutYou): Spoken {
  return { says: says[0], words: says, help, example: examples[name] ?? example, ask: { command: name, input: {} } };
}
