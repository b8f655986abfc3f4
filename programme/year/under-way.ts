import { z } from 'zod';
import { defineKind, inOne, ofNoYear, PROGRAMME, parted } from '../kind.ts';
import { Meeting } from '../meetings/meeting.ts';
import { Member } from '../member.ts';
import { Municipality } from '../municipality.ts';
import { RecordYear } from '../progress/record-year.ts';

/**
 * A change of the year that has begun: what the next year's workbook says of people, municipalities and meetings, which
 * carry no year. It is brought in once the programme names that year; until then nobody sees any of it.
 */
export const UnderWay = z.object({
  /** The next year. */
  fiscalYear: RecordYear,
  /** Whoever carries it out, as others are told. */
  operator: z.string(),
  at: z.iso.datetime(),
  people: z.array(Member.omit({ active: true, preference: true, leave: true })),
  municipalities: z.array(Municipality),
  meetings: z.array(Meeting),
});
export type UnderWay = z.infer<typeof UnderWay>;

/** There is at most one. */
export const UNDER_WAY = 'new-year-under-way';

/** What of it names one municipality alone, and what is left of it without. */
function shareOf(step: UnderWay, code: string) {
  const [own, others] = parted(step.people, ({ municipalities }) => municipalities.every((each) => each === code));
  const people = own.filter(({ municipalities }) => municipalities.length > 0);
  const rest = [...others, ...own.filter(({ municipalities }) => municipalities.length === 0)];
  const [town, towns] = parted(step.municipalities, (each) => each.code === code);
  if (people.length === 0 && town.length === 0) return undefined;
  return {
    own: { ...step, people, municipalities: town, meetings: [] },
    rest: { ...step, people: rest, municipalities: towns },
  };
}

export const yearsUnderWay = defineKind({
  name: 'yearsUnderWay',
  called: '途中の年度更新',
  container: 'state',
  schema: UnderWay,
  ...inOne(PROGRAMME),
  id: () => UNDER_WAY,
  belongsTo: (step, { code }) => shareOf(step, code),
  ofYear: ofNoYear,
  keptFor: { always: 'it goes as soon as the year is changed, or the change is dropped' },
  exported: { as: 'nothing', because: 'it becomes the people, municipalities and meetings that it names' },
  takenBack: { never: 'nobody says anything in it; it is finished, or dropped whole' },
  audited: false,
  ofTheChat: [],
});
