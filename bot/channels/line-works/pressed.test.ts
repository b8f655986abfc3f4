import { postbackOf, postbackSaying, pressedOf } from './pressed.ts';

it('carries an ask there and back, without what is not filled in', () => {
  const ask = { command: 'report-kpi', input: { kpi: 'K0-03', note: undefined, answers: { 'K0-03': { seen: 2 } } } };
  expect(pressedOf(postbackOf(ask))).toEqual({
    kind: 'pressed',
    ask: { command: 'report-kpi', input: { kpi: 'K0-03', answers: { 'K0-03': { seen: 2 } } } },
  });
  expect(pressedOf(postbackOf(ask, true))).toMatchObject({ opens: true });
});

it('carries words to be said', () =>
  expect(pressedOf(postbackSaying('前回と同じ'))).toEqual({ kind: 'said', text: '前回と同じ' }));

it.each(['start', '', '{', '[]', '{"c":3}', '{"c":""}', 'null'])('%p is an unknown command', (postback) =>
  expect(pressedOf(postback)).toEqual({ kind: 'pressed', ask: { command: '', input: {} } }),
);

it('reaches no prototype', () => {
  const { ask } = pressedOf('{"c":"help","i":{"__proto__":{"x":1},"a":{"constructor":1,"b":2}}}') as { ask: object };
  expect(JSON.stringify(ask)).toBe('{"command":"help","input":{"a":{"b":2}}}');
});

it('refuses to cut what is too long', () =>
  expect(() => postbackOf({ command: 'x', input: { text: 'あ'.repeat(1000) } })).toThrow('1000'));
