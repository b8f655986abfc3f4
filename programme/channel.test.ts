import fc from 'fast-check';
import { ChannelName, channelChoices, channelSaid, channels, nextChannel } from './channel.ts';

const names = fc.constantFrom(...ChannelName.options);

describe('the chat products', () => {
  it('keep the names that documents have', () => {
    expect(ChannelName.options).toEqual(['teams', 'line-works']);
    expect(channelChoices).toEqual([
      { value: 'teams', label: 'Teams' },
      { value: 'line-works', label: 'LINE WORKS' },
    ]);
  });

  it('are said as people say them, and no word is two of them', () => {
    expect(['Teams', 'msteams', 'チームズ', 'LINE', 'lineworks', 'ラインワークス', 'Slack'].map(channelSaid)).toEqual([
      ...['teams', 'teams', 'teams', 'line-works', 'line-works', 'line-works'],
      undefined,
    ]);
    const words = Object.values(channels).flatMap(({ called, also }) => [called, ...also]);
    expect(words).toEqual([...new Set(words)]);
  });
});

describe('the next one', () => {
  it('is never where it went last, and always one of theirs', () => {
    fc.assert(
      fc.property(names, fc.subarray([...ChannelName.options]), (last, theirs) => {
        const next = nextChannel(last, theirs);
        if (next === undefined) expect(theirs.filter((name) => name !== last)).toEqual([]);
        else expect([next !== last, theirs.includes(next)]).toEqual([true, true]);
      }),
    );
  });

  it('comes round to every one of them', () => {
    for (const start of ChannelName.options) {
      const seen = new Set<ChannelName>();
      for (let at: ChannelName | undefined = start; at && !seen.has(at); at = nextChannel(at)) seen.add(at);
      expect(seen.size).toBe(ChannelName.options.length);
    }
  });
});
