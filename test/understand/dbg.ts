import { doubtIn } from '../../bot/understand/doubt.ts';
import { unreadIn } from '../../bot/understand/fluff.ts';
import { gapsIn, masked } from '../../bot/understand/masked.ts';
import { sentenceOf } from '../../bot/understand/sentence.ts';
import { townsIn } from '../../bot/understand/town-names.ts';
import { openWorld } from './world.ts';

it('x', async () => {
  const w = await openWorld();
  const s = sentenceOf(process.env['Q'] ?? '', await townsIn(w.store), '2024-10-08');
  console.log(
    JSON.stringify(gapsIn(s, s.spans).map((g) => [g.folded, unreadIn(g.folded, 'ask', [])])),
    masked(s, s.spans),
    doubtIn(masked(s, s.spans)),
    JSON.stringify(s.spans),
  );
  await w.close();
});
