import { judge, type Marked, newMark, RING, settleWrite } from './cosmos-marks.ts';
import type { Etag } from './store.ts';

const was = '"1"' as Etag;
const found = (etag: string, ...marks: string[]): Marked => ({ etag: etag as Etag, marks });
const CHANGED = { outcome: 'changed-meanwhile' };

describe('what the marks of a document say about a write whose reply was lost', () => {
  const write = { mark: 'own', was };

  it('in front: it was applied and is still the newest', () => {
    expect(judge(write, found('"2"', 'own', 'old'), false)).toEqual({ outcome: 'written', etag: '"2"' });
  });

  it.each([1, RING - 1])('at position %i: it was applied, and its etag is no longer the current one', (position) => {
    const marks = [...Array.from({ length: position }, newMark), 'own'];
    const put = judge(write, found('"3"', ...marks), true);
    expect(put).toEqual({ outcome: 'written', etag: expect.stringContaining('superseded') });
    expect(put).not.toHaveProperty('etag', '"3"');
  });

  it('nowhere, on the version that was read: it may be sent again', () => {
    expect(judge(write, found('"1"', 'old'), false)).toBeUndefined();
    expect(judge({ mark: 'own', was: 'absent' }, undefined, false)).toBeUndefined();
  });

  it('nowhere, on another version or after a refusal: someone was faster', () => {
    expect(judge(write, found('"2"', 'old'), false)).toEqual(CHANGED);
    expect(judge(write, found('"1"', 'old'), true)).toEqual(CHANGED);
    expect(judge(write, undefined, false)).toEqual(CHANGED);
    expect(judge({ mark: 'own', was: 'absent' }, found('"1"', 'other'), false)).toEqual(CHANGED);
  });
});

describe('settling a write', () => {
  const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  const status = (code: number) => Object.assign(new Error(String(code)), { code });

  it('sends the original condition again when nothing was applied', async () => {
    let sent = 0;
    const send = async () => {
      if (++sent < 3) throw reset;
      return '"2"' as Etag;
    };
    const put = await settleWrite({ mark: 'own', was, send, look: async () => found('"1"', 'old') });
    expect([sent, put]).toEqual([3, { outcome: 'written', etag: '"2"' }]);
  });

  it('gives up without claiming a failure once an earlier attempt is in doubt', async () => {
    const answers = [reset, status(403)];
    const send = async () => Promise.reject(answers.shift());
    expect(await settleWrite({ mark: 'own', was, send, look: async () => found('"1"') })).toBeUndefined();
  });

  it('decides a refusal after a lost reply by the marks', async () => {
    const answers = [reset, status(412)];
    const looks = [Promise.reject(reset), Promise.resolve(found('"2"', 'own'))];
    const send = async () => Promise.reject(answers.shift());
    const look = () => looks.shift() ?? Promise.resolve(undefined);
    expect(await settleWrite({ mark: 'own', was, send, look })).toEqual({ outcome: 'written', etag: '"2"' });
  });

  it('throws a certain failure of the first attempt', async () => {
    const send = async () => Promise.reject(status(413));
    await expect(settleWrite({ mark: 'own', was, send, look: async () => undefined })).rejects.toThrow('413');
  });
});
