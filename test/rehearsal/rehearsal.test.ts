import { onlyIn } from '../same-end.ts';
import { laws } from './judges/laws.ts';
import { type Rehearsing, rehearse } from './rehearse.ts';

type Short = Pick<Rehearsing, 'store' | 'towns' | 'mirrored'> & { readonly until: string };

async function playedTwice(one: Short, other: Short): Promise<void> {
  const first = await rehearse({ ...one, laws });
  expect(first.wrong).toEqual([]);
  const second = await rehearse({ ...other, laws });
  expect(second.wrong).toEqual([]);
  expect(onlyIn(second.end, first.end)).toEqual(onlyIn(first.end, second.end));
  expect(second.end).toEqual(first.end);
}

/** The beginning of `npm run rehearsal`. */
describe('the first weeks of the year hold all laws, with one call of ten refused', () => {
  it('and end the same whichever chat everybody is in, though the process dies while weekly cards go out', async () => {
    const weeks = { store: 'embedded', towns: 3, until: '2024-09-03' } as const;
    await playedTwice({ ...weeks, mirrored: false }, { ...weeks, mirrored: true });
  }, 240_000);

  it('and end the same on both stores', async () => {
    const days = { towns: 2, mirrored: false, until: '2024-08-19' } as const;
    await playedTwice({ ...days, store: 'embedded' }, { ...days, store: 'cosmos' });
  }, 240_000);
});
