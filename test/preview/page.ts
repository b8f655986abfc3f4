import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

export type Theme = 'light' | 'dark';

/** Teams' colours: behind the chat, and the card on it. */
export const COLOURS = {
  light: {
    chat: '#f5f5f5',
    card: '#ffffff',
    line: '#d1d1d1',
    field: '#ffffff',
    button: '#ffffff',
    words: '#242424',
    brand: '#5b5fc7',
    danger: '#c4314b',
  },
  dark: {
    chat: '#1f1f1f',
    card: '#292929',
    line: '#525252',
    field: '#1f1f1f',
    button: '#333333',
    words: '#ffffff',
    brand: '#4f52b2',
    danger: '#a4262c',
  },
} as const;

const FONT = "'Segoe UI', 'Noto Sans CJK JP', 'IPAexGothic', sans-serif";

export function rendererScript(): string {
  return readFileSync(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
}

/** Teams' host configuration, with the labels of inputs that the designer's copy leaves out. */
export function hostConfig(theme: Theme): Record<string, unknown> {
  const folder = dirname(require.resolve('adaptivecards-designer/package.json'));
  const read = JSON.parse(readFileSync(join(folder, `lib/hostConfigs/microsoft-teams-${theme}.json`), 'utf8'));
  const label = { size: 'Default', color: 'Default' };
  return {
    ...read,
    separator: { lineThickness: 1, lineColor: COLOURS[theme].line },
    fontTypes: { ...read.fontTypes, default: { ...read.fontTypes.default, fontFamily: FONT } },
    inputs: {
      label: {
        inputSpacing: 'Small',
        requiredInputs: { ...label, suffix: ' *', suffixColor: 'Attention' },
        optionalInputs: label,
      },
      errorMessage: { size: 'Small', color: 'Attention', spacing: 'Small' },
    },
  };
}

export function styles(theme: Theme, width: number): string {
  const colour = COLOURS[theme];
  return `
    body { margin: 0; background: ${colour.chat}; color-scheme: ${theme}; font-family: ${FONT}; width: ${width}px; }
    #card { margin: 12px; background: ${colour.card}; border: 1px solid ${colour.line}; border-radius: 6px; }
    #card > .ac-adaptiveCard { background: none !important; }
    .ac-textBlock p { margin: 0 0 8px; } .ac-textBlock p:last-child { margin: 0; }
    .ac-input:not(.ac-toggleInput):not(.ac-choiceSetInput-expanded) { box-sizing: border-box; width: 100%; min-height: 32px;
      padding: 5px 10px; font: 14px ${FONT}; color: ${colour.words}; background: ${colour.field};
      border: 1px solid ${colour.line}; border-radius: 4px; }
    .ac-choiceSetInput-expanded > div, .ac-toggleInput { min-height: 32px; }
    textarea.ac-input { min-height: 80px !important; }
    .ac-pushButton { min-height: 32px; padding: 5px 12px; font: 600 14px ${FONT}; color: ${colour.words};
      background: ${colour.button}; border: 1px solid ${colour.line}; border-radius: 4px; }
    .ac-pushButton.style-positive { color: #fff; background: ${colour.brand}; border-color: ${colour.brand}; }
    .ac-pushButton.style-destructive { color: #fff; background: ${colour.danger}; border-color: ${colour.danger}; }`;
}

/** Runs in the browser: done when each picture is there to be seen. The phone page forbids polling, which needs `eval`. */
export const ALL_IMAGES = 'Promise.all([...document.images].map((image) => image.decode())).then(() => undefined)';

/**
 * Runs in the browser, where `AdaptiveCards` is. Cards hold no Markdown on purpose: a blank line parts paragraphs, and
 * that is all. Answers what the renderer finds wrong.
 */
export const SHOW = `
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const box = document.createElement('p');
    box.textContent = text;
    result.outputHtml = box.innerHTML.split('\\n\\n').map((part) => '<p>' + part + '</p>').join('');
    result.didProcess = true;
  };
  function show(card, config, style) {
    const made = new AdaptiveCards.AdaptiveCard();
    made.hostConfig = new AdaptiveCards.HostConfig(config);
    made.parse(card);
    document.getElementById('style').textContent = style;
    document.body.innerHTML = '<div id="card"></div>';
    document.getElementById('card').appendChild(made.render());
    return made.validateProperties().validationEvents.map((event) => event.message);
  }
  /** Words that do not fit in their box; the empty half of a closing bracket may hang over. */
  function cut() {
    return [...document.querySelectorAll('.ac-textBlock, .ac-richTextBlock, .ac-pushButton')]
      .filter((box) => box.scrollWidth > box.clientWidth + 8 || box.getBoundingClientRect().right > innerWidth)
      .map((box) => box.textContent);
  }`;

export function sheet(pictures: readonly { name: string; png: Buffer }[], width: number, theme: Theme): string {
  const figures = pictures.map(
    ({ name, png }) =>
      `<figure><figcaption>${name}</figcaption><img width="${width / 2}" src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  );
  return `<!doctype html><style>
    body { margin: 16px; background: ${COLOURS[theme].chat}; color: ${COLOURS[theme].words}; font: 14px ${FONT}; columns: ${width / 2}px; }
    figure { margin: 0 0 16px; break-inside: avoid; } figcaption { margin-left: 8px; }</style>${figures.join('')}`;
}
