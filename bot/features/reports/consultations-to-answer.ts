import type { WaitingShown } from '../../../cards/digest/prefecture-waiting.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import type { DigestMoment } from '../digest/digest-line.ts';
import { openConsultations } from './read-consultations.ts';

/** 協議 that the prefecture had to answer at the moment of the digest, counted; what they are about is not said. */
export async function consultationsToAnswer({ store, until }: DigestMoment): Promise<WaitingShown | undefined> {
  const waiting = await openConsultations(store, until);
  const [first] = waiting;
  return (
    first && {
      ...{ what: '協議の回答待ち', count: waiting.length, since: dayOf(new Date(first.at)), parts: [] },
      open: ask('show-inquiries', { direction: 'consultation' }),
    }
  );
}
