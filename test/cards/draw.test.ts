import fc from 'fast-check';
import { CardTooLarge, draw, LARGEST_CARD } from '../../bot/channels/teams/draw.ts';
import { cardMessage } from '../../bot/channels/teams/message.ts';
import {
  type Button,
  buttons,
  type Card,
  card,
  type Field,
  facts,
  list,
  type Node,
  notice,
  text,
} from '../../cards/card.ts';
import { samplePicture } from '../../cards/sample-picture.ts';
import { samples } from '../../cards/samples.ts';
import { markdownTexts, ofType, withoutExtensions } from './drawn.ts';
import { markdownIn } from './markdown.ts';

/** The package's own entry cannot be loaded by Node. */
const { AdaptiveCard, SerializationContext, Versions } =
  require('adaptivecards/dist/adaptivecards.js') as typeof import('adaptivecards');

function faultsOf(drawn: unknown): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const made = new AdaptiveCard();
  made.parse(withoutExtensions(drawn), context);
  const parsed = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at)?.message ?? '');
  return [...parsed, ...made.validateProperties().validationEvents.map((event) => event.message)];
}

describe.each(Object.entries(samples))('%s', (_name, sample) => {
  const shown = sample();
  const drawn = draw(shown);

  it('is a valid card of version 1.5', () => {
    expect(drawn).toMatchObject({ type: 'AdaptiveCard', version: '1.5', msteams: { width: 'Full' } });
    expect(faultsOf(drawn)).toEqual([]);
  });

  it('fits in a message, in either encoding', () => {
    const json = JSON.stringify(drawn);
    expect(Buffer.byteLength(json, 'utf8')).toBeLessThanOrEqual(LARGEST_CARD);
    expect(Buffer.byteLength(json, 'utf16le')).toBeLessThan(80_000);
  });

  it('holds no Markdown and wraps every text', () => {
    expect(markdownTexts(drawn).flatMap(markdownIn)).toEqual([]);
    for (const block of ofType(drawn, 'TextBlock'))
      expect(block).toMatchObject({ wrap: true, text: expect.stringMatching(/./) });
  });

  it('labels every input and says what to do when it is not accepted', () => {
    for (const input of ofType(drawn, 'Input.'))
      expect(input).toMatchObject({
        id: expect.any(String),
        [input['type'] === 'Input.Toggle' ? 'title' : 'label']: expect.any(String),
        errorMessage: expect.stringMatching(/。$/),
      });
  });

  it('offers every press both ways, with the same data', () => {
    for (const action of ofType(drawn, 'Action.Execute')) {
      const data = action['data'];
      expect(data).toMatchObject({ bansou: 1, command: action['verb'], given: expect.any(Object) });
      expect(action['fallback']).toMatchObject({ type: 'Action.Submit', title: action['title'], data });
    }
    for (const set of ofType(drawn, 'ActionSet')) expect((set['actions'] as unknown[]).length).toBeLessThanOrEqual(6);
  });

  it('gives Teams’ own elements a fallback', () => {
    for (const chart of ofType(drawn, 'Chart.')) expect(chart['fallback']).toMatchObject({ type: 'Container' });
  });
});

it('the samples show every node and every field', () => {
  const nodes = Object.values(samples).flatMap((sample) => sample().body);
  const fields = nodes.flatMap((node) => (node.kind === 'form' ? node.parts.flatMap((part) => part.fields) : []));
  const kinds: Record<Node['kind'], true> = {
    ...{
      text: true,
      notice: true,
      changes: true,
      facts: true,
      meter: true,
      trend: true,
      table: true,
      list: true,
      buttons: true,
      replies: true,
      file: true,
      image: true,
      form: true,
    },
  };
  const types: Record<Field['type'], true> = {
    text: true,
    number: true,
    date: true,
    time: true,
    toggle: true,
    choice: true,
    search: true,
  };
  expect([...new Set(nodes.map((node) => node.kind))].sort()).toEqual(Object.keys(kinds).sort());
  expect([...new Set(fields.map((field) => field.type))].sort()).toEqual(Object.keys(types).sort());
});

describe('a picture', () => {
  const png = (bytes: number) => Buffer.concat([samplePicture.png, Buffer.alloc(bytes)]);
  const withPicture = (bytes: number) =>
    card('題', '要約', { ...samplePicture, png: png(bytes) }, text('あ'.repeat(2_000)));

  it('stands in the card with its words, and does not count as words', () => {
    const [image] = ofType(draw(withPicture(20_000)), 'Image');
    expect(image).toMatchObject({ altText: samplePicture.alt, size: 'Stretch' });
    expect(String(image?.['url'])).toMatch(/^data:image\/png;base64,iVBOR/);
  });

  it('that is too large for a message beside its card is refused; what is sent has its words instead', () => {
    const large = withPicture(30_000);
    expect(() => draw(large)).toThrow(CardTooLarge);
    const sent = JSON.stringify(cardMessage(large));
    expect(sent).toContain(samplePicture.alt);
    expect(sent).not.toContain('data:image');
  });
});

const one = (...body: Node[]): Card => card('題', '要約', ...body);
const field = (more: Partial<Field> & Pick<Field, 'type'>) =>
  ofType(
    draw(
      one({
        kind: 'form',
        submit: '送る',
        ask: { command: 'c', input: {} },
        parts: [{ intro: [], fields: [{ name: 'a.b', label: '件数', required: true, ...more } as Field] }],
      }),
    ),
    'Input.',
  )[0];

describe('buttons', () => {
  const ask = (command: string) => ({ command, input: { item: 'S1-3' } });
  const drawn = (...all: Button[]) => ofType(draw(one(buttons(...all))), 'ActionSet').flatMap((set) => set['actions']);

  it('highlights the first primary button only, and warns of danger', () => {
    const styles = drawn(
      { label: '閉じる', ask: ask('a') },
      { label: '送る', look: 'primary', ask: ask('b') },
      { label: '保存', look: 'primary', ask: ask('c') },
      { label: '消す', look: 'danger', ask: ask('d') },
    ).map((action) => (action as { style?: string }).style);
    expect(styles).toEqual([undefined, 'positive', undefined, 'destructive']);
  });

  it('carries its ask and no inputs', () =>
    expect(drawn({ label: '見る', ask: ask('show-item') })).toMatchObject([
      {
        verb: 'show-item',
        associatedInputs: 'none',
        data: { bansou: 1, command: 'show-item', given: { item: 'S1-3' } },
      },
    ]));

  it('keeps all of many buttons, in order', () => {
    const labels = Array.from({ length: 17 }, (_, at) => `ボタン${at}`);
    const titles = drawn(...labels.map((label) => ({ label, ask: ask('a') }))).map(
      (action) => (action as { title: string }).title,
    );
    expect(titles).toEqual(labels);
  });
});

describe('fields', () => {
  it('submits what was filled in', () => {
    const [, submit] = [field({ type: 'date' }), draw(samples['every-field']?.() ?? one())];
    expect(ofType(submit, 'Action.Execute').at(-1)).toMatchObject({ associatedInputs: 'auto', style: 'positive' });
  });

  it.each(['3', '1,200', '１，２００', '62.5', '６２．５％', '-3', '△3', ' 8 '])('takes the number %s', (value) =>
    expect(value).toMatch(new RegExp(String(field({ type: 'number' })?.['regex']))),
  );

  it.each(['', '三', '1.2.3', '3件', '12:30'])('does not take %s for a number', (value) =>
    expect(value).not.toMatch(new RegExp(String(field({ type: 'number' })?.['regex']))),
  );

  it('never draws Input.Number', () =>
    expect(field({ type: 'number' })).toMatchObject({ type: 'Input.Text', id: 'a.b' }));

  it('lets a required toggle be off', () =>
    expect(field({ type: 'toggle' })).toMatchObject({
      isRequired: false,
      value: 'false',
      valueOn: 'true',
      valueOff: 'false',
    }));

  it.each([
    [4, 'expanded'],
    [5, 'compact'],
    [15, 'compact'],
    [16, 'filtered'],
  ])('shows %d choices %s', (count, style) => {
    const choices = Array.from({ length: count }, (_, at) => ({ value: `${at}`, label: `選択肢${at}` }));
    expect(field({ type: 'choice', choices })).toMatchObject({ style });
  });
});

describe('figures', () => {
  const point = (label: string, value: number | undefined) => ({ label, value });
  const trend = (...points: { label: string; value: number | undefined }[]) =>
    draw(one({ kind: 'trend', label: '申請率', unit: '%', points, target: 80 }));

  it('draws a long trend as a line with bars to fall back on, a short one as bars', () => {
    const points = Array.from({ length: 9 }, (_, at) => point(`${at + 1}週`, at));
    const [chart] = ofType(trend(...points), 'Chart.Line');
    expect(chart).toMatchObject({ data: [{ values: points.map(({ label, value }) => ({ x: label, y: value })) }] });
    expect(chart?.['fallback']).toMatchObject({ type: 'Container' });
    expect(faultsOf(trend(...points))).toEqual([]);
    expect(ofType(trend(...points.slice(1)), 'Chart.')).toEqual([]);
  });

  it('shows a gap as not reported, and zero as zero', () => {
    const long = Array.from({ length: 9 }, (_, at) => point(`${at}週`, at));
    const drawn = trend(...long, point('9/2', 0), point('9/9', undefined), point('9/16', 41));
    expect(ofType(drawn, 'Chart.')).toEqual([]);
    const texts = ofType(drawn, 'TextBlock').map((block) => block['text']);
    expect(texts).toEqual(expect.arrayContaining(['0%', '― 未報告', '41%', '最新 41%（9/16）　目標 80%']));
  });

  it('gives every tone its own mark', () => {
    const tones = ['good', 'attention', 'bad', 'quiet', 'plain'] as const;
    const marks = tones.map((tone) => ofType(draw(one(notice(tone, '文'))), 'TextBlock')[1]?.['text']);
    expect(new Set(marks).size).toBe(tones.length);
  });

  it('draws only nothing as empty and only all as full', () => {
    const bar = (percent: number) =>
      ofType(draw(one({ kind: 'meter', label: 'a', percent, caption: '', tone: 'good' })), 'TextRun').map((run) =>
        String(run['text']),
      );
    expect(bar(0)).toEqual(['▁'.repeat(20)]);
    expect(bar(1).map((run) => run.length)).toEqual([1, 19]);
    expect(bar(99).map((run) => run.length)).toEqual([19, 1]);
    expect(bar(100)).toEqual(['▅'.repeat(20)]);
  });

  it('turns a table wider than a phone into blocks', () => {
    const table = { kind: 'table', head: ['a', 'b', 'c', 'd', 'e'], rows: [['1', '2', '3', '4', '5']] } as const;
    expect(ofType(draw(one(table)), 'Table')).toEqual([]);
  });
});

it('refuses a card that is too large instead of cutting it', () => {
  expect(() => draw(one(text('長'.repeat(LARGEST_CARD / 3))))).toThrow(CardTooLarge);
});

it('whatever people write stays text, wherever it is shown', () => {
  const piece = fc.constantFrom(
    '**',
    '_',
    '[a](https://e.jp)',
    '<at>山田</at>',
    '1. ',
    '- ',
    '\n',
    'あ',
    'A',
    '`',
    '~~',
    ' ',
    '&lt;',
  );
  const words = fc.array(piece, { minLength: 1, maxLength: 8 }).map((all) => all.join(''));
  fc.assert(
    fc.property(words, (said) => {
      const drawn = draw(
        card(said, said, text(said), notice('bad', said), facts([said, said]), list([{ title: said, detail: said }]), {
          kind: 'table',
          head: [said],
          rows: [[said]],
        }),
      );
      const texts = [...markdownTexts(drawn), String(drawn['fallbackText']), String(drawn['speak'])];
      expect(texts.flatMap(markdownIn)).toEqual([]);
    }),
  );
});
