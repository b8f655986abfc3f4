import { scoreOf } from './score.ts';
import { labelled, openWorld } from './world.ts';

const run = async () => {
  const world = await openWorld();
  const scored = await scoreOf(labelled('tuning'), world);
  const bad = scored.filter((s) => !s.right);
  for (const b of bad)
    console.log(
      b.wrongWrite ? 'WRITE' : '     ',
      b.as,
      b.text.replaceAll('\n', '⏎'),
      '\n         want',
      b.command,
      JSON.stringify(b.input),
      b.sure,
      '\n         got ',
      b.got.command,
      JSON.stringify(b.got.input),
      b.got.sure,
      b.got.ask.join(),
    );
  console.log(
    scored.length,
    'right',
    scored.length - bad.length,
    'wrong writes',
    scored.filter((s) => s.wrongWrite).length,
  );
  await world.close();
};
it('scratch', run, 60000);
