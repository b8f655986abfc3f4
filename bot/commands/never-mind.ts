import { leftAsItWas } from '../../cards/left-as-it-was.ts';
import { defineCommand } from '../command.ts';

export const neverMind = defineCommand('never-mind', {
  says: ['やめる', 'やめます', 'キャンセル'],
  help: 'いま確かめていることをやめます。何も記録しません。',
  example: 'やめる',
  needs: 'anything',
  about: 'anyone',

  async run() {
    return { card: leftAsItWas(), how: 'replace' };
  },
});
