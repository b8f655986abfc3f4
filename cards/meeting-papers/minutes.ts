import { ask } from '../../programme/asks.ts';
import { type Day, fullDate, shortDate } from '../../programme/day.ts';
import { MinutesSection, minutesSections } from '../../programme/meeting-papers/inputs.ts';
import { type Meeting, meetingTime } from '../../programme/meetings/meeting.ts';
import type { MinutesSaid } from '../../programme/meetings/minutes.ts';
import { MinutesSharing, minutesSharingNames, minutesTextHints } from '../../programme/meetings/minutes-text.ts';
import { type Button, buttons, type Card, card, changes, list, notice, offering, text } from '../card.ts';
import { wordFile } from '../word-file.ts';

const backTo = ({ id }: Meeting): Button => ({ label: '会議に戻る', ask: ask('show-meetings', { meeting: id }) });

/**
 * 議事録 or 打合せ記録簿 to keep; without `file` where no file can be handed out.
 * @param mayEdit whether this person may put the minutes right
 */
export function minutesFileCard(
  meeting: Meeting,
  called: string,
  file: Uint8Array | undefined,
  mayEdit: boolean,
): Card {
  return card(
    called,
    `${meeting.title}（${shortDate(meeting.day)}）の${called}です。`,
    text(`${meeting.title}（${meetingTime(meeting)}）`, 'strong'),
    text('今の記録から作りました。氏名が入っています。取扱いに注意してください。', 'quiet'),
    wordFile(`${called} ${meeting.title} ${meeting.day}`, file, ask('minutes-file', { meeting: meeting.id })),
    buttons(
      backTo(meeting),
      ...(mayEdit ? [{ label: '議事録を直す', ask: ask('edit-minutes', { meeting: meeting.id }) }] : []),
    ),
  );
}

/** What of the minutes a section says now. */
export function sectionSaid(section: MinutesSection, { texts, sharing }: MinutesSaid): string | undefined {
  if (section !== 'sharing') return texts?.[section];
  return sharing && minutesSharingNames[sharing];
}

/** Which part of the minutes is to be written. */
export function whichMinutesSectionCard(meeting: Meeting, said: MinutesSaid): Card {
  return offering(
    '議事録を直す',
    `${meeting.title}の議事録のどの欄を書きますか。`,
    text(`${meeting.title}（${meetingTime(meeting)}）`, 'quiet'),
    text('どの欄を書きますか。', 'strong'),
    list(
      MinutesSection.options.map((section) => ({
        title: minutesSections[section],
        detail: sectionSaid(section, said) === undefined ? 'まだ書いていません' : '書いてあります',
        ask: ask('edit-minutes', { meeting: meeting.id, section }),
      })),
    ),
    buttons(
      { label: '決まったことと宿題を直す', ask: ask('record-minutes', { meeting: meeting.id }) },
      backTo(meeting),
    ),
  );
}

type Filling = { readonly value: string | undefined; readonly problem: string | undefined; readonly seen: number };

/** A part of the minutes to be written, as it stands. */
export function minutesSectionForm(meeting: Meeting, section: MinutesSection, filling: Filling): Card {
  const label = minutesSections[section];
  const { value, problem: error, seen } = filling;
  const name = 'text';
  return card(
    '議事録を直す',
    `${meeting.title}の議事録 ${label}を入力してください。`,
    text(`${meeting.title}　${label}`, 'strong'),
    text(
      section === 'sharing' ? '議事録を見てよい範囲です。' : `${minutesTextHints[section]}。「なし」で消せます。`,
      'quiet',
    ),
    {
      kind: 'form',
      parts: [
        {
          intro: [],
          fields: [
            section === 'sharing'
              ? {
                  ...{ type: 'choice', name, label, required: true, value, error },
                  choices: MinutesSharing.options.map((one) => ({
                    value: minutesSharingNames[one],
                    label: minutesSharingNames[one],
                  })),
                }
              : { type: 'text', lines: 'many', maxLength: 2000, name, label, required: true, value, error },
          ],
        },
      ],
      submit: '書き込む',
      ask: ask('edit-minutes', { meeting: meeting.id, section, seen }),
    },
  );
}

type Written = {
  readonly section: MinutesSection;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Whether this person has the minutes as a file. */
  readonly mayFile: boolean;
};

/** What was written, before → after, and the rest of the form. */
export function minutesWrittenCard(meeting: Meeting, { section, before, after, mayFile }: Written): Card {
  const what = minutesSections[section];
  const id = { meeting: meeting.id };
  return card(
    '議事録を直しました',
    `${meeting.title}の議事録: ${what}を書きました。`,
    notice('good', `${what}を${after === undefined ? '消しました' : '書きました'}。前の版も残ります。`),
    text(`${meeting.title}（${meetingTime(meeting)}）`, 'quiet'),
    changes([{ what, ...(before === undefined ? {} : { before }), after: after ?? '（なし）' }]),
    buttons(
      { label: 'ほかの欄を書く', ask: ask('edit-minutes', id) },
      ...(mayFile ? [{ label: '議事録をファイルで', ask: ask('minutes-file', id) }] : []),
      backTo(meeting),
    ),
  );
}

/** The prefecture has confirmed minutes, or took that back. */
export function minutesConfirmedCard(meeting: Meeting, day: Day | undefined, isNew = true): Card {
  const said = isNew ? '記録しました' : 'すでに記録されています';
  const sentence = day === undefined ? '県の確認を取り消しました。' : `県確認日を${fullDate(day)}で${said}。`;
  const id = { meeting: meeting.id };
  return card(
    day === undefined ? '確認を取り消しました' : '議事録を確認しました',
    `${meeting.title}の議事録: ${sentence}`,
    notice('good', sentence),
    text(`${meeting.title}（${meetingTime(meeting)}）`, 'quiet'),
    buttons(
      { label: '議事録をファイルで', ask: ask('minutes-file', id) },
      backTo(meeting),
      ...(day === undefined
        ? []
        : [{ label: '確認を取り消す', look: 'danger' as const, ask: ask('confirm-minutes', { ...id, back: 'yes' }) }]),
    ),
  );
}

/** For who decides in the prefecture, 1:1: minutes were recorded, and wait for its yes. */
export function minutesToConfirmCard(meeting: Meeting, decisions: readonly string[]): Card {
  const sentence = `${meeting.title}の議事録ができました。県の確認をお願いします。`;
  return card(
    '議事録の確認',
    sentence,
    text(sentence),
    text(meetingTime(meeting), 'quiet'),
    ...decisions.slice(0, 10).map((line) => text(`・${line}`)),
    decisions.length > 10 ? text(`ほか${decisions.length - 10}件`, 'quiet') : [],
    buttons(
      { label: '確認した', look: 'primary', ask: ask('confirm-minutes', { meeting: meeting.id }) },
      { label: '会議を見る', ask: ask('show-meetings', { meeting: meeting.id }) },
      { label: '議事録をファイルで', ask: ask('minutes-file', { meeting: meeting.id }) },
    ),
  );
}

/** For who writes them, 1:1: minutes are due in two open days and are not there. */
export function minutesMissingCard(meeting: Meeting, due: Day): Card {
  const sentence = `${meeting.title}の議事録がまだありません。${shortDate(due)}までに記録してください。`;
  return card(
    '議事録の期限',
    sentence,
    text(sentence),
    text(meetingTime(meeting), 'quiet'),
    buttons(
      { label: '議事録を書く', look: 'primary', ask: ask('record-minutes', { meeting: meeting.id }) },
      { label: '会議を見る', ask: ask('show-meetings', { meeting: meeting.id }) },
    ),
  );
}
