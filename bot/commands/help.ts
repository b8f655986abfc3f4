import { helpCard, type Topic, topicCard } from '../../cards/help.ts';
import { may } from '../../programme/member.ts';
import { type Command, defineCommand, type Turn } from '../command.ts';

/** Help is about the other commands, so it is made from their list. */
export function helpAbout(commands: readonly Command[]): Command {
  const help: Command = defineCommand('help', {
    says: ['ヘルプ', '使い方', 'できること'],
    help: 'できることを表示します。',
    example: 'ヘルプ 報告',
    needs: 'anything',
    about: 'anyone',

    async run({ topic }, turn) {
      const topics = [...commands, help].filter((command) => isOpenTo(command, turn)).map(topicOf);
      const named = topics.find(({ words }) => topic !== undefined && words.includes(topic));
      return { card: named ? topicCard(named) : helpCard(topics, topic) };
    },
  });
  return help;
}

function isOpenTo({ name, needs }: Command, { who, room }: Turn): boolean {
  if (name === 'help' || (name === 'register' && who !== undefined)) return false;
  return may(who, needs, undefined, room.audience);
}

function topicOf({ name, says, help, example }: Command): Topic & { words: readonly string[] } {
  return { says: says[0], words: says, help, example, ask: { command: name, input: {} } };
}
