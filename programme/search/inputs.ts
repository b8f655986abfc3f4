import { inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { shownAs } from '../shown.ts';

/** Words that are looked for; what is found has all of them. */
export const query = words(60).register(inputMeta, {
  title: '探す言葉',
  which: '何を探しますか。',
  reads: 'text',
  hint: '例: 電子申請',
  maxLength: 60,
  named: true,
  holdsTowns: true,
  shown: shownAs(13, '探す言葉'),
});
