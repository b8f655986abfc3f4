import type { Calls } from './calls.ts';
import type { LineWorksConfig } from './config.ts';
import { NotSendable, Refused } from './failure.ts';

/** What a line of the menu says for the person; `postback` where pressing is more than saying it. */
type MenuAction = { readonly label: string; readonly text?: string; readonly postback?: string };

const MOST_ACTIONS = 4;
const LONGEST_LABEL = 20;

export type SetMenu = (actions: readonly MenuAction[]) => Promise<void>;

const pathOf = ({ botId }: LineWorksConfig): string => `/bots/${encodeURIComponent(botId)}/persistentmenu`;

/** Whether a menu is there. @throws what `Calls` throws */
export function createHasMenu(config: LineWorksConfig, { call }: Calls): () => Promise<boolean> {
  return async () => {
    try {
      await call({ api: 'menu', method: 'GET', path: pathOf(config) });
      return true;
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return false;
      throw error;
    }
  };
}

/** Puts the menu at the bottom of every chat with the bot, in place of an earlier one. @throws NotSendable and what `Calls` throws */
export function createSetMenu(config: LineWorksConfig, { call }: Calls): SetMenu {
  const path = pathOf(config);
  return async (actions) => {
    const tooLong = actions.some(({ label }) => label.length > LONGEST_LABEL);
    if (actions.length === 0 || actions.length > MOST_ACTIONS || tooLong) {
      throw new NotSendable(`a menu has 1 to ${MOST_ACTIONS} lines of ${LONGEST_LABEL} characters`);
    }
    const lines = actions.map(({ label, text = label, postback }) => ({
      type: 'message',
      label,
      text,
      ...(postback !== undefined && { postback }),
    }));
    const put = () => call({ api: 'menu', method: 'POST', path, body: { content: { actions: lines } } });
    try {
      await put();
    } catch (error) {
      if (!(error instanceof Refused && error.status === 409)) throw error;
      await call({ api: 'menu', method: 'DELETE', path });
      await put();
    }
  };
}
