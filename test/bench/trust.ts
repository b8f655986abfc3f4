import { performance } from 'node:perf_hooks';
import { dice } from '../../demo/people.ts';
import { withAsking, withConsentAnswer } from '../../programme/consent/consent.ts';
import type { Material } from '../../programme/consent/material.ts';
import { withHandedIn } from '../../programme/consent/material-approval.ts';
import { mayShow, sharingStanding, shownVersion } from '../../programme/consent/may-show.ts';
import { SharingScope } from '../../programme/consent/scope.ts';
import { withDecision } from '../../programme/filing.ts';
import { codeOf } from './filled-store.ts';

/** `npx tsx test/bench/trust.ts`: what a question whether something may be seen takes at 10,000 consents. */
const [CONSENTS, VERSIONS, QUESTIONS, LIMIT_MS] = [10_000, 4, 200_000, 0.1];
const DAY = '2026-12-01';
const from = (ask: string) => ({ by: 'member-bench', at: `${DAY}T01:00:00.000Z`, via: 'teams', ask });

const materials = Array.from({ length: CONSENTS / VERSIONS }, (_, at): Material => {
  const municipality = codeOf(at % 77);
  const versions = Array.from({ length: VERSIONS }, (_each, number) => ({
    ...from(`${at}-${number}`),
    version: `v-${at}-${number}`,
    content: { title: '計測', sections: [{ label: '成果', text: '計測' }] },
  }));
  return { id: `material-${at}`, sort: 'case', municipality, of: `case-${at}`, versions };
});
const consents = materials.flatMap(({ id, municipality, versions }, at) =>
  versions.map(({ version }, number) => {
    const scope = SharingScope.options[(at + number) % SharingScope.options.length] ?? 'all';
    const of = { municipality, material: id, version, scope };
    const asked = withAsking(undefined, of, '2026-12-15', from(`ask-${version}`), DAY);
    return number === VERSIONS - 1
      ? asked
      : withConsentAnswer(asked, { verdict: 'approve' }, from(`answer-${version}`), DAY);
  }),
);
const approvals = materials.map(({ id, municipality, versions }) => {
  const content = { municipality, material: id, version: versions[0]?.version ?? '', scope: 'all' } as const;
  const handed = withHandedIn(undefined, content, from(`hand-${id}`));
  return withDecision(handed, { version: 1, verdict: 'approve' }, from(`decide-${id}`));
});

const began = performance.now();
const standing = sharingStanding(consents, approvals);
const built = performance.now() - began;

const next = dice(1);
const asked = Array.from({ length: QUESTIONS }, () => {
  const material = materials[Math.floor(next() * materials.length)] as Material;
  return { material, scope: SharingScope.options[Math.floor(next() * 4)] ?? ('all' as const) };
});
let seen = 0;
function timed(question: (one: (typeof asked)[number]) => boolean): number {
  const start = performance.now();
  for (const one of asked) if (question(one)) seen++;
  return (performance.now() - start) / asked.length;
}
const may = ({ material, scope }: (typeof asked)[number]) =>
  mayShow(material, material.versions[1]?.version ?? '', scope, DAY, standing);
timed(may);
const one = timed(may);
const whole = timed(({ material, scope }) => shownVersion(material, scope, DAY, standing) !== undefined);
console.log(`${consents.length} consents, ${seen} seen`);
console.log(`index ${built.toFixed(1)} ms, made once`);
console.log(`mayShow ${one.toFixed(5)} ms, shownVersion ${whole.toFixed(5)} ms a question (limit ${LIMIT_MS} ms)`);
process.exitCode = one <= LIMIT_MS && whole <= LIMIT_MS ? 0 : 1;
