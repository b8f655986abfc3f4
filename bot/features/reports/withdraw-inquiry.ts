import { whichInquiryCard } from '../../../cards/reports/inquiries.ts';
import { whichInquiry } from '../../../cards/reports/inquiry-view.ts';
import { ask } from '../../../programme/asks.ts';
import { requestStanding } from '../../../programme/help/request-standing.ts';
import type { Inquiry } from '../../../programme/reports/inquiry.ts';
import { defineCommand } from '../../command.ts';
import { inquiriesMeant } from './inquiries.ts';

const SAID = ['を取り下げ', 'の取り下げ', 'を取下げ', 'の取下げ', 'を取り消', 'の取り消し'];

export const withdrawInquiry = defineCommand({
  name: 'withdraw-inquiry',
  says: ['臨時報告を取り下げ', '協議を取り下げ'],
  help: 'まだ回答のない臨時報告・協議を取り下げます。どれかを選ぶまで、何も変わりません。',
  example: '臨時報告を取り下げ',
  english: 'Withdraw what was asked of the other side and is not answered yet.',
  group: { title: '県とのやりとり', order: 66 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['臨時報告', '協議'].flatMap((what) => SAID.map((way) => what + way)), wins: 458 },
  wished: [
    {
      like: /^(?:臨時の?報告|協議)[をの、\s]*(?:取り?下げ|取り?消|取りやめ|やめ|とりさげ)(?:る|て|し|す|たい|ます|ください|下さい|お願い|です)*[。、\s]*$/u,
      as: '臨時報告を取り下げ',
      first: true,
    },
  ],

  async prepare(_input, turn) {
    const isOpen = (inquiry: Inquiry) => requestStanding(inquiry).answer === undefined;
    return { found: await inquiriesMeant('asks', turn, isOpen) };
  },

  async run(_input, _turn, { shown, more }) {
    const rows = shown.map((view) => ({ view, ask: ask('end-inquiry', whichInquiry(view.inquiry)) }));
    return { card: whichInquiryCard('どれを取り下げますか。', rows, undefined, more) };
  },
});
