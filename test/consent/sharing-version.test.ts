import { CONSENTS, type Consent, withConsentAnswer, withWithdrawal } from '../../programme/consent/consent.ts';
import { APPROVALS } from '../../programme/consent/material-approval.ts';
import { dayOf } from '../../programme/day.ts';
import { FILINGS, withDecision } from '../../programme/filing.ts';
import { municipal } from '../../storage/collections.ts';
import { type ChatHouse, onBothChats } from '../on-both-chats.ts';
import { by } from './planted.ts';

const NOW = '2026-11-24T02:00:00.000Z';

async function each(
  { service: { store }, content }: ChatHouse,
  next: (consent: Consent, at: number) => Consent,
): Promise<void> {
  for (const [at, { code }] of content.municipalities.entries())
    for (const { value, etag } of await store.consents.list(municipal(code), CONSENTS)) {
      const after = next(value, at);
      if (after !== value) await store.consents.put(after, etag);
    }
}

onBothChats({}, (house) => {
  it('is made of records, asked of all with one tap, and shows who consented, with the others counted', async () => {
    const office = house.secretariat();
    const officer = house.officer();
    const made = await office.say('共有版');
    expect(made.words).toMatch(/25団体分を、今の記録から作りました（前から変わったのは25団体）/);
    expect((await office.say('共有版')).words).toContain('前から変わったのは0団体');
    expect((await officer.say('共有資料')).words).toContain('ご覧いただける共有資料はありません');
    await office.say('共有版');
    expect((await office.press('承諾を依頼（支援対象の市町村）')).words).toMatch(/25団体に依頼しました/);
    await office.say('共有版');
    expect((await office.press('承諾を依頼（支援対象の市町村）')).words).toMatch(
      /0団体に依頼しました[\s\S]*25団体は、依頼済み/,
    );
    const { store } = house.service;
    const approvals = await store.materialApprovals.list(FILINGS, APPROVALS);
    expect(approvals).toHaveLength(1);
    const codes = house.content.municipalities.filter(({ supported }) => supported).map(({ code }) => code);
    const silent = codes.slice(-3);
    await each(house, (consent) =>
      silent.includes(consent.municipality)
        ? consent
        : withConsentAnswer(consent, { verdict: 'approve' }, by('consenter', NOW, consent.id), dayOf(new Date(NOW))),
    );
    expect((await officer.say('共有資料')).words).toContain('ご覧いただける共有資料はありません');
    const [approval] = approvals;
    if (!approval) throw new Error('nothing was handed in');
    const decided = withDecision(approval.value, { version: 1, verdict: 'approve' }, by('prefecture', NOW));
    await store.materialApprovals.put(decided, approval.etag);
    expect((await officer.say('共有資料')).words).toMatch(/共有版[\s\S]*22団体/);
    const shown = await officer.ask('show-shared', { meeting: (await parts(house))[0]?.of });
    expect(shown.words).toContain('22団体分です（承諾のない3団体を除く）');
    expect(shown.words).toMatch(/動いた項目 \d+件（25団体）/);
    const observer = house.person('observer-202011@city.example.jp');
    expect((await observer.say('共有資料')).words).toContain('ご覧いただける共有資料はありません');
  });

  it('leaves out a sum that would give away the one or two that did not consent', async () => {
    const officer = house.officer();
    const meeting = (await parts(house))[0]?.of;
    const codes = house.content.municipalities.filter(({ supported }) => supported).map(({ code }) => code);
    const [, , last = ''] = codes.slice(-3);
    await each(house, (consent) =>
      codes.slice(-3, -1).includes(consent.municipality)
        ? withConsentAnswer(consent, { verdict: 'approve' }, by('consenter', NOW, consent.id), dayOf(new Date(NOW)))
        : consent,
    );
    const shown = await officer.ask('show-shared', { meeting });
    expect(shown.words).toContain('24団体分です（承諾のない1団体を除く）');
    expect(shown.words).toMatch(/動いた項目 \d+件（24団体）/);
    const name = house.content.municipalities.find(({ code }) => code === last)?.name ?? '';
    expect(shown.words).not.toContain(name);
    await each(house, (consent) =>
      codes.indexOf(consent.municipality) >= 2
        ? withWithdrawal(consent, by('consenter', '2026-11-24T03:00:00.000Z', consent.id), '2026-11-24')
        : consent,
    );
    const few = await officer.ask('show-shared', { meeting });
    expect(few.words).toContain('2団体分です（承諾のない23団体を除く）');
    expect(few.words).toMatch(/動いた項目 \d+件（25団体）/);
  });

  it('holds no names, no notes and no problems', async () => {
    const names = house.content.members.map(({ name }) => name);
    for (const part of await parts(house)) {
      const text = JSON.stringify(part.versions);
      expect(names.filter((name) => text.includes(name))).toEqual([]);
      expect(text).not.toMatch(/困|相談|備考/);
    }
  });
});

const parts = async ({ service: { store }, content }: ChatHouse) =>
  (await Promise.all(content.municipalities.map(({ code }) => store.materials.list(municipal(code)))))
    .flat()
    .map(({ value }) => value)
    .filter((value) => value?.sort === 'part');
