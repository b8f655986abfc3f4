import { staffingFileCard } from '../../../cards/staffing/staffing-change.ts';
import { defineCommand } from '../../command.ts';
import { staffingLetterOf } from './staffing-letter.ts';
import { changeMeant } from './staffing-view.ts';

export const staffingFile = defineCommand({
  name: 'staffing-file',
  says: ['体制変更届の書類'],
  help: '体制変更届を、様式のとおりの書類（Word）で受け取ります。',
  example: '体制変更届の書類',
  english: 'Get a change of staff as a letter in Word.',
  group: 'none',
  needs: 'filed',
  about: 'member',
  privately: true,
  usualFor: 'nobody',
  writes: false,
  typed: 'inputs',
  spoken: { words: ['体制変更届の書類', '体制変更届のWord', '体制変更届のファイル'], wins: 528 },

  async run({ change: id }, turn) {
    const change = await changeMeant(id, turn);
    if ('list' in change) return { card: change.list };
    return { card: staffingFileCard(change, await staffingLetterOf(change, turn)) };
  },
});
