import { ask } from '../programme/asks.ts';
import { card, text } from './card.ts';
import { filesNotHanded } from './files-not-handed.ts';

const again = ask('final-report-file', {});
const file = {
  kind: 'file',
  name: '業務報告書.docx',
  type: 'application/x',
  content: new Uint8Array(23),
  again,
} as const;
const shown = card('業務報告書', '業務報告書です。', text('業務報告書', 'strong'), file);

it('says how large it is and who has it, where the chat takes less', () => {
  const large = { ...file, content: new Uint8Array(23_400_000) };
  expect(filesNotHanded(card('', '', large), 20_000_000)?.body).toEqual([
    expect.objectContaining({ kind: 'notice', text: expect.stringMatching(/23\.4MB.*事務局に伝えると/) }),
  ]);
});

it('keeps what was said beside the file, and has nothing to say where there is none', () => {
  const without = filesNotHanded(shown, 20_000_000);
  expect(without?.body[0]).toEqual(shown.body[0]);
  expect(without?.body[1]).toMatchObject({ kind: 'notice' });
  expect(filesNotHanded(card('', '', text('何も')), 20_000_000)).toBeUndefined();
});
