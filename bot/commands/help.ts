import { helpCard, type Topic, topicCard } from '../../cards/help.ts';
import { may } from '../../programme/member.ts';
import { type AboutYou, aboutYou } from '../about-you.ts';
import { type Command, defineCommand, type Turn } from '../command.ts';

/** Help is about the other commands, so it is made from their list. */
export function helpAbout(commands: readonly Command[]): Command {
  const help: Command = defineCommand('help', {
    says: ['ヘルプ', '使い方', 'できること'],
    help: 'できることを表示します。',
    example: 'ヘルプ 報告',
    needs: 'anything',
    about: 'anyone',

    async run({ topic, page }, turn) {
      const you = await aboutYou(turn);
      const topics = [...commands, help]
        .filter((command) => isOpenTo(command, turn))
        .map((command) => topicOf(command, you));
      const named = topics.find(({ words }) => topic !== undefined && words.includes(topic));
      if (named) return { card: topicCard(named) };
      return { card: helpCard(topics, { said: topic, page, ...you }), how: page === undefined ? 'new' : 'replace' };
    },
  });
  return help;
}

function isOpenTo({ name, needs }: Command, { who, room }: Turn): boolean {
  if (name === 'help' || name === 'never-mind' || (name === 'register' && who !== undefined)) return false;
  return may(who, needs, undefined, room.audience);
}

function topicOf({ name, says, help, example }: Command, { examples }: AboutYou): Topic & { words: readonly string[] } {
  return { says: says[0], words: says, help, example: examples[name] ?? example, ask: { command: name, input: {} } };
}
