import { askedNotes } from '../../../cards/help/asked-notes.ts';
import { helpDraftCard } from '../../../cards/help/help-draft.ts';
import { ask } from '../../../programme/asks.ts';
import { sideOf } from '../../../programme/help/between-sides.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { asksForNothing } from '../../inputs/asks-for-nothing.ts';
import type { Said } from '../../inputs/spoken.ts';
import { receiptOf } from '../../receipt-of.ts';
import { numberAsked } from './number-asked.ts';
import { writeHelp } from './write-help.ts';

/** That somebody else shall come: all of it is what the secretariat has to know. */
const OTHERS_WISHED = [
  ...['交代してもら', '交代してほし', '交代をお願い'],
  ...['派遣人材', '人材', '専門家', '担当', '担当の方'].flatMap((whom) =>
    ['替', '換', '代', '変', 'か'].map((how) => `${whom}を${how}えてほし`),
  ),
];

const TEXT_FIELD = { name: 'text', title: '相談', label: '困っていること' };

export const askHelp = defineCommand({
  name: 'ask-help',
  says: ['相談', '困りごと'],
  help: '困っていることを事務局に届けます。',
  example: '相談 例規の改正の進め方',
  english: 'Tell the secretariat about a problem.',
  group: { title: '報告する', order: 7 },
  needs: 'report',
  about: 'municipality',
  usualFor: { municipal: 3, expert: 4 },
  writes: ['text'],
  typed: 'free',
  spoken: {
    words: ['相談', '困りごと', '困って', 'こまって', '助けて', 'そうだん', '質問', ...OTHERS_WISHED],
    wins: 70,
    read: wholeSentence,
  },
  drafts: 'text',
  draft: helpDraftCard,

  async confirm({ text, item, municipality, sure, aside }) {
    if (sure !== undefined) return undefined;
    return numberAsked(ask('ask-help', { item, municipality, aside }), { ...TEXT_FIELD, value: text });
  },

  async prepare({ text }) {
    if (asksForNothing(text)) throw Refusal.because('asks-for-nothing', { said: text.trim().slice(0, 20) });
    return { found: undefined };
  },

  async run({ text, item, aside }, turn) {
    const written = await writeHelp(turn, { text, item, isAside: aside !== undefined });
    const { request } = written;
    const next = [
      { label: '相談一覧', ask: ask('show-requests') },
      { label: '状況を見る', ask: ask('show-status', { municipality: turn.municipality.code }) },
    ];
    const already = 'この相談は、すでに事務局に届けています。';
    return {
      card: receiptOf(turn, [written], {
        title: '相談を受け付けました',
        already,
        next,
        notes: askedNotes(request, sideOf(turn.who)),
      }),
    };
  },
});

/** 相談したいことがあります, …について相談です: what it is about is still to be said. */
const ONLY_ASKS = /^(があ|した|ごと|ことが|たい)|(について|の件|に関して)$/;

/** 予算 is an item's name elsewhere; here all that is said beside the word for help is the text. */
function wholeSentence({ typed, clauses }: Said) {
  if (OTHERS_WISHED.some((words) => typed.includes(words))) return { input: { text: typed }, doubt: 'unread' as const };
  const isMore = clauses('own words').some(({ unread }) => unread.length > 5 && !ONLY_ASKS.test(unread));
  return isMore ? { input: { text: typed }, doubt: 'unread' as const } : { input: {} };
}
