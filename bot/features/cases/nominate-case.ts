import { caseNominatedCard } from '../../../cards/cases/case-nominated.ts';
import { questionFor } from '../../../cards/question.ts';
import { nominationId, withNomination } from '../../../programme/cases/nomination.ts';
import { PERSON_NAMED, personNamedIn } from '../../../programme/cases/person-named.ts';
import { may } from '../../../programme/may.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { MEMBERS, municipal } from '../../../storage/collections.ts';
import { asksBack, defineCommand } from '../../command.ts';

export const nominateCase = defineCommand({
  name: 'nominate-case',
  says: ['事例推薦', '事例の推薦'],
  help: '担当の市町村の取組を、ひとことの理由とともに事例に推薦します。事務局だけに見えます。',
  example: '事例推薦 S1-3',
  english: 'Nominate what a municipality did as a case, with a line why.',
  group: { title: '承諾と共有', order: 43 },
  needs: 'nominate',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'free',
  wished: [
    {
      like: /^(?<what>[^。\n]{2,40}?)[はをが]、?(?:よい|良い)?事例(?:に|として)?(?:推薦|推し)(?:し?(?:たい|ます|ました)|いたします|を?お願い(?:いた|致)?します)(?:です|と思います)?[。]\s*(?:理由は、?)?(?<why>[^\n]{4,200}?)[。]?$/u,
      as: '事例推薦 $<what> $<why>',
    },
  ],
  spoken: {
    words: ['事例推薦', '事例の推薦', '事例に推薦', '事例として推薦', '事例を推薦', '事例に推し', '事例として紹介'],
    wins: 516,
  },

  async prepare({ item, reason }, { municipality, store }) {
    if (!municipality.supported) throw Refusal.because('not-supported', { what: municipality.name });
    const names = (await store.members.list(MEMBERS)).map(({ value }) => value.name);
    if (personNamedIn(reason, names) === undefined) return { found: undefined };
    const field = {
      type: 'text',
      name: 'reason',
      label: '推薦の理由',
      required: true,
      maxLength: 100,
      error: PERSON_NAMED,
    } as const;
    const given = { municipality: municipality.code, item };
    return asksBack(['reason'], questionFor({ name: 'nominate-case', says: ['事例推薦'] }, given, [field]));
  },

  async run({ item, reason }, { municipality, change, from, who, room }) {
    const { code } = municipality;
    const at = { partition: municipal(code), id: nominationId(item, who.id) };
    await change('caseNominations', at, (known) => withNomination(known, { municipality: code, item }, reason, from));
    return { card: caseNominatedCard(municipality, item, reason, may(who, 'share', undefined, room.audience)) };
  },
});
