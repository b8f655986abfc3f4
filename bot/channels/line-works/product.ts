import pino from 'pino';
import type { ChatProduct } from '../channel.ts';
import { createApi } from './api.ts';
import { lineWorksFindings } from './check.ts';
import { openLineWorks } from './open-line-works.ts';
import { postbackOf } from './pressed.ts';
import { closedChannel, createChannel } from './send.ts';
import { type LineWorksSettings, lineWorksConfig } from './settings.ts';

export const lineWorks: ChatProduct<LineWorksSettings> = {
  name: 'line-works',
  isSetUp: ({ LINE_WORKS_BOT_ID }) => LINE_WORKS_BOT_ID !== undefined,
  // A callback that is not kept is lost: here the line is what is kept.
  crowded: 'kept',
  open: (settings, handle, { log, now, received, enter, excuse }) =>
    openLineWorks(lineWorksConfig(settings), handle, { log, now, received, enter, excuse }),
  sender(settings, { log, now }) {
    const config = lineWorksConfig(settings);
    return config ? createChannel(createApi(config, { log, now }), { log }) : closedChannel;
  },
  check: lineWorksFindings,
  clock: ({ LINE_WORKS_AUTH_URL }) => LINE_WORKS_AUTH_URL,
  menu: {
    needs: 'LINE_WORKS_BOT_ID',
    async place(settings, lines, now) {
      const config = lineWorksConfig(settings);
      if (!config) return;
      const api = createApi(config, { log: pino({ level: 'silent' }), now: () => now });
      await api.setMenu(lines.map(({ label, ask }) => ({ label, text: label, postback: postbackOf(ask) })));
    },
  },
};
