import { countedIn, type Timed } from './stopwatch.ts';

/** How much it takes people to get done what they come for: never more than was promised. */
describe.each(['teams', 'line-works'] as const)('in %s', (chat) => {
  it('takes no more words, taps and answers than promised', async () => {
    const over = ({ typed, taps, answers, most }: Timed) =>
      typed > most.typed || taps > most.taps || answers > most.answers;
    const timed = await countedIn(chat);
    expect(timed.filter(over)).toEqual([]);
  });
});
