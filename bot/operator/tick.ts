import { clockOf } from '../outbox/clock.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { openChannels, outboxParts } from '../service.ts';
import { noteIn } from '../upkeep/note-upkeep.ts';
import { notImported, type Verb, withStore } from './verb.ts';

export const tickVerb: Verb = {
  name: 'tick',
  usage: 'tick [--now 日時]',
  help: '今（または指定した日時に）送るべきものを計画して送り、終わります。',

  async run({ config, now, log }) {
    const started = performance.now();
    const clock = () => new Date(now.getTime() + performance.now() - started);
    return withStore(config, async (store) => {
      const channels = openChannels(config, log, clock);
      // Beside a running service it is as safe as a second instance, and need not wait for its lease.
      const outbox = createOutbox({ ...outboxParts(store, channels, clockOf(clock), log), lease: false });
      const { planned, relayed } = await outbox.tick();
      await outbox.idle();
      if (planned) await noteIn(store, { id: 'tick', at: clock().toISOString() });
      const { sent = 0, failed = 0, unknown = 0, withdrawn = 0 } = outbox.outcomes();
      if (!planned) return { ok: false, lines: [notImported], data: { planned: false } };
      const lines = [
        `計画: 新規 ${planned.created}件、変更 ${planned.changed}件、取りやめ ${planned.withdrawn}件、不明 ${planned.unknown}件`,
        `送信: 送信済み ${sent}件、失敗 ${failed}件、不明 ${unknown}件、取りやめ ${withdrawn}件`,
      ];
      if (failed + unknown + planned.unknown > 0) lines.push('理由は npm run bansou -- deliveries で見られます。');
      return { ok: true, lines, data: { planned, sent, failed, unknown, withdrawn, relayed } };
    });
  },
};
