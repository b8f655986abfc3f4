import { ask } from '../../programme/asks.ts';
import { Refusal } from '../../programme/refusal.ts';
import { asksForNothing } from '../asks-for-nothing.ts';
import { defineCommand } from '../command.ts';
import { receiptOf } from '../receipt-of.ts';
import { writeHelp } from '../write-help.ts';

export const askHelp = defineCommand('ask-help', {
  says: ['相談', '困りごと'],
  help: '困っていることを事務局に届けます。',
  example: '相談 例規の改正の進め方',
  needs: 'report',
  about: 'municipality',

  async run({ text, item }, turn) {
    if (asksForNothing(text)) throw Refusal.because('asks-for-nothing', { said: text.trim().slice(0, 20) });
    const written = await writeHelp(turn, { text, item });
    const next = [{ label: '状況を見る', ask: ask('show-status', { municipality: turn.municipality.code }) }];
    const already = 'この相談は、すでに事務局に届けています。';
    return { card: receiptOf(turn, [written], { title: '相談を受け付けました', already, next }) };
  },
});
