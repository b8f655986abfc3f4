import { askConsentCard, consentAskedCard, whichMaterialCard } from '../../../cards/consent/ask-consent.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { addOpenDays, calendarOf } from '../../../programme/calendar.ts';
import {
  type Consent,
  type ConsentOf,
  consentId,
  currentAsking,
  isConsentedTo,
  OPEN_DAYS_TO_CONSENT,
  withAsking,
} from '../../../programme/consent/consent.ts';
import { currentMaterial, type Material } from '../../../programme/consent/material.ts';
import { approvalId, type MaterialApproval, withHandedIn } from '../../../programme/consent/material-approval.ts';
import { approvedAs } from '../../../programme/consent/part-id.ts';
import { isToThirdParties } from '../../../programme/consent/scope.ts';
import { dayOf } from '../../../programme/day.ts';
import { FILINGS } from '../../../programme/filing.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipalitiesIn, municipalityIn } from '../../../storage/municipalities.ts';
import { asksBack, defineCommand } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { consentAt, consentersOf } from './consent-views.ts';
import { materialsCalled, materialsOf } from './materials-meant.ts';
import { readConsents } from './read-consents.ts';

type Input = InputOf<'ask-consent'>;
type Found = {
  readonly town: Municipality;
  readonly material: Material;
  readonly of: ConsentOf;
  readonly consenters: readonly Member[];
  /** One that stands already and covers what is asked. */
  readonly stands: Consent | undefined;
};
const MATERIALS_A_PAGE = 8;

export const askConsent = defineCommand({
  name: 'ask-consent',
  says: ['承諾依頼'],
  help: '資料（事例など）を共有してよいか、市町村の承諾者に依頼します。ほかの市町村に見せる範囲なら、県の承諾も一緒に依頼します。',
  example: '承諾依頼',
  english:
    'Ask a municipality for its consent to a material, and the prefecture for its own where third parties would see it.',
  group: { title: '承諾と共有', order: 9 },
  needs: 'share',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['material'],
  typed: 'inputs',
  spoken: {
    words: ['承諾依頼', '承諾の依頼', '承諾を依頼', '承諾をお願い', '承諾を求め', '承諾をもら'],
    wins: 372,
  },

  async question(given, turn) {
    const { material, among } = await materialSaid(given as Partial<Input>, turn);
    return material
      ? askConsentCard(await shownOf(material, turn), given)
      : pageCard(among, given as Partial<Input>, turn);
  },

  async prepare(input, turn) {
    const { material, among } = await materialSaid(input, turn);
    if (!material) return asksBack(['material'], await pageCard(among, input, turn));
    const { version } = currentMaterial(material);
    if (input.version !== undefined && input.version !== version)
      return asksBack([], askConsentCard(await shownOf(material, turn), input, true));
    return { found: await toAsk(material, input, turn) };
  },

  async run(_input, turn, found) {
    const { town, material, consenters, stands } = found;
    const shown = { town, material, names: consenters.map(({ name }) => `${name}さん`) };
    if (stands) return { card: consentAskedCard({ ...shown, consent: stands, isNew: false, day: dayOf(turn.now) }) };
    const { consent, isNew } = await writeAsking(found.of, turn);
    const approval = isToThirdParties(found.of.scope) ? await handInMaterial(found.of, turn) : undefined;
    await ringBell(turn);
    return { card: consentAskedCard({ ...shown, consent, isNew, approval, day: dayOf(turn.now) }) };
  },
});

/**
 * The one that is meant, or those that may be.
 * @throws Refusal where there is none
 */
async function materialSaid(
  { material, municipality }: Partial<Input>,
  { store }: MemberStart,
): Promise<{ readonly material?: Material | undefined; readonly among: readonly Material[] }> {
  const town = municipality === undefined ? undefined : await townSaid(municipality, store);
  const all = await materialsOf(store, town);
  if (material === undefined) {
    if (all.length === 0) throw Refusal.because('no-material');
    return { among: all };
  }
  const among = materialsCalled(material, all);
  const [only, ...others] = among;
  if (!only) throw Refusal.because('unknown-material', { said: material });
  return { material: others.length === 0 ? only : undefined, among };
}

/** @throws Refusal where it is none of the programme */
async function townSaid(said: string, store: MemberStart['store']): Promise<string> {
  const town = (await municipalitiesIn(store)).find(({ code, name }) => said === code || said === name);
  if (!town) throw Refusal.because('unknown-municipality', { said });
  return town.code;
}

const shownOf = async (material: Material, { store }: MemberStart) => ({
  town: await municipalityIn(store, material.municipality),
  material,
});

async function pageCard(all: readonly Material[], given: Partial<Input>, turn: MemberStart) {
  const { shown, at, pages } = pageOf(all, given.page ?? 1, MATERIALS_A_PAGE);
  const materials = await Promise.all(shown.map((material) => shownOf(material, turn)));
  return whichMaterialCard({ materials, given, page: at, pages });
}

/** @throws Refusal where nobody could answer it, or the time it is for is over */
async function toAsk(material: Material, { scope, until }: Input, { store, now }: MemberStart): Promise<Found> {
  const day = dayOf(now);
  if (until !== undefined && until < day) throw Refusal.because('consent-until-past', { day: until });
  const { municipality } = material;
  const town = await municipalityIn(store, municipality);
  const consenters = await consentersOf(store, municipality);
  if (consenters.length === 0) throw Refusal.because('no-consenter', { town: town.name });
  const { version } = currentMaterial(material);
  const of = { municipality, material: material.id, version, scope, ...(until === undefined ? {} : { until }) };
  const { consents } = await readConsents(store, [municipality]);
  const stands = consents.find(
    (each) =>
      each.material === material.id &&
      each.version === version &&
      isConsentedTo(each, scope, day) &&
      (each.until === undefined || (until !== undefined && until <= each.until)),
  );
  return { town, material, of, consenters, stands };
}

/** Asks for one 承諾, or finds that it is asked for or stands. */
export async function writeAsking(
  of: ConsentOf,
  turn: MemberTurn,
): Promise<{ readonly consent: Consent; readonly isNew: boolean }> {
  const day = dayOf(turn.now);
  const due = addOpenDays(day, OPEN_DAYS_TO_CONSENT, calendarOf(turn.programme.closures, of.municipality));
  const at = consentAt({ municipality: of.municipality, id: consentId(of) });
  const consent = await turn.changeOf(of.municipality)('consents', at, (known) =>
    withAsking(known, of, due, turn.from, day),
  );
  return { consent, isNew: currentAsking(consent).ask === turn.from.ask };
}

/** Hands what is asked about to the prefecture; the parts of a meeting as one, which is of no municipality alone. */
export async function handInMaterial(of: ConsentOf, turn: MemberTurn): Promise<MaterialApproval> {
  const { material, scope } = of;
  const at = { partition: FILINGS, id: approvalId(material) };
  const whole = approvedAs(material);
  const isOfOne = whole === material;
  const { municipality, version } = isOfOne ? of : { municipality: '', version: 'parts' };
  const change = isOfOne ? turn.changeOf(municipality) : turn.change;
  return change('materialApprovals', at, (known) =>
    withHandedIn(known, { municipality, material: whole, version, scope }, turn.from),
  );
}
