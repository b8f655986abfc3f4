import { z } from 'zod';

/** What everybody may know of a chat product; what it can do and how it is reached is in `bot/channels/<name>/`. */
type ChannelFacts = {
  /** As people read it, and as the workbook has it. */
  readonly called: string;
  /** What else the workbook takes for it. */
  readonly also: readonly string[];
  /** What people type for it. */
  readonly said: RegExp;
  /** Whether the bot can hand out files in it, in a chat of two. */
  readonly files: boolean;
  /** Whether it knows people by e-mail, so that who has never written there can be written to. */
  readonly writesFirst: boolean;
  /** Whether a message that was sent can be replaced by another. */
  readonly replaces: boolean;
};

/** The chat products, in the order in which they are offered and tried. Documents keep the names: they stay. */
export const channels = {
  teams: {
    called: 'Teams',
    also: ['Microsoft Teams'],
    said: /^(ms)?teams$|^チームズ$/i,
    files: true,
    writesFirst: false,
    replaces: true,
  },
  'line-works': {
    called: 'LINE WORKS',
    also: ['ラインワークス'],
    said: /^(line|ライン)(works|ワークス)?$/i,
    files: true,
    writesFirst: true,
    replaces: false,
  },
} as const satisfies Readonly<Record<string, ChannelFacts>>;

export const ChannelName = z.enum(Object.keys(channels) as (keyof typeof channels)[]);
export type ChannelName = keyof typeof channels;

/** To choose from, in the order of the list. */
export const channelChoices = ChannelName.options.map((value) => ({ value, label: channels[value].called }));

/** The product a word of a person names. */
export const channelSaid = (word: string): ChannelName | undefined =>
  ChannelName.options.find((name) => channels[name].said.test(word));

/** Where nothing is known of a person yet. */
export const firstChannel: ChannelName = ChannelName.options[0] as ChannelName;

/** The person's next one in the order of the list, behind where something went last; behind the last of all, the first. */
export function nextChannel(
  last: ChannelName,
  theirs: readonly ChannelName[] = ChannelName.options,
): ChannelName | undefined {
  const behind = ChannelName.options.indexOf(last) + 1;
  const order = [...ChannelName.options.slice(behind), ...ChannelName.options.slice(0, behind - 1)];
  return order.find((name) => theirs.includes(name));
}
