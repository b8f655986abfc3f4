import { inquiryAskedCard, inquiryDraftCard, specialReportForm } from '../../../cards/reports/inquiry-asked.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { calendarOf, nextOpenDay } from '../../../programme/calendar.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { dueOfInquiry, wantedBy } from '../../../programme/reports/inquiry.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import type { Said } from '../../inputs/spoken.ts';
import type { MemberStart, TurnStart } from '../../turn.ts';
import { inquiryView } from './inquiries.ts';
import { writeInquiry } from './write-inquiry.ts';

type Given = Readonly<Record<string, unknown>>;
type Wanted = { readonly town: string | undefined; readonly due: Day; readonly moved: Day | undefined };

/** What is asked, told of others, quoted or denied is perhaps no instruction: it is shown first. */
const DOUBTED =
  /[?？]|(?:です|ます|でしょう)か|[「『]|[言い]われ|との(?:こと|指示|話)|らし[いく]|そうです|聞[いき]|かも|なくて|ません|不要|いらな|要らな|必要な[いく]|やめ|取り?消/;

export const specialReport = defineCommand({
  name: 'special-report',
  says: ['臨時報告'],
  help: '月次報告のほかに、事務局から報告してほしいことを伝えます。期限は、言わなければ3開庁日です。',
  example: '臨時報告 標準化の進み具合 10/18まで',
  english: 'Ask the secretariat for a report outside the monthly ones.',
  group: { title: '県とのやりとり', order: 60 },
  needs: 'instruct',
  about: 'member',
  usualFor: {},
  writes: ['text'],
  typed: 'free',
  spoken: {
    words: ['臨時報告', '臨時の報告', '臨時で報告', '臨時に報告', '報告を臨時'],
    wins: 460,
    read: ({ typed }: Said) => ({ input: { text: typed }, doubt: 'unread' as const }),
  },
  wished: [
    {
      like: /^臨時(?:の)?報告を?(?:お願い(?:いた|致)?し(?:ます|たいです)|ください|下さい)[。、\s]+(?<what>\S.*?(?:について|を|の報告|を報告)?)[、\s]*(?<day>[^\s、。をの]{1,8}?)(?:中)?までに?[^\d]{0,20}$/u,
      as: '臨時報告 $<what> $<day>まで',
    },
    {
      like: /^臨時(?:で|に|の報告で|報告で|報告を?)[、\s]*(?<what>\S.*?)(?:の報告)?を?[、\s]*(?<day>[^\s、。をの]{1,8}?)(?:中)?までに?[^\d]{0,20}$/u,
      as: '臨時報告 $<what> $<day>まで',
    },
    {
      like: /^(?<what>\S.*?)(?:を|について)[、\s]*(?<day>[^\s、。をの]{1,8}?)(?:中)?までに?[、\s]*報告(?:を?お願い|をください|して(?:ください|下さい|ほしい|いただ|もらい|くださ))[^\d]{0,12}$/u,
      as: '臨時報告 $<what> $<day>まで',
    },
    { like: /^臨時(?:で|に)[、\s]*(?<what>.+?(?:状況|進捗|進み具合|理由|見込み?|件).*)$/u, as: '臨時報告 $<what>' },
  ],
  drafts: 'text',
  draft: (text, given) => inquiryDraftCard('special', { text, by: given['by'] as Day | undefined }, given),
  named: townNamed,
  check: ({ text }) => (saysNothing(text) ? [{ input: 'text', problem: NOTHING }] : []),
  question: async (given) => specialReportForm(given, new Map()),
  again: async (given, _turn, errors) => specialReportForm(given, errors),

  async confirm(input, turn) {
    if (input.sure !== undefined || !DOUBTED.test(input.text)) return undefined;
    const { due, town } = await wantedIn(input, turn);
    const name = (await municipalitiesIn(turn.store)).find(({ code }) => code === town)?.name;
    const { text, ...given } = input;
    return inquiryDraftCard('special', { text, town: name, by: due }, given);
  },

  prepare: async (input, turn) => ({ found: await wantedIn(input, turn) }),

  async run({ text, item }, turn, { town, due, moved }) {
    const { inquiry, isNew } = await writeInquiry(turn, { direction: 'special', text, municipality: town, item, due });
    return { card: inquiryAskedCard(await inquiryView(inquiry, turn), { isNew, moved }), how: 'replace' };
  },
});

const NOTHING = '報告してほしいことを入力してください。';

/** The municipality it is about and its due day, both as they will be kept. */
async function wantedIn({ municipality: said, by }: InputOf<'special-report'>, turn: MemberStart): Promise<Wanted> {
  const towns = await municipalitiesIn(turn.store);
  const town = towns.find(({ code, name }) => said === code || said === name)?.code;
  if (said !== undefined && town === undefined) throw Refusal.because('unknown-municipality', { said });
  const today = dayOf(turn.now);
  const calendar = calendarOf(turn.programme.closures);
  if (by === undefined) return { town, due: dueOfInquiry(today, calendar), moved: undefined };
  if (by < today) throw Refusal.because('promise-in-the-past');
  const due = wantedBy(by, calendar);
  if (due < today) throw Refusal.because('no-open-day', { day: nextOpenDay(by, calendar) });
  return { town, due, moved: due === by ? undefined : by };
}

/** 小海町の標準化: the only municipality that the text names is what it is about. */
async function townNamed({ input }: { readonly input: Given }, { store }: TurnStart): Promise<Given> {
  const { text, municipality } = input;
  if (municipality !== undefined || typeof text !== 'string') return input;
  const [only, ...others] = (await municipalitiesIn(store)).filter(({ name }) => text.includes(name));
  return only && others.length === 0 ? { ...input, municipality: only.code } : input;
}
