import { z } from 'zod';
import { Day } from '../day.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { MinutesText, minutesTextNames } from '../meetings/minutes-text.ts';
import { daySaidBack, shownAs } from '../shown.ts';

/** 会議資料 as it may be shown to other municipalities. */
export const shared = z.string().max(3).register(inputMeta, { title: '共有版', reads: 'hidden', marker: '共有版' });
/** 共有範囲 is written like the texts, in the words of the form. */
export const minutesSections = { ...minutesTextNames, sharing: '共有範囲' } as const;
export type MinutesSection = keyof typeof minutesSections;
export const MinutesSection = z.enum([...MinutesText.options, 'sharing']);
export const section = MinutesSection.register(inputMeta, {
  title: '議事録の欄',
  which: 'どの欄ですか。',
  reads: 'choice',
  choices: choicesOf(minutesSections),
  shown: shownAs(24, '欄', (value) => minutesSections[value as MinutesSection]),
});
/** The day on which the prefecture confirmed, by its letter. */
export const confirmedOn = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '県確認日', reads: 'day', shown: shownAs(9, '県確認日', daySaidBack) });
