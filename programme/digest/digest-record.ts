import { z } from 'zod';
import type { Edition } from '../edition.ts';
import { defineKind, inOne, PROGRAMME, parted } from '../kind.ts';
import { fiscalYearOfWeek, Week } from '../week.ts';
import type { Digest } from './digest.ts';

/** A digest as it was sent. The next one says what changed since `until`. */
export const DigestRecord = z.object({
  week: Week,
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  /** The edition of the catalogue it was judged by. */
  edition: z.string().optional(),
  municipalities: z.array(
    z.object({
      code: z.string(),
      report: z.enum(['reported', 'unchanged', 'silent', 'none']),
      /** Reported, and a part of it missing. */
      partly: z.boolean().optional(),
      silentWeeks: z.number().int(),
      moves: z.array(z.object({ what: z.string(), from: z.string(), to: z.string() })),
      achieved: z.array(z.number().int()),
      helps: z.number().int(),
      /** 相談 of earlier weeks that nobody had seen to. */
      waiting: z.number().int().optional(),
      overdue: z.number().int(),
      signals: z.object({ green: z.number().int(), yellow: z.number().int(), red: z.number().int() }),
    }),
  ),
});
export type DigestRecord = z.infer<typeof DigestRecord>;

export function recordOf({ week, since, until, municipalities }: Digest, edition: Edition): DigestRecord {
  return {
    week,
    since: since.toISOString(),
    until: until.toISOString(),
    edition: edition.id,
    municipalities: municipalities.map((each) => ({
      code: each.municipality.code,
      report: each.report === 'partly' ? 'reported' : each.report,
      ...(each.report === 'partly' ? { partly: true } : {}),
      ...(each.waiting > 0 ? { waiting: each.waiting } : {}),
      silentWeeks: each.silentWeeks,
      moves: each.moves.map((move) => ({ ...move })),
      achieved: [...each.achieved],
      helps: each.helps,
      overdue: each.overdue.length,
      signals: { ...each.signals },
    })),
  };
}

export const digests = defineKind({
  name: 'digests',
  called: 'ダイジェスト',
  container: 'state',
  schema: DigestRecord,
  ...inOne(PROGRAMME),
  id: ({ week }) => `digest-${week}`,
  belongsTo: (digest, town) => {
    const [own, others] = parted(digest.municipalities, ({ code }) => code === town.code);
    if (own.length === 0) return undefined;
    return { own: { ...digest, municipalities: own }, rest: { ...digest, municipalities: others } };
  },
  ofYear: (digest, { fiscalYear }) => (fiscalYearOfWeek(digest.week) === fiscalYear ? digest : undefined),
  keptFor: { years: 'records', isOver: ({ until }, { isOld }) => isOld(until) },
  exported: { as: 'json', because: 'what it was made of is in the sheets' },
  takenBack: { never: 'it was sent, and nobody says anything in it' },
  audited: true,
  ofTheChat: [],
});
