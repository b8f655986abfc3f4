import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { documentVerb } from '../../bot/operator/document.ts';
import { CONSENTS, type Consent, withConsentAnswer, withWithdrawal } from '../../programme/consent/consent.ts';
import { APPROVALS } from '../../programme/consent/material-approval.ts';
import { dayOf } from '../../programme/day.ts';
import { FILINGS, withDecision } from '../../programme/filing.ts';
import { municipal, PROGRAMME } from '../../storage/collections.ts';
import { by } from '../consent/planted.ts';
import { type House, openHouse } from '../house.ts';
import { terminal } from '../operations/verbs.ts';

const NOW = '2026-11-24T02:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'paper-documents-'));

let house: House;
let names: ReadonlyMap<string, string>;
let silent: readonly string[];
beforeAll(async () => {
  house = await openHouse();
  const towns = house.content.municipalities.filter(({ supported }) => supported);
  names = new Map(towns.map(({ code, name }) => [code, name]));
  silent = towns.slice(-3).map(({ code }) => code);
  const office = house.secretariat();
  await office.say('自分');
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const asked = (over: Parameters<ReturnType<typeof terminal>>[1]) =>
  terminal(house.file, new Date(NOW))(documentVerb, over);
const out = (name: string) => join(folder, name);
const textOf = (file: string) =>
  strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '\n');

/** Figures that nobody else has. */
const [PART, WHOLE] = [31_337, 99_991];

/** Every figure of these municipalities is one of those two from now on. */
async function mark(codes: readonly string[]): Promise<void> {
  const { kpis } = house.service.store;
  for (const code of codes)
    for (const { value, etag } of await kpis.list(municipal(code), { from: 'kpi-', below: 'kpi.' })) {
      const entries = value.entries.map((entry) =>
        entry.kind === 'value' ? { ...entry, value: PART, numerator: PART, denominator: WHOLE } : entry,
      );
      await kpis.put({ ...value, entries }, etag);
    }
}

async function eachConsent(of: readonly string[], next: (consent: Consent) => Consent): Promise<void> {
  const { consents } = house.service.store;
  for (const code of of)
    for (const { value, etag } of await consents.list(municipal(code), CONSENTS)) await consents.put(next(value), etag);
}
const consent = (of: readonly string[]) =>
  eachConsent(of, (value) =>
    withConsentAnswer(value, { verdict: 'approve' }, by('consenter', NOW, value.id), dayOf(new Date(NOW))),
  );
const takeBack = (of: readonly string[]) =>
  eachConsent(of, (value) => withWithdrawal(value, by('consenter', NOW, `${value.id}-back`), '2026-11-24'));

describe('会議資料 by the operator', () => {
  it('of no day is of the next meeting, with every municipality', async () => {
    const file = out('資料.docx');
    expect((await asked({ rest: ['会議資料'], out: file })).ok).toBe(true);
    const text = textOf(file);
    expect(text).toContain('進捗状況確認会議');
    for (const name of names.values()) expect(text).toContain(name);
  });

  it.each([
    ['a day without a meeting', { day: '2026-11-03' }],
    ['a day that is none', { day: '2026-13-40' }],
    ['an id that nothing has', { id: 'meeting-nothing' }],
  ])('of %s writes nothing and says what to do', async (_, which) => {
    const file = out('なし.docx');
    const { text, data } = await asked({ rest: ['会議資料'], ...which, out: file });
    expect(data).not.toMatchObject({ written: true });
    expect(text).not.toBe('');
    expect(existsSync(file)).toBe(false);
  });

  it('has no sharing version before one was made', async () => {
    const file = out('まだ.docx');
    const { ok, text } = await asked({ rest: ['会議資料'], shared: true, out: file });
    expect(ok).toBe(false);
    expect(text).toContain('見つかりません');
    expect(existsSync(file)).toBe(false);
  });

  it('as the sharing version leaves out who has not consented, by name, code and figure, and says how many', async () => {
    const office = house.secretariat();
    const codes = [...names.keys()];
    await mark(silent);
    await office.say('共有版');
    await office.press('承諾を依頼（支援対象の市町村）');
    const { materialApprovals } = house.service.store;
    for (const { value, etag } of await materialApprovals.list(FILINGS, APPROVALS))
      await materialApprovals.put(withDecision(value, { version: 1, verdict: 'approve' }, by('prefecture', NOW)), etag);
    const rest = codes.filter((code) => !silent.includes(code));
    const steps: readonly (readonly [() => Promise<void>, readonly string[]])[] = [
      [async () => undefined, []],
      [() => consent(rest.slice(0, 5)), rest.slice(0, 5)],
      [() => consent(rest.slice(5)), rest],
      [() => takeBack(rest.slice(0, 9)), rest.slice(9)],
    ];
    for (const [at, [step, shown]] of steps.entries()) {
      await step();
      const file = out(`共有-${at}.docx`);
      expect((await asked({ rest: ['会議資料'], shared: true, out: file })).ok).toBe(true);
      const text = textOf(file);
      const seen = codes.filter((code) => text.includes(code) || text.includes(names.get(code) ?? ''));
      expect(seen).toEqual(shown);
      expect(text).toContain(`承諾のない${codes.length - shown.length}団体を除く`);
      for (const figure of [PART, WHOLE])
        for (const written of [String(figure), figure.toLocaleString('ja-JP')]) expect(text).not.toContain(written);
    }
  });
});

describe('議事録 by the operator', () => {
  it('of a meeting without minutes is none, whatever the day', async () => {
    const file = out('議事録なし.docx');
    const { text } = await asked({ rest: ['議事録'], day: '2026-11-03', out: file });
    expect(text).not.toContain('書き出しました');
    expect(existsSync(file)).toBe(false);
  });

  it('is of the meeting of a day, with its decisions', async () => {
    const all = (await house.service.store.meetings.list(PROGRAMME)).map(({ value }) => value);
    const meeting = all.find(({ kind, day }) => kind === 'progress' && day < '2026-11-24');
    if (!meeting) throw new Error('no 進捗状況確認会議 that is over');
    await house.secretariat().ask('record-minutes', { meeting: meeting.id, decisions: '様式を統一する' });
    const file = out('議事録.docx');
    expect((await asked({ rest: ['議事録'], day: meeting.day, out: file })).text).toContain('書き出しました');
    expect(textOf(file)).toContain('様式を統一する');
    const again = await asked({ rest: ['議事録'], day: meeting.day, out: file });
    expect(again.ok).toBe(false);
    expect(again.text).toContain('上書きしません');
  });

  it('has no sharing version', async () => {
    const { ok, text } = await asked({ rest: ['議事録'], shared: true, out: out('共有.docx') });
    expect(ok).toBe(false);
    expect(text).toContain('共有用の版はありません');
  });
});
