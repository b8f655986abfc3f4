import {
  type Consent,
  type ConsentOf,
  consentId,
  withAsking,
  withConsentAnswer,
  withWithdrawal,
} from '../../programme/consent/consent.ts';
import { consents } from '../../programme/consent/consent-kind.ts';
import { type Material, type SeenContent, withMaterialVersion } from '../../programme/consent/material.ts';
import {
  type MaterialApproval,
  materialApprovals,
  withApprovalWithdrawn,
  withHandedIn,
} from '../../programme/consent/material-approval.ts';
import {
  type Onlooker,
  onlookerOf,
  type SharingStanding,
  sharingStanding,
  shownVersion,
} from '../../programme/consent/may-show.ts';
import { addDays, type Day } from '../../programme/day.ts';
import { holdsDuty } from '../../programme/duty.ts';
import { withDecision } from '../../programme/filing.ts';
import type { Member } from '../../programme/member.ts';
import { materialVersionOf } from '../../storage/ids.ts';
import { allowed, type Said } from './oracle.ts';

const SCOPES = ['prefecture', 'supported', 'all', 'public'] as const;
export const TOWNS: readonly string[] = ['203033', '203041'];
const VERDICTS = ['approve', 'conditional', 'refuse'] as const;
const NOTHING: SeenContent = { title: '', sections: [] };
const CONTENTS = ['あ', 'い', 'う'].map((text) => {
  const content: SeenContent = { title: '件', sections: [{ label: '成果', text }] };
  return [content, materialVersionOf(content)] as const;
});
const PEOPLE = (
  [
    ['municipal', ['203033']],
    ['municipal', ['203041']],
    ['expert', ['203033', '203041']],
    ['observer', ['202011']],
  ] as const
).map(
  ([role, municipalities], at): Member => ({
    ...{ id: `m-${at}`, name: '名', office: '課', chat: 'teams', lead: false, active: true, duties: ['consenter'] },
    ...{ role, municipalities: [...municipalities] },
  }),
);

/** What can happen, and how often of 30 times. */
const MIX = {
  ...{ write: 2, ask: 5, answer: 6, withdraw: 2, decide: 5, unapprove: 1 },
  ...{ roster: 1, queue: 3, again: 1, restart: 1, wait: 3 },
} as const;
type Did = keyof typeof MIX;
const BAG = (Object.entries(MIX) as [Did, number][]).flatMap(([did, often]) => Array<Did>(often).fill(did));

/** Something that happens to a town, with a few numbers that say what exactly. */
export type Step = { readonly did: Did; readonly town: string; readonly a: number; readonly b: number };

/** @param roll a number below its argument */
export const stepBy = (roll: (below: number) => number): Step => ({
  ...{ did: BAG[roll(BAG.length)] ?? 'wait', town: TOWNS[roll(2)] ?? '', a: roll(12), b: roll(12) },
});

/** The programme as it goes on, with what was said told to the oracle beside it. */
export class History {
  private day: Day = '2026-12-01';
  private message = 0;
  private last: Step | undefined;
  private readonly materials = new Map<string, Material>();
  private consents: Consent[] = [];
  private approvals: MaterialApproval[] = [];
  private readonly people = [...PEOPLE];
  private readonly waiting: { readonly town: string; readonly to: Onlooker | number }[] = [];
  private readonly said: Said[] = [];
  private standing: SharingStanding = sharingStanding([], []);
  /** How often something was shown. */
  shown = 0;

  /** A message that is delivered again has the id it had. */
  take(step: Step): void {
    const isAgain = step.did === 'again' && this.last !== undefined && this.last.did !== 'wait';
    const done = isAgain && this.last ? this.last : step;
    if (!isAgain) this.message++;
    does[done.did](this, done);
    this.last = done;
    this.standing = sharingStanding(this.consents, this.approvals);
    for (const look of this.waiting) this.look(look.town, look.to);
    for (const scope of SCOPES) this.look(step.town, scope);
  }

  private from = () => ({ by: 'x', at: `${this.day}T01:00:00.000Z`, via: 'teams', ask: `message-${this.message}` });

  write(municipality: string, word: number): void {
    const [content = NOTHING, version = ''] = CONTENTS[word] ?? [];
    const of = { id: `material-${municipality}`, sort: 'case', municipality, of: 'case' } as const;
    const known = this.materials.get(municipality);
    this.materials.set(municipality, withMaterialVersion(known, of, { version, content }, this.from()));
  }

  ask(municipality: string, scope: number, days: number | undefined): void {
    const version = this.materials.get(municipality)?.versions.at(-1)?.version;
    if (version === undefined) return;
    const named = SCOPES[scope] ?? 'public';
    const material = `material-${municipality}`;
    const until = days === undefined ? undefined : addDays(this.day, days);
    const of: ConsentOf = { municipality, material, version, scope: named, until };
    const known = this.consents.find(({ id }) => id === consentId(of));
    const next = withAsking(known, of, addDays(this.day, 5), this.from(), this.day);
    if (next !== known) this.tell('no', next);
    this.consents = [...this.consents.filter((each) => each !== known), next];
    if (named === 'prefecture') return;
    const filing = this.approvals.find(({ id }) => id === `approval-${material}`);
    const handed = withHandedIn(filing, { municipality, material, version, scope: named }, this.from());
    this.approvals = [...this.approvals.filter((each) => each !== filing), handed];
  }

  private tell(what: 'yes' | 'no', { municipality: town, version, scope, until }: Consent): void {
    const text = this.materials.get(town)?.versions.find((each) => each.version === version)?.content.sections[0]?.text;
    this.said.push({ what, town, text: text ?? '?', scope: SCOPES.indexOf(scope), until });
  }

  private consentBy(municipality: string, nth: number): Consent | undefined {
    const all = this.consents.filter((each) => each.municipality === municipality);
    return all[nth % Math.max(1, all.length)];
  }

  answer(municipality: string, nth: number, roll: number): void {
    const consent = this.consentBy(municipality, nth);
    const who = this.people[roll % 3 === 2 ? nth % 4 : TOWNS.indexOf(municipality)];
    const isTheirs = who?.active && who.role === 'municipal' && who.municipalities.includes(municipality);
    if (!consent || !who || !isTheirs || !holdsDuty(who, 'consenter')) return;
    const verdict = VERDICTS[Math.max(0, Math.floor(roll / 4) - (nth % 2))] ?? 'refuse';
    const next = withConsentAnswer(consent, { verdict }, this.from(), this.day);
    if (next !== consent) this.tell(verdict === 'approve' ? 'yes' : 'no', next);
    this.consents = this.consents.map((each) => (each === consent ? next : each));
  }

  withdraw(municipality: string, nth: number): void {
    const consent = this.consentBy(municipality, nth);
    if (!consent) return;
    const next = withWithdrawal(consent, this.from(), this.day);
    this.tell('no', consent);
    this.consents = this.consents.map((each) => (each === consent ? next : each));
  }

  decide(town: string, back: number, roll: number): void {
    const filing = this.approvals.find(({ id }) => id === `approval-material-${town}`);
    const version = filing?.versions.at(-1 - back) ?? filing?.versions[0];
    if (!filing || !version) return;
    const verdict = VERDICTS[Math.max(0, roll - 9)] ?? 'refuse';
    const { number, content } = version;
    const next = withDecision(filing, { version: number, verdict }, this.from());
    if (next === filing) return;
    this.approvals = this.approvals.map((each) => (each === filing ? next : each));
    const scope = SCOPES.indexOf(content.scope);
    this.said.push(
      verdict === 'approve' ? { what: 'prefecture-yes', town, scope, number } : { what: 'prefecture-no', town, number },
    );
  }

  unapprove(town: string): void {
    this.said.push({ what: 'prefecture-no', town, number: 'all' });
    this.approvals = this.approvals.map((filing) =>
      filing.id === `approval-material-${town}` ? withApprovalWithdrawn(filing, this.from()) : filing,
    );
  }

  changeRoster(at: number, change: number): void {
    const who = this.people[at];
    if (who) this.people[at] = { ...who, active: change !== 0, duties: change === 1 ? [] : ['consenter'] };
  }

  /** It is shown for as long as the history goes on, whenever it may be. */
  queue(town: string, to: Onlooker | number): void {
    this.waiting.push({ town, to });
  }

  wait(days: number): void {
    this.day = addDays(this.day, days);
  }

  /** Everything is read again from what was stored. */
  restart(): void {
    this.consents = this.consents.map((each) => consents.schema.parse(JSON.parse(JSON.stringify(each))));
    this.approvals = this.approvals.map((each) => materialApprovals.schema.parse(JSON.parse(JSON.stringify(each))));
  }

  /** @throws Error where anything else is shown than the oracle lets be seen */
  private look(town: string, to: Onlooker | number): void {
    const material = this.materials.get(town);
    const who = typeof to === 'number' ? this.people[to] : undefined;
    const onlooker = typeof to === 'number' ? onlookerOf(who, (code) => code !== '202011') : to;
    const version = material && shownVersion(material, onlooker, this.day, this.standing);
    const seen = version?.content.sections[0]?.text;
    if (version) this.shown++;
    const expected = material && this.expected(material, who, scopeOf(to, who));
    if (seen !== expected) throw new Error(`${town} to ${JSON.stringify(to)}: ${seen} instead of ${expected}`);
  }

  private expected(material: Material, who: Member | undefined, scope: number | undefined): string | undefined {
    const town = material.municipality;
    const texts = material.versions.map(({ content }) => content.sections[0]?.text ?? '');
    if (who?.active && who.role === 'municipal' && who.municipalities.includes(town)) return texts.at(-1);
    if (scope === undefined) return undefined;
    return texts.findLast((text) => allowed(this.said, { town, text, scope, day: this.day }));
  }
}

/** The scope somebody sees in, said a second time. */
function scopeOf(to: Onlooker | number, who: Member | undefined): number | undefined {
  if (typeof to !== 'number') return (SCOPES as readonly Onlooker[]).indexOf(to);
  if (!who?.active) return undefined;
  return who.role === 'observer' ? 2 : 1;
}

const does: Readonly<Record<Did, (history: History, step: Step) => void>> = {
  write: (history, { town, a }) => history.write(town, a % 3),
  ask: (history, { town, a, b }) => history.ask(town, a % 4, b % 2 === 0 ? undefined : b),
  answer: (history, { town, a, b }) => history.answer(town, a, b),
  withdraw: (history, { town, a }) => history.withdraw(town, a),
  decide: (history, { town, a, b }) => history.decide(town, a % 2, b),
  unapprove: (history, { town }) => history.unapprove(town),
  roster: (history, { a, b }) => history.changeRoster(a % 4, b % 4),
  queue: (history, { town, a }) => history.queue(town, SCOPES[a % 8] ?? (a % 8) - 4),
  wait: (history, { a }) => history.wait(a % 8),
  restart: (history) => history.restart(),
  again: () => undefined,
};
