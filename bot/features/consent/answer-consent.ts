import {
  confirmConsentCard,
  consentAnsweredCard,
  consentDetailsCard,
  consentRequestCard,
  noConsentAskedCard,
  whichConsentCard,
  wordsBesideConsent,
} from '../../../cards/consent/consent-request.ts';
import type { ConsentView } from '../../../cards/consent/consent-view.ts';
import type { InputOf } from '../../../programme/asks.ts';
import {
  type Consent,
  type ConsentSaid,
  consentStanding,
  currentAnswer,
  withConsentAnswer,
} from '../../../programme/consent/consent.ts';
import { dayOf } from '../../../programme/day.ts';
import { holdsDuty } from '../../../programme/duty.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MunicipalStart, MunicipalTurn } from '../../turn.ts';
import {
  answeringAs,
  consentAfter,
  consentAt,
  consentMeant,
  isShownOtherwise,
  materialSaid,
  ownConsentViews,
  waitingConsents,
} from './consent-views.ts';
import { refuseUnlessAsked } from './refuse-answer.ts';

type Input = InputOf<'answer-consent'>;
type Found = { readonly view: ConsentView; readonly said: ConsentSaid };

export const answerConsent = defineCommand({
  name: 'answer-consent',
  says: ['承諾', '条件つき', '条件付き', '不承諾'],
  help: '市町村のことを共有してよいか、承諾・条件つき・不承諾のどれかで答えます。見えるものをそのまま確かめてから押せます。',
  example: '承諾',
  english: 'Consent to what others would see of your municipality, say what must change first, or refuse.',
  group: { title: '承諾と共有', order: 5 },
  needs: 'consent',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: ['version'],
  typed: 'inputs',
  shownFirst: true,
  spoken: {
    words: ['承諾', '承諾の回答', '承諾依頼の回答', '承諾のお願い', '条件つきで承諾', '条件付きで承諾', '不承諾'],
    wins: 371,
    asked: 'show-consents',
  },

  named: async ({ said, input }) => {
    const { condition, ...rest } = input;
    const verdict = verdictTyped(said);
    if (verdict === undefined) return rest;
    const { material, ...others } = rest;
    // 写真を外してもらえれば: what would have to be so is no material.
    if (verdict === 'conditional' && condition === undefined && AS_CONDITION.test(String(material ?? '')))
      return { ...others, verdict, condition: material };
    return verdict === 'approve' ? { ...rest, verdict } : { ...rest, verdict, ...(condition ? { condition } : {}) };
  },

  check: ({ verdict, condition, more }) =>
    verdict === 'conditional' && condition === undefined && more === 'done' ? [{ input: 'condition' }] : [],

  async prepare(input, turn) {
    const views = await ownConsentViews(turn, turn.municipality);
    const meant = consentMeant(views, input);
    if (meant) return prepared(meant, input, turn);
    const { material, rest } = materialSaid(views, input.material);
    const [only, ...others] = waitingConsents(views, material);
    if (!only) return asksBack([], noConsentAskedCard());
    const given = withRest({ ...input, material }, rest);
    if (others.length > 0) return asksBack(['material'], whichConsentCard([only, ...others], given));
    return looked(only, given, turn, given.verdict === 'approve' && !isPolite(rest) ? rest : undefined);
  },

  async run(_input, turn, { view, said }) {
    const after = consentAfter(view, await write(view.consent, said, turn), turn);
    const views = await ownConsentViews(turn, turn.municipality);
    return { card: consentAnsweredCard(after, said, isShownOtherwise(after, views)), how: 'replace' };
  },
});

const AS_CONDITION =
  /(?:[れてけせえ]ば|たら|なら|条件で|(?:すること|ないこと))(?:承諾(?:し|いたし)ます|よい|いい|可)?(?:です)?[。]?$/u;

/** The word alone in front or behind: 承諾しない is none. */
function verdictTyped(said: string): Input['verdict'] {
  const words = said
    .normalize('NFKC')
    .trim()
    .split(/[\s、。:]+/);
  const [first = ''] = words;
  if (first === '不承諾') return 'refuse';
  if (first === '条件つき' || first === '条件付き') return 'conditional';
  return first === '承諾' ? 'approve' : undefined;
}

/** Of a card: opened, answered, or asked what goes along. */
async function prepared(view: ConsentView, input: Input, turn: MunicipalStart): Promise<Prepared<Found>> {
  const { verdict, more } = input;
  if (verdict === undefined || more === 'look') return looked(view, input, turn);
  const said = saidIn({ ...input, verdict });
  if (isSaidAlready(view.consent, said)) return { found: { view, said } };
  await refuseUnlessConsenter(turn);
  refuseUnlessAsked(view);
  if (more === 'yes' || (verdict === 'conditional' && said.condition === undefined))
    return asksAtOnce(verdict === 'conditional' ? ['condition'] : [], consentDetailsCard(view, said));
  return { found: { view, said } };
}

/** 承諾 お願いします says no more than 承諾. */
const isPolite = (said: string | undefined): boolean =>
  /^(どうぞ|よろしく)?(お願い|します|です)?(します|いたします)?[。!]?$/.test(said ?? '');

/** 条件つき 写真を外してください: what was said beside it is the condition, or the reason of a no. */
function withRest(input: Input, rest: string | undefined): Input {
  if (rest === undefined || (input.verdict !== 'conditional' && input.verdict !== 'refuse')) return input;
  return { ...input, condition: [rest, input.condition].filter((said) => said !== undefined).join(' ') };
}

/**
 * Shown to be looked at; what was typed is shown beside it, and recorded by a press.
 * @param unused said beside 承諾, which takes no words: a yes with words may be none
 */
async function looked(
  view: ConsentView,
  input: Input,
  turn: MunicipalStart,
  unused?: string,
): Promise<Prepared<Found>> {
  refuseUnlessAsked(view);
  const who = await answeringAs(turn, turn.municipality.code);
  if (unused !== undefined) return asksBack([], consentRequestCard(view, who, [wordsBesideConsent(unused)]));
  const { verdict, condition, post, document } = input;
  const isMore = condition ?? post ?? document;
  const isWhole = verdict === 'refuse' || (isMore !== undefined && (verdict === 'approve' || condition !== undefined));
  if (verdict === undefined || !who.mayAnswer || !isWhole) return asksBack([], consentRequestCard(view, who));
  return asksBack([], confirmConsentCard(view, saidIn({ ...input, verdict })));
}

const saidIn = ({ verdict, condition, post, document }: Input & Pick<ConsentSaid, 'verdict'>): ConsentSaid => ({
  ...{ verdict, post, document },
  ...(verdict === 'approve' ? {} : { condition }),
});

/** A second press gets the same receipt again. */
const isSaidAlready = (consent: Consent, { verdict, condition }: ConsentSaid): boolean => {
  const last = currentAnswer(consent);
  return (
    last?.verdict === verdict &&
    last.condition === condition &&
    !consent.withdrawals?.some(({ asking }) => asking === last.asking)
  );
};

async function refuseUnlessConsenter(turn: MunicipalStart): Promise<void> {
  if (holdsDuty(turn.who, 'consenter')) return;
  const { others } = await answeringAs(turn, turn.municipality.code);
  throw Refusal.because('not-consenter', { names: others });
}

async function write(consent: Consent, said: ConsentSaid, turn: MunicipalTurn): Promise<Consent> {
  const day = dayOf(turn.now);
  const after = await turn.change('consents', consentAt(consent), (known = consent) => {
    const next = withConsentAnswer(known, said, turn.from, day);
    if (next === known && !isSaidAlready(known, said))
      throw Refusal.because('consent-closed', { standing: consentStanding(known, day) });
    return next;
  });
  await ringBell(turn);
  return after;
}
