import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createInbox } from '../../bot/channels/line-works/inbox.ts';
import { HOME } from '../../demo/programme.ts';
import type { ReceivedEvent } from '../../programme/received-event.ts';
import type { OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { kpiAt } from '../../storage/progress.ts';
import type { Collection } from '../../storage/store.ts';
import type { LineWorksUser } from '../fakes/line-works/line-works-user.ts';
import { type House, openHouse } from '../house.ts';

describe('events in hand', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bansou-inbox-'));
  let opened: OpenStore;
  let at = Date.parse('2026-11-24T10:00:00+09:00');
  const now = () => new Date(at);
  beforeAll(() => {
    opened = openEmbedded(join(folder, 'inbox.sqlite'));
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  it('what waits in a long line is not taken from oneself, and is asked for again before the work', async () => {
    const inbox = createInbox(opened.store.received, now, 1_000);
    const kept = await inbox.take('{"a":1}', now());
    at += 5_000;
    expect(await inbox.leftUndone(new Date(0))).toEqual([]);
    expect(await kept?.hold()).toBe(true);
    const other = createInbox(opened.store.received, now, 1_000);
    expect(await other.leftUndone(new Date(0))).toEqual([]);
    at += 5_000;
    const [taken] = await other.leftUndone(new Date(0));
    expect(taken?.isSecondTry).toBe(true);
    expect(await kept?.hold()).toBe(false);
    await taken?.done();
    kept?.letGo();
    expect(await inbox.leftUndone(new Date(0))).toEqual([]);
  });

  it('a write whose answer was lost is one’s own, and still done once', async () => {
    let lost = 1;
    const forgetful: Collection<ReceivedEvent> = {
      ...opened.store.received,
      async put(...args) {
        const result = await opened.store.received.put(...args);
        if (lost-- > 0) throw new Error('no answer');
        return result;
      },
    };
    const inbox = createInbox(forgetful, now);
    await expect(inbox.take('{"b":1}', now())).rejects.toThrow('no answer');
    const kept = await inbox.take('{"b":1}', now());
    expect(kept).toBeDefined();
    expect(await inbox.take('{"b":1}', now())).toBeUndefined();
    await kept?.done();
    expect(await inbox.take('{"b":1}', now())).toBeUndefined();
  });
});

describe('nothing is recorded that was not said', () => {
  let house: House;
  let hanako: LineWorksUser;
  let week = 0;
  beforeAll(async () => {
    house = await openHouse({ lineWorks: true });
  });
  beforeEach(() => {
    week++;
    house.at(new Date(Date.parse('2026-11-30T10:00:00+09:00') + week * 7 * 86_400_000).toISOString());
    hanako = house.on('line-works').officer() as LineWorksUser;
  });
  afterAll(() => house.close());
  const last = async (id: string) =>
    (await house.service.store.kpis.get(kpiAt(HOME, 2026, id).partition, kpiAt(HOME, 2026, id).id))?.value.entries.at(
      -1,
    );

  it('an answer left over from a crash is no answer to a later question', async () => {
    const moment = Date.parse('2026-11-30T10:00:00+09:00') + week * 7 * 86_400_000;
    await hanako.say('KPI報告 K0-03');
    const source = { userId: hanako.account.userId, domainId: house.lineWorks?.world.domainId };
    const issuedTime = new Date(moment + 1_000).toISOString();
    const body = JSON.stringify({ type: 'message', source, issuedTime, content: { type: 'text', text: '31' } });
    const id = `${issuedTime.replace(/[-:.]/g, '')}-left`;
    const leaseUntil = new Date(moment + 2_000).toISOString();
    const left: ReceivedEvent = {
      id,
      channel: 'line-works',
      state: 'working',
      body,
      owner: 'gone',
      leaseUntil,
      attempts: 1,
    };
    await pause(1_100);
    await hanako.say('30');
    await house.service.store.received.put(left, 'absent');
    house.at(new Date(moment + 60_000).toISOString());
    await house.restart();
    await pause(300);
    await house.service.idle();
    const [open] = await house.service.store.interviews.list('_interviews');
    expect(open?.value.values).toEqual({ numerator: '30' });
    await hanako.press('やめる');
  });

  it('the last word about a row counts, and is what the list shows', async () => {
    await hanako.say('週次報告');
    await hanako.press('変わったことを入力する');
    await hanako.say('K0-03 27/40');
    await hanako.say('K0-03');
    const same = await hanako.press('前回と同じ');
    expect(same.words).toMatch(/K0-03 .* → 前回と同じ/);
    const value = await hanako.say('K0-03 31/40');
    expect(value.words).toMatch(/K0-03 .* → 31\/40/);
    expect((await hanako.say('戻る')).words).toMatch(/K0-03 .* → 31\/40/);
    await hanako.say('K0-03');
    await hanako.press('前回と同じ');
    await hanako.press('ここまでで送る');
    expect(await last('K0-03')).toMatchObject({ kind: 'unchanged' });
  });

  it('a rate is no count of people', async () => {
    await hanako.say('KPI報告 K0-03');
    expect((await hanako.say('28%')).words).toContain('割合ではなく');
    expect((await hanako.say('3割')).words).toContain('割合ではなく');
    await hanako.press('やめる');
  });

  it('a fault of ours loses no answer', async () => {
    await hanako.say('KPI報告 K0-03');
    await hanako.say('32');
    await hanako.press('そのまま');
    const { kpis } = house.service.store;
    const get = jest.spyOn(kpis, 'get').mockRejectedValue(new Error('gone'));
    expect((await hanako.press('スキップ')).words).toContain('もう一度お試しください');
    get.mockRestore();
    const receipt = await hanako.say('スキップ');
    expect(receipt.words).toContain('受け付けました');
    expect(await last('K0-03')).toMatchObject({ numerator: 32 });
  });

  it('what is ended by something new is said to be', async () => {
    await hanako.say('KPI報告 K0-03');
    const other = await hanako.say('相談');
    expect(other.words).toContain('K0-03 DX基礎研修受講率の入力は取りやめました');
    await hanako.press('やめる');
  });
});
