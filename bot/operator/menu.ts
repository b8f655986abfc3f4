import pino from 'pino';
import { ask } from '../../programme/asks.ts';
import { createApi } from '../channels/line-works/api.ts';
import { postbackOf } from '../channels/line-works/pressed.ts';
import { lineWorksConfig } from '../service.ts';
import type { Verb } from './verb.ts';

/**
 * One menu serves everybody: only what no role that works with the bot is refused. What one has to do now comes first,
 * because help begins with it.
 */
export const menuActions = [
  { label: '今すること', ask: ask('help') },
  { label: '状況', ask: ask('show-status') },
  { label: '会議', ask: ask('show-meetings') },
  { label: '設定', ask: ask('settings') },
] as const;

export const menuVerb: Verb = {
  name: 'menu',
  usage: 'menu',
  help: 'LINE WORKS のトーク画面の下に、よく使う4つのメニューを置きます。',

  async run({ config, now }) {
    const lineWorks = lineWorksConfig(config);
    if (!lineWorks) {
      const sentence = 'LINE_WORKS_BOT_ID などの設定がないため、置けません。.env を確かめてください。';
      return { ok: false, lines: [sentence], data: { set: false } };
    }
    const labels = menuActions.map(({ label }) => label);
    try {
      const api = createApi(lineWorks, { log: pino({ level: 'silent' }), now: () => now });
      await api.setMenu(
        menuActions.map(({ label, ask: asked }) => ({ label, text: label, postback: postbackOf(asked) })),
      );
      return { ok: true, lines: [`メニューを置きました: ${labels.join('、')}`], data: { set: true, labels } };
    } catch (error) {
      const reason = error instanceof Error ? error.message : '不明';
      return {
        ok: false,
        lines: [`メニューを置けませんでした（${reason}）。npm run bansou -- check で設定を確かめてください。`],
        data: { set: false, reason },
      };
    }
  },
};
