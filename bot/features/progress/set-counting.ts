import { text } from '../../../cards/card.ts';
import { ask } from '../../../programme/asks.ts';
import { countingDecided, countingRule, withCountingRule } from '../../../programme/progress/counting-rule.ts';
import { countingProblem, countingSaid, saysNoRule } from '../../../programme/progress/counting-said.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isUndoable, withoutReport } from '../../../programme/undo.ts';
import { kpiAt } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';
import type { Said } from '../../inputs/spoken.ts';
import { receiptOf, type Written } from '../../receipt-of.ts';
import type { MunicipalTurn } from '../../turn.ts';

export const setCounting = defineCommand({
  name: 'set-counting',
  says: ['数え方'],
  help: '市町村で決めたKPIの数え方を記録します。値の横にいつも表示します。「数え方 K0-03 なし」で消します。',
  example: '数え方 K0-03 会計年度任用職員を含む',
  english: 'Record how your municipality counts a KPI.',
  group: { title: '報告する', order: 8 },
  needs: 'count',
  about: 'municipality',
  usualFor: {},
  writes: ['counting'],
  typed: 'free',
  spoken: {
    words: ['数え方', '数えています', '数えてます', '数えることにし'],
    wins: 75,
    read: said,
    asked: 'show-definition',
    // To leave somebody out is what a rule is for: 含まない denies nothing.
    judge: (input) => ({ input }),
  },
  wished: [
    {
      like: /^(?<kpi>[KＫ]\d-?\d{2,3})の数え方は、?[「『](?<rule>[^」』]{2,200})[」』](?:で|と|に)?(?:お願い(?:し|いたし)?ます|し?ます|して(?:ください|下さい)|です)?[。]?$/iu,
      as: '数え方 $<kpi> $<rule>',
      first: true,
    },
  ],
  check: ({ counting }) => {
    const problem = countingProblem(counting);
    return problem === undefined ? [] : [{ input: 'counting', problem }];
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
        notes: [text(saysNoRule(counting) ? '値の横には表示しません。' : 'これからは、値の横に表示します。', 'quiet')],
        next: [{ label: `${id}とは`, ask: ask('show-definition', given) }],
      }),
    };
  },
});

async function write(id: string, said: string, turn: MunicipalTurn): Promise<Written | undefined> {
  const { municipality, programme, from, now } = turn;
  const counting = saysNoRule(said) ? '' : said;
  const after = await turn.change('kpis', kpiAt(municipality.code, programme.fiscalYear, id), (record) => {
    if (!record) throw Refusal.because('unknown-kpi', { said: id });
    return withCountingRule(record, counting, from);
  });
  const stands = countingDecided(after);
  const isNew = stands?.ask === from.ask;
  if (!stands || (!isNew && !isUndoable(stands, from.by, now))) return undefined;
  const before = countingRule({ countings: withoutReport(after.countings ?? [], stands.ask) })?.text;
  return { line: { what: `${id} の数え方`, before, after: stands.text || '未定' }, report: stands.ask, isNew };
}

const WORD = '数え方';
/** 正職員だけで数えています: a rule without its word, which is asked about before it is one. */
const HABIT = /^.*?は[、\s]*(.+?(?:数えて(?:い)?ます|数えることにし(?:ます|ました)))[。\s]*$/su;

/** 「提案書の数」だそうです, …かもしれません: a rule that nobody has set. */
const NO_RULE =
  /[」』][^」』]*(?:ません|ない|かも|そう|らし|たぶん|多分)|(?:だ|する|した|い)そう(?:です)?[。\s]*$|かも(?:しれません)?[。\s]*$|らしい(?:です)?[。\s]*$|とのこと(?:です)?[。\s]*$|[、\s](?:たぶん|多分)[。\s]*$/u;

/** K0-03 数え方 会計年度任用職員を含む: what follows the word is the rule; a question shows what is on record. */
function said({ typed }: Said) {
  if (/[?？]\s*$|(?:です|ます)か[。\s]*$|数え方は[。\s]*$|数え方が?(?:分か|わか)ら?(?:ない|りません)/u.test(typed))
    return { input: {}, doubt: 'question' as const };
  const [, ...behind] = typed.split(WORD);
  if (behind.length === 0) {
    const counting = HABIT.exec(typed)?.[1]?.replace(/数え[^え]*$/u, '数える');
    return counting === undefined ? { input: {} } : { input: { counting }, doubt: 'several' as const };
  }
  const counting = countingSaid(behind.join(WORD));
  const doubt = NO_RULE.test(typed) ? ('hearsay' as const) : undefined;
  return { input: counting === undefined ? {} : { counting }, doubt };
}
