import { inquiryAskedCard, inquiryDraftCard } from '../../../cards/reports/inquiry-asked.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { defineCommand } from '../../command.ts';
import type { Said } from '../../inputs/spoken.ts';
import { inquiryView } from './inquiries.ts';
import { writeInquiry } from './write-inquiry.ts';

type Given = Readonly<Record<string, unknown>>;

/** What is told of others, or not wanted, is perhaps no question to the prefecture: it is shown first. */
const DOUBTED =
  /[「『]|[言い]われ|との(?:こと|指示|話)|らし[いく]|そうです|聞[いき]ました|不要|いりません|やめ|取り?消/;

export const consult = defineCommand({
  name: 'consult',
  says: ['協議'],
  help: '仕様書で決まっていないことを県に確認します。回答と日付が記録に残ります。',
  example: '協議 仕様書に定めのない費用の扱い',
  english: 'Ask the prefecture about what the specification leaves open.',
  group: { title: '県とのやりとり', order: 61 },
  needs: 'apply',
  about: 'member',
  usualFor: {},
  writes: ['text'],
  typed: 'free',
  spoken: {
    words: ['県に協議', '県と協議', '県へ協議', '協議したい', '協議をお願い', '協議させて'],
    wins: 461,
    read: ({ typed }: Said) => ({ input: { text: typed }, doubt: 'unread' as const }),
  },
  wished: [
    {
      like: /^県(?:庁|の[^、。\s]{1,12}課|の方|の担当)?(?:に|へ|と)(?:も)?(?:.{0,20}?)(?:確認|協議|照会|質問|問い合わせ|問合せ|聞き|聞いて|相談)(?:を?し?(?:たい|て|させ)|たい|て).*$/u,
      as: '協議 $&',
    },
  ],
  drafts: 'text',
  draft: (text) => inquiryDraftCard('consultation', { text }, {}),
  named: async ({ said, input }) => (isReport(said) ? withoutText(input) : input),
  check: ({ text }) => (saysNothing(text) ? [{ input: 'text', problem: NOTHING }] : []),

  async confirm({ text, sure, ...given }) {
    return sure === undefined && DOUBTED.test(text) ? inquiryDraftCard('consultation', { text }, given) : undefined;
  },

  async run({ text, item }, turn) {
    const { inquiry, isNew } = await writeInquiry(turn, { direction: 'consultation', text, item });
    return { card: inquiryAskedCard(await inquiryView(inquiry, turn), { isNew, moved: undefined }), how: 'replace' };
  },
});

const NOTHING = '県に確認したいことを入力してください。';

/** S1-3 検討中 協議: its word stands at the end of something else, which is no question. */
const isReport = (said: string): boolean => /\s協議\s*$/.test(said.normalize('NFKC'));

const withoutText = ({ text: _, ...input }: Given): Given => input;
