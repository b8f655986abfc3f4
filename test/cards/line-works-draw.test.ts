import { draw, plainText, requestsOf } from '../../bot/channels/line-works/draw.ts';
import { PostbackTooLong, postbackOf, pressedOf } from '../../bot/channels/line-works/pressed.ts';
import { type Ask, buttons, type Card, list, text } from '../../cards/card.ts';
import { samples } from '../../cards/samples.ts';
import { actions, contents, labels, one, replies, sampleOf, show, shown } from './line-works-drawn.ts';
import { faultsOf, type Json } from './line-works-limits.ts';

function asksOf({ body }: Card): { ask: Ask; label: string; opens: boolean }[] {
  const press = (label: string, ask: Ask, opens = false) => ({ ask, label, opens });
  return body.flatMap((node) => {
    if (node.kind === 'buttons') return node.buttons.map((one) => press(one.label, one.ask));
    if (node.kind === 'list') return node.rows.flatMap((row) => (row.ask ? [press(row.title, row.ask)] : []));
    if (node.kind === 'meter') return node.ask ? [press(node.label, node.ask)] : [];
    return node.kind === 'form' ? [press(node.opensBy ?? node.submit, node.ask, true)] : [];
  });
}

describe.each(Object.entries(samples))('%s', (_name, sample) => {
  const made = sample();
  const drawn = draw(made);

  it('is within what LINE WORKS takes', () => {
    expect(contents(drawn).flatMap((content) => faultsOf(content as unknown as Json))).toEqual([]);
  });

  it('is at most a bubble and its buttons, or one message for each ten buttons; a picture stands between two', () => {
    const files = made.body.filter(({ kind }) => kind === 'file').length;
    const pictures = made.body.filter(({ kind }) => kind === 'image').length;
    const most = Math.max(2, Math.ceil(asksOf(made).length / 10)) + 2 * pictures;
    expect(drawn.length - files).toBeLessThanOrEqual(most);
    expect(requestsOf(draw(made))).toBe(drawn.length + 2 * (files + pictures));
  });

  it('offers everything that can be pressed, and forms open', () => {
    const pressed = actions(drawn).map(({ postback }) => pressedOf(postback));
    for (const { ask, opens } of asksOf(made)) expect(pressed).toContainEqual(pressedOf(postbackOf(ask, opens)));
    expect(pressed.filter((one) => 'opens' in one)).toHaveLength(asksOf(made).filter(({ opens }) => opens).length);
  });

  it('lets the room read the whole label', () => {
    const said = actions(drawn).map(({ text: words }) => words);
    for (const { label } of asksOf(made)) expect(said.join('\n')).toContain(label);
    for (const action of actions(drawn)) if (action.label !== action.text) expect(action.label).toMatch(/…$/);
  });

  it('can be read as text alone', () => {
    const plain = plainText(made);
    expect(plain).toContain(made.title);
    const words = made.body.flatMap((node) => (node.kind === 'notice' ? [node.text] : []));
    for (const said of words) expect(plain).toContain(said);
  });
});

it('no button of the samples carries nearly what a button may carry', () => {
  const all = Object.values(samples).flatMap((sample) => [...actions(draw(sample())), ...replies(draw(sample()))]);
  expect(Math.max(...all.map(({ postback }) => postback.length))).toBeLessThan(500);
});

describe('the weekly card', () => {
  it.each(['check-in', 'check-in-actions'])('%s is one message that is answered by its first button', (name) => {
    const drawn = sampleOf(name);
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toMatchObject({ type: 'button_template', contentText: expect.stringContaining('77.4%') });
    expect(actions(drawn)[0]).toMatchObject({ label: '全て変更なし', text: '全て変更なし' });
    expect(pressedOf(actions(drawn)[0]?.postback ?? '')).toMatchObject({ ask: { command: 'carry-over' } });
    expect(actions(drawn)[1]).toMatchObject({ label: '変わったことを入力する' });
  });

  it('says what was not accepted', () =>
    expect(shown(sampleOf('check-in-again'))).toContain(
      '■ K0-03 DX基礎研修受講率: 修了者数は、対象職員数の 124 以下で入力してください。',
    ));
});

describe('buttons', () => {
  it('stand with their primary one in front, and danger at the end', () => {
    const drawn = draw(
      one(
        list([{ title: '行', ask: show('a') }]),
        buttons({ label: '消す', look: 'danger', ask: show('b') }, { label: '開く', ask: show('c') }),
        buttons({ label: '隣', ask: show('d') }, { label: '送る', look: 'primary', ask: show('e') }),
      ),
    );
    expect(labels(drawn)).toEqual(['送る', '隣', '行', '開く', '消す']);
  });

  it('go on in a further message after ten', () => {
    const many = Array.from({ length: 23 }, (_, at) => ({ label: `ボタン${at}`, ask: show(`${at}`) }));
    const drawn = draw(one(text('文'), buttons(...many)));
    expect(drawn.map((each) => ('actions' in each ? each.actions.length : 0))).toEqual([10, 10, 3]);
    expect(labels(drawn)).toEqual(many.map(({ label }) => label));
    expect(shown(drawn)).toContain('ほかの操作');
  });

  it('are at most twenty where rows are many, and the rest is reached by typing', () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({ title: `項目${at}`, ask: show(`${at}`) }));
    const drawn = draw(one(list(rows), buttons({ label: '戻る', ask: show('back') })));
    expect(labels(drawn)).toHaveLength(20);
    expect(labels(drawn)).toContain('戻る');
    expect(contents(drawn).at(-1)).toMatchObject({
      contentText: expect.stringContaining('ボタンのない11件は、名前を送ってください（例: 項目19）。'),
    });
    for (const { title } of rows) expect(shown(drawn)).toContain(title);
  });

  it('are numbered where they would look alike, in the text too', () => {
    const long = '自治体DX推進計画の策定に向けた庁内の合意形成';
    const drawn = draw(
      one(
        list([
          { title: `${long}（前半）`, ask: show('a') },
          { title: `${long}（後半）`, ask: show('b') },
        ]),
        buttons({ label: '送り直す', ask: show('c') }),
        list([{ title: '川上村' }]),
        buttons({ label: '送り直す', ask: show('d') }, { label: '見る', ask: show('e') }),
      ),
    );
    expect(labels(drawn).map((label) => label.slice(0, 4))).toEqual([
      '①自治体',
      '②自治体',
      '①送り直',
      '②送り直',
      '見る',
    ]);
    expect(actions(drawn)[1]?.text).toBe(`②${long}（後半）`);
    expect(shown(drawn)).toContain(`・②${long}（後半）`);
    expect(shown(drawn)).toContain('・川上村\n　→ ②送り直す\n　→ 見る');
  });

  it('that say and do the same are offered once', () =>
    expect(
      labels(draw(one(list([{ title: '状況', ask: show('a') }]), buttons({ label: '状況', ask: show('a') })))),
    ).toEqual(['状況']));

  it('are refused when they carry too much', () =>
    expect(() => draw(one(buttons({ label: '送る', ask: show('あ'.repeat(1000)) })))).toThrow(PostbackTooLong));
});
