import { paperExample } from '../../../cards/meeting-papers/samples.ts';
import { paperFile } from './paper-file.ts';

it('is written once for everybody who gets it in the same minute, and anew for the next or for other figures', async () => {
  const { madeAt } = paperExample;
  const first = await paperFile(paperExample);
  expect(await paperFile({ ...paperExample, madeAt: new Date(madeAt.getTime() + 1) })).toBe(first);
  const later = await paperFile({ ...paperExample, madeAt: new Date(madeAt.getTime() + 60_000) });
  expect(later).not.toBe(first);
  expect(await paperFile({ ...paperExample, number: 99 })).not.toBe(later);
});
