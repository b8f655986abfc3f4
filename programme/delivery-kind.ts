import { Delivery, deliveryId } from './delivery.ts';
import { deliveryStateNames } from './delivery-words.ts';
import { defineKind, inMunicipalityOrProgramme, ofYearOfMoment, wholly } from './kind.ts';
import { meetings } from './meetings/kind.ts';
import { members } from './member.ts';
import { rooms } from './room.ts';
import { exportSheet, momentCell } from './sheet.ts';

export const deliveries = defineKind({
  name: 'deliveries',
  called: '配信',
  container: 'jobs',
  schema: Delivery,
  ...inMunicipalityOrProgramme,
  id: deliveryId,
  belongsTo: (delivery, town) => {
    const { municipality, recipient, item } = delivery;
    const isAbout =
      [municipality, item['municipality']].includes(town.code) || town.has(meetings, String(item['meeting']));
    return wholly(delivery, isAbout || town.has(members, recipient.id) || town.has(rooms, recipient.id));
  },
  ofYear: ofYearOfMoment(({ dueAt }) => dueAt),
  keptFor: {
    years: 'records',
    isOver: (delivery, { isOld }) => isSettled(delivery) && isOld(delivery.dueAt),
  },
  exported: {
    as: 'sheets',
    /** Whose hand a sending was. */
    without: ['owner', 'leaseUntil', 'notBefore'],
    sheets: [
      exportSheet<Delivery>('配信', 'notices', {
        種類: (delivery, { jobName }) => jobName(delivery),
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        宛先: ({ recipient }, { nameOf }) => (recipient.kind === 'member' ? nameOf(recipient.id) : '部屋'),
        予定日時: ({ dueAt }) => momentCell(dueAt),
        状態: ({ state }) => deliveryStateNames[state],
        理由: (delivery, { reasonText }) => reasonText(delivery),
        送信日時: ({ sentAt }) => momentCell(sentAt),
        回: ({ round }) => round,
      }),
    ],
  },
  takenBack: { never: 'what was sent cannot be called back' },
  audited: true,
  ofTheChat: ['channel', 'message', 'replaces', 'tried', 'attempts', 'owner', 'leaseUntil'],
});

/** What may still be sent, or is in doubt, is not history yet. */
function isSettled({ state }: Delivery): boolean {
  return state === 'sent' || state === 'failed' || state === 'withdrawn';
}
