import { ask } from '../../programme/asks.ts';
import { type ChannelName, channelChoices, channels } from '../../programme/channel.ts';
import { shortMoment, weekdayCalled } from '../../programme/day.ts';
import { timeChoices, weekdayChoices } from '../../programme/own-times/inputs.ts';
import type { WeeklySlot } from '../../programme/programme.ts';
import { type Button, buttons, type Card, card, type Field, facts, type Node, notice, text } from '../card.ts';

export type SettingsView = {
  /** When the weekly report is asked for; absent for those who are never asked. */
  readonly weekly:
    | {
        readonly slot: WeeklySlot;
        readonly off: boolean;
        readonly next: Date | undefined;
        readonly nudge: WeeklySlot;
        /** Somebody else of the municipality is asked first. */
        readonly usually?: string | undefined;
      }
    | undefined;
  readonly channel: ChannelName;
  /** The chosen chat has no 1:1 conversation yet; this is where things go meanwhile. */
  readonly meanwhile?: ChannelName | 'nowhere' | undefined;
  /** Whether anything differs from what the programme has set. */
  readonly changed: boolean;
};

/** What a person gets and when, and the form to change it. */
export function settingsCard(view: SettingsView, saved = false): Card {
  const { weekly, channel } = view;
  const when = weekly ? `週次報告 ${weekly.off ? '受け取らない' : slotText(weekly.slot)}・` : '';
  return card(
    '設定',
    `${saved ? '設定を変えました: ' : '設定: '}${when}${channels[channel].called}`,
    saved ? notice('good', '設定を変えました。') : [],
    facts(...weeklyFacts(weekly), ['届けるチャット', channels[channel].called]),
    notes(view),
    weekly ? [] : text('会議の案内などは、このチャットに届きます。', 'quiet'),
    {
      kind: 'form',
      parts: [{ intro: [text('変更する', 'heading')], fields: fieldsOf(view) }],
      submit: '設定を変える',
      ask: ask('settings'),
    },
    buttons(...further(view)),
  );
}

/** 毎週月曜日 09:00 */
function slotText({ weekday, time }: WeeklySlot): string {
  return `毎週${weekdayCalled(weekday)}曜日 ${time}`;
}

function weeklyFacts(weekly: SettingsView['weekly']): (readonly [string, string])[] {
  if (!weekly) return [];
  if (weekly.off) return [['週次報告', '受け取らない']];
  return [
    ['週次報告', slotText(weekly.slot)],
    ['次の予定', weekly.next ? shortMoment(weekly.next) : 'なし'],
    ['催促', `未報告なら${slotText(weekly.nudge)}`],
  ];
}

function notes({ weekly, channel, meanwhile }: SettingsView): Node[] {
  const lines: Node[] = [];
  if (weekly && !weekly.off) lines.push(text('閉庁日にあたる週は、次の開庁日にお届けします。', 'quiet'));
  if (weekly?.usually) lines.push(notice('quiet', `週次報告は、いつもは${weekly.usually}にお聞きしています。`));
  if (meanwhile)
    lines.push(
      notice(
        'attention',
        `${channels[channel].called}では、まだボットとの1対1のチャットがありません。${meanwhile === 'nowhere' ? 'チャットを開くまで' : `それまでは${channels[meanwhile].called}に届きます。`}${meanwhile === 'nowhere' ? 'お届けできません。' : ''}`,
      ),
    );
  return lines;
}

function fieldsOf({ weekly, channel }: SettingsView): Field[] {
  const chat: Field = {
    type: 'choice',
    name: 'channel',
    label: '届けるチャット',
    required: true,
    value: channel,
    choices: channelChoices,
  };
  if (!weekly) return [chat];
  const { slot, off } = weekly;
  const known = timeChoices.some(({ value }) => value === slot.time);
  return [
    {
      type: 'choice',
      name: 'day',
      label: '曜日',
      required: false,
      value: String(slot.weekday),
      choices: weekdayChoices,
    },
    {
      type: 'choice',
      name: 'time',
      label: '時刻',
      required: false,
      choices: timeChoices,
      value: known ? slot.time : undefined,
    },
    chat,
    { type: 'toggle', name: 'off', label: '週次報告を受け取らない', required: false, value: String(off) },
  ];
}

function further({ weekly, changed }: SettingsView): Button[] {
  return [
    ...(changed ? [{ label: '標準に戻す', ask: ask('settings', { reset: 'yes' }) }] : []),
    ...(weekly ? [{ label: 'なぜ届くか・届かないか', ask: ask('why') }] : []),
    { label: '休みを登録する', ask: ask('take-leave') },
  ];
}
