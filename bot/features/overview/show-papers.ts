import type { Ask } from '../../../cards/card.ts';
import { papersCard } from '../../../cards/overview/papers.ts';
import { ask } from '../../../programme/asks.ts';
import { may, type Permission } from '../../../programme/may.ts';
import { defineCommand } from '../../command.ts';

/** What there is to be had as a Word file: how it is called, how it is typed, and who may have it. */
const PAPERS = [
  ['業務報告書', '業務報告書ファイル', ask('final-report-file'), 'filed'],
  ['月次報告', '月次報告書', ask('monthly-report-file'), 'filed'],
  ['事故報告', '事故報告書', ask('incident-file'), 'filed'],
  ['会議資料', '会議資料', ask('meeting-paper'), 'figures'],
  ['議事録・打合せ記録簿', '議事録ファイル', ask('minutes-file'), 'filed'],
  ['全体計画', '全体計画の書類', ask('whole-plan-file'), 'filed'],
  ['簡易計画', '簡易計画Word', ask('simple-plan-file'), 'view'],
  ['外部人材の要件書', '要件書Word', ask('talent-file'), 'view'],
  ['育成・研修計画', '研修計画Word', ask('training-file'), 'view'],
] as const satisfies readonly (readonly [title: string, typed: string, asked: Ask, needs: Permission])[];

const WORD = '(?:Word|ワード)';
const WISHED =
  '(?:で|を|が|の)?(?:の?ファイル|版)?(?:で|を|が)?(?:受け取(?:る|りたい)|もら(?:う|いたい)|出(?:して|したい)|見(?:たい|せて)|送って|ほしい|欲しい)?(?:ください|お願いします)?[。]?';

export const showPapers = defineCommand({
  name: 'show-papers',
  says: ['受け取れる書類', '書類の一覧'],
  help: 'Wordで受け取れる書類を選びます。',
  example: '受け取れる書類',
  english: 'Choose what to receive as a Word file.',
  group: { title: '資料と検索', order: 80 },
  needs: 'view',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  // A report as a file is none that is to be written: 報告 takes no Word.
  wished: [
    `^(?:この)?(?:報告書?|書類|文書|資料)(?:を|は|の)?\\s*${WORD}${WISHED}$`,
    `^${WORD}${WISHED}$`,
    '^報告書(?:を|が)(?:受け取りたい|もらいたい|ほしい|欲しい|出して(?:ください)?|ください)[。]?$',
  ].map((like) => ({ like: new RegExp(like, 'iu'), as: '受け取れる書類', first: true as const })),

  async run(_input, { who, room }) {
    const own = PAPERS.filter(([, , , needs]) => may(who, needs, undefined, room.audience));
    return { card: papersCard(own.map(([title, typed, asked]) => ({ title, typed, ask: asked }))) };
  },
});
