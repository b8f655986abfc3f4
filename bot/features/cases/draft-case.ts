import { type Node, notice, text } from '../../../cards/card.ts';
import { caseId } from '../../../programme/cases/case.ts';
import { type CaseFacts, caseDraft } from '../../../programme/cases/case-draft.ts';
import { officersOf } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { VISITS } from '../../../programme/visits/visit-record.ts';
import { municipal } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import type { MunicipalStart } from '../../turn.ts';
import { activeMembers } from '../people/people.ts';
import { caseWork } from './case-work.ts';
import { caseNamed } from './read-cases.ts';
import { writeCase } from './write-case.ts';

export const draftCase = defineCommand({
  name: 'draft-case',
  says: ['事例作成', '事例の作成'],
  help: '市町村と項目を選ぶと、記録にあることで事例の下書きを作ります。空欄は質問で埋めます。',
  example: '事例作成 S1-3',
  english: 'Draft a case from what is on record; what is blank is asked.',
  group: { title: '承諾と共有', order: 31 },
  needs: 'share',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: {
    words: [
      ...['事例作成', '事例を作', '事例作って', '事例つくって', '事例の作成', '事例にして', '事例にまとめ'],
      ...['事例を書', '事例の下書き', '事例シートを作', '事例シートの作成', '事例シート作成'],
    ],
    wins: 512,
  },

  async prepare({ item }, { municipality, store }) {
    if (!municipality.supported) throw Refusal.because('not-supported', { what: municipality.name });
    return { found: await caseNamed(caseId(municipality.code, item), store) };
  },

  async run({ item }, turn, known) {
    if (known) return { card: await caseWork(known, turn, [notice('attention', ALREADY)]) };
    const texts = caseDraft(await factsOf(item, turn));
    const one = await writeCase(turn, turn.municipality, item, (now) => now ?? { texts });
    return { card: await caseWork(one, turn, drafted) };
  },
});

const ALREADY = 'この事例は、もう作られています。続きを書けます。';
const drafted: readonly Node[] = [
  notice('good', '記録にあることで、下書きを作りました。'),
  text('まだだれにも見えていません。空欄を埋めると、承諾を依頼できます。', 'quiet'),
];

async function factsOf(item: string, { store, municipality: { code, name } }: MunicipalStart): Promise<CaseFacts> {
  const partition = municipal(code);
  const [items, kpis, visits, members] = await Promise.all([
    store.items.list(partition, { from: 'item-', below: 'item.' }),
    store.kpis.list(partition, { from: 'kpi-', below: 'kpi.' }),
    store.visitRecords.list(partition, VISITS),
    activeMembers(store),
  ]);
  const inOrder = officersOf(members, code).toSorted((a, b) => Number(b.lead) - Number(a.lead));
  const offices = inOrder.map(({ office }) => office.replace(name, '').trim()).filter((office) => office !== '');
  return {
    item,
    items: items.map(({ value }) => value),
    kpis: kpis.map(({ value }) => value),
    visits: visits.map(({ value }) => value),
    offices: [...new Set(offices)],
  };
}
