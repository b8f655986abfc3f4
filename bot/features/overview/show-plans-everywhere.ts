import { plansEverywhereCard } from '../../../cards/overview/plans-everywhere.ts';
import { workbookCard } from '../../../cards/workbook-file.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { townPlans } from '../../../programme/overview/plans-everywhere.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import { roadmapsOf } from '../initiatives/read-initiatives.ts';
import { simplePlansIn } from '../initiatives/read-simple-plan.ts';
import { ownTownsOnly } from '../people/own-towns-only.ts';

const EVERYWHERE =
  '(?:全市町村|全団体|全ての?市町村|すべての市町村|市町村別|市町村ごと|みんな|ほかの(?:市町村|町|団体))';
const PAPER = '(?:簡易計画|工程表|具体的取組方針)';
const ASKED =
  '(?:[をはがので])?(?:一覧|状況|進捗|進み具合|どこ|どれ|あり?ます?)?(?:[をは])?(?:見せて|見たい|教えて|知りたい|並べて|ください|ほしい)*(?:です)?(?:か)?[。?？]?';
/** Whether they are there, decided or still missing: every municipality stands with its own. */
const STANDS =
  '(?:[がをの]?(?:でき|出来|作|策定|作成|決定|決ま|公表|完成|庁内決定|ある|あり|ない|なし|無い|まだ|未作成|未策定|未決定|これから)[^\\s、。\\d]{0,10})';
const FORM = '(?<form>(?:\\s|、|を|で)*(?:Excel|エクセル)(?:で|に)?)?';

export const showPlansEverywhere = defineCommand({
  name: 'show-plans-everywhere',
  says: ['工程表全市町村', '簡易計画全市町村', '全市町村の工程表', '全市町村の簡易計画'],
  help: '全ての市町村の工程表（取組の数・庁内決定）と簡易計画（版・段階・決定日）を並べて表示します。',
  example: '全市町村の工程表',
  english: 'Show the roadmaps and simple plans of all municipalities beside each other.',
  group: { title: '全体を見る', order: 7 },
  needs: 'digest',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['全市町村の工程表', '全市町村の簡易計画', '全団体の工程表', '全団体の簡易計画', '工程表全市町村'],
    wins: 627,
    looks: true,
  },
  wished: [
    `^${PAPER}\\s*[のをはが]?\\s*${EVERYWHERE}${ASKED}${FORM}$`,
    `^${EVERYWHERE}の?\\s*${PAPER}${ASKED}${FORM}$`,
    `^${PAPER}${STANDS}(?:市町村|団体|町村|ところ)${ASKED}${FORM}$`,
  ].map((like) => ({ like: new RegExp(like, 'iu'), as: '工程表全市町村 $<form>', first: true as const })),

  async named({ said, input }) {
    return said.includes('簡易計画') ? { ...input, opens: 'plan' } : input;
  },

  async prepare(_input, { who, room }) {
    return { found: ownTownsOnly(who, room) };
  },

  async run({ opens = 'roadmap', form, page = 1 }, { store, programme, now }, only) {
    const all = await supportedMunicipalities(store);
    const chosen = all.filter(({ code }) => only === undefined || only.includes(code));
    const [roadmaps, plans] = await Promise.all([
      roadmapsOf(chosen, programme.fiscalYear, store),
      simplePlansIn(store),
    ]);
    const towns = roadmaps.map((roadmap) =>
      townPlans({ ...roadmap, plan: plans.find(({ municipality }) => municipality === roadmap.municipality.code) }),
    );
    if (form === undefined) return { card: plansEverywhereCard({ towns, opens, page }) };
    const { plansBook } = await import('../../../documents/overview/plans-book.ts');
    const { tableBook } = await import('../../../documents/table-book.ts');
    const book = plansBook(towns, { today: dayOf(now), now });
    return { card: workbookCard(book, await tableBook(book), ask('show-plans-everywhere', { opens, form })) };
  },
});
