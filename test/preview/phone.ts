import type { Browser, Page } from 'playwright-core';
import { draw } from '../../bot/channels/line-works/draw.ts';
import { isUpload, type Outgoing } from '../../bot/channels/line-works/message.ts';
import { startFakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import { startPhonePages } from '../fakes/line-works/phone-page.ts';
import { ALL_IMAGES, type Theme } from './page.ts';
import { PHONE, sampleOf } from './picture.ts';

/** What a closing bracket at the end of a line may hang over, in pixels. */
const HANGING = 8;
/** When the messages of the pictures were sent. */
const SENT = '2024-11-06T01:00:00Z';

/** Shows samples as messages on the phone page of the fake LINE WORKS. */
export async function openPhoneCards(browser: Browser) {
  const works = await startFakeLineWorks();
  const pages = await startPhonePages(works);
  const person = works.person({ name: '山田 花子', email: 'hanako@town.example.jp' });
  const page = await browser.newPage({ deviceScaleFactor: 2, locale: 'ja-JP' });
  await page.goto(pages.of(person.account));
  await page.waitForSelector('.begin');
  await page.evaluate(FRAME);
  return {
    page,
    show: (name: string, theme: Theme) => show(page, name, theme, works.storage.keep),
    stop: () => Promise.all([pages.stop(), works.stop()]),
  };
}

async function show(page: Page, name: string, theme: Theme, keep: Keep): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width: PHONE, height: 100 });
  const messages = draw(sampleOf(name)).map((outgoing) => ({
    from: { kind: 'bot' },
    at: SENT,
    ...shown(outgoing, keep),
  }));
  const cut = await page.evaluate<string[]>(`show(${JSON.stringify(messages)})`);
  await page.evaluate(ALL_IMAGES);
  for (const words of cut) console.error(`${name} (LINE WORKS): はみ出しています「${words}」`);
}

type Keep = (name: string, bytes: Uint8Array) => string;

function shown(outgoing: Outgoing, keep: Keep) {
  if (!isUpload(outgoing)) return { content: outgoing };
  if (outgoing.kind === 'image') return { content: { type: 'image', fileId: keep(outgoing.name, outgoing.bytes) } };
  return { content: { type: 'file', fileId: 'sample' }, fileName: outgoing.name };
}

/** The room alone, as high as it is; the page's own drawing of messages. */
const FRAME = `(async () => {
  const { drawMessage } = await import('/phone/assets/draw.js');
  const { makeButton } = await import('/phone/assets/pieces.js');
  for (const part of document.querySelectorAll('header, footer')) part.hidden = true;
  for (const part of document.querySelectorAll('header, footer')) part.style.display = 'none';
  document.body.style.height = 'auto';
  const [room, quick] = ['messages', 'quick'].map((id) => document.getElementById(id));
  window.show = (messages) => {
    room.replaceChildren(...messages.map((each) => drawMessage(each, { names: () => '伴走ボット', press() {} })));
    const offered = messages.at(-1)?.content.quickReply?.items ?? [];
    quick.hidden = offered.length === 0;
    quick.style.flexWrap = 'wrap';
    quick.replaceChildren(...offered.map(({ action }) => makeButton(action, () => {})));
    return [...room.querySelectorAll('.card, .bubble, .button, .flex *')]
      .filter((box) => box.scrollWidth > box.clientWidth + ${HANGING} || box.getBoundingClientRect().right > innerWidth)
      .map((box) => box.textContent);
  };
})()`;
