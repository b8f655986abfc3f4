import { text } from '../../../cards/card.ts';
import { ask } from '../../../programme/asks.ts';
import { countingRule, withCountingRule } from '../../../programme/progress/counting-rule.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isUndoable, withoutReport } from '../../../programme/undo.ts';
import { kpiAt } from '../../../storage/progress.ts';
import { defineCommand, type MunicipalTurn } from '../../command.ts';
import { receiptOf, type Written } from '../../receipt-of.ts';
import type { Said } from '../../spoken.ts';

export const setCounting = defineCommand({
  name: 'set-counting',
  says: ['数え方'],
  help: '市町村で決めたKPIの数え方を記録します。値の横にいつも表示します。',
  example: '数え方 K0-03 会計年度任用職員を含む',
  english: 'Record how your municipality counts a KPI.',
  group: { title: '報告する', order: 8 },
  needs: 'count',
  about: 'municipality',
  usualFor: {},
  writes: ['counting'],
  typed: 'free',
  spoken: {
    words: ['数え方'],
    wins: 75,
    read: rest,
    // To leave somebody out is what a rule is for: 含まない denies nothing.
    judge: (input) => ({ input }),
  },

  async prepare({ kpi }, { municipality, programme, store }) {
    const at = kpiAt(municipality.code, programme.fiscalYear, kpi);
    if (!(await store.kpis.get(at.partition, at.id))) throw Refusal.because('unknown-kpi', { said: kpi });
    return { found: undefined };
  },

  async run({ kpi: id, counting }, turn) {
    const written = await write(id, counting, turn);
    const given = { kpi: id, municipality: turn.municipality.code };
    return {
      card: receiptOf(turn, written ? [written] : [], {
        title: '数え方を記録しました',
        already: '同じ数え方が記録されています。',
        notes: [text('これからは、値の横に表示します。', 'quiet')],
        next: [{ label: `${id}とは`, ask: ask('show-definition', given) }],
      }),
    };
  },
});

async function write(id: string, counting: string, turn: MunicipalTurn): Promise<Written | undefined> {
  const { municipality, programme, from, now } = turn;
  const after = await turn.change('kpis', kpiAt(municipality.code, programme.fiscalYear, id), (record) => {
    if (!record) throw Refusal.because('unknown-kpi', { said: id });
    return withCountingRule(record, counting, from);
  });
  const stands = countingRule(after);
  const isNew = stands?.ask === from.ask;
  if (!stands || (!isNew && !isUndoable(stands, from.by, now))) return undefined;
  const before = countingRule({ countings: withoutReport(after.countings ?? [], stands.ask) })?.text;
  return { line: { what: `${id} の数え方`, before, after: stands.text }, report: stands.ask, isNew };
}

const WORD = /数え方[\s:：、,]*/u;
const ID = /K\d[-ー－‐]?\d{2,3}/iu;

/** K0-03 数え方 会計年度任用職員を含む: all that follows the word is the rule, letter for letter. */
function rest({ typed }: Said) {
  const counting = typed.split(WORD).slice(1).join('数え方').trim();
  const [before = ''] = typed.split(WORD);
  const kpi = ID.exec(before.normalize('NFKC'))?.[0].toUpperCase();
  const isAsked = /[?？]\s*$|ですか/u.test(counting);
  return {
    input: { ...(kpi ? { kpi } : {}), ...(counting === '' || isAsked ? {} : { counting }) },
  };
}
