import { leftAsItWas } from '../../../cards/left-as-it-was.ts';
import { defineCommand } from '../../command.ts';

export const neverMind = defineCommand({
  name: 'never-mind',
  says: ['やめる', 'やめます', 'キャンセル'],
  help: 'いま確かめていることをやめます。何も記録しません。',
  example: 'やめる',
  english: 'Leave the question that is open. Nothing is recorded.',
  group: 'none',
  needs: 'anything',
  about: 'anyone',
  usualFor: 'nobody',
  writes: false,
  spoken: {
    words: ['やめます', 'やめる', 'やめとく', 'やめておきます', 'キャンセル'],
    wins: 340,
  },

  async run() {
    return { card: leftAsItWas(), how: 'replace' };
  },
});
