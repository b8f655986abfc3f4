import { ask } from '../../programme/asks.ts';
import { channels } from '../../programme/channel.ts';
import { chatProducts } from '../service.ts';
import type { Outcome, Verb } from './verb.ts';

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

const where = chatProducts
  .filter(({ menu }) => menu !== undefined)
  .map(({ name }) => channels[name].called)
  .join('・');

export const menuVerb: Verb = {
  name: 'menu',
  usage: 'menu',
  help: `${where} のトーク画面の下に、よく使う4つのメニューを置きます。`,

  async run({ config, now }) {
    const having = chatProducts.flatMap((product) => (product.menu ? [{ product, menu: product.menu }] : []));
    const open = having.filter(({ product }) => product.isSetUp(config));
    if (open.length === 0) {
      const needed = having.map(({ menu }) => menu.needs).join('、');
      const sentence = `${needed} などの設定がないため、置けません。.env を確かめてください。`;
      return { ok: false, lines: [sentence], data: { set: false } };
    }
    try {
      for (const { menu } of open) await menu.place(config, menuActions, now);
      return placed();
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

function placed(): Outcome {
  const labels = menuActions.map(({ label }) => label);
  return { ok: true, lines: [`メニューを置きました: ${labels.join('、')}`], data: { set: true, labels } };
}
