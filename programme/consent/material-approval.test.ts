import { filingState, withDecision } from '../filing.ts';
import {
  approvalStanding,
  approvedScope,
  type MaterialApproval,
  withApprovalWithdrawn,
  withHandedIn,
} from './material-approval.ts';
import type { SharingScope } from './scope.ts';

let messages = 0;
const from = () => ({ by: 'x', at: '2026-12-01T01:00:00.000Z', via: 'teams', ask: `message-${++messages}` });
const content = (scope: SharingScope, version = 'v-1') => ({
  ...{ municipality: '203033', material: 'material-case-1', version, scope },
});
const handed = (scope: SharingScope = 'supported', known?: MaterialApproval, version = 'v-1') =>
  withHandedIn(known, content(scope, version), from());
const decided = (filing: MaterialApproval, verdict: 'approve' | 'conditional' | 'refuse' = 'approve') =>
  withDecision(filing, { version: filing.versions.length, verdict }, from());

describe('the prefecture’s 承諾 of a material', () => {
  it('is handed in when it is asked for, and stands once it was decided', () => {
    expect(handed().id).toBe('approval-material-case-1');
    expect(filingState(handed())).toBe('submitted');
    expect(approvedScope(handed())).toBeUndefined();
    expect(approvedScope(decided(handed()))).toBe('supported');
    expect(approvedScope(decided(handed(), 'conditional'))).toBeUndefined();
    expect(approvalStanding(decided(handed(), 'refuse'), 'supported')).toBe('refuse');
  });

  it('stands for every version of the material, and for no wider scope', () => {
    const yes = decided(handed());
    expect(handed('supported', yes, 'v-2')).toBe(yes);
    const wider = handed('all', yes);
    expect(approvedScope(wider)).toBe('supported');
    expect(approvalStanding(wider, 'all')).toBe('waiting');
    expect(approvalStanding(wider, 'supported')).toBe('approve');
    expect(approvedScope(decided(wider))).toBe('all');
    expect(approvedScope(decided(wider, 'refuse'))).toBe('supported');
  });

  it('waits for one decision: asked for the same again it stays, for another version it is that one', () => {
    const waits = handed('all');
    expect(handed('all', waits)).toBe(waits);
    expect(handed('supported', waits)).toBe(waits);
    const newer = handed('supported', waits, 'v-2');
    expect(newer.versions.at(-1)?.content).toEqual(content('all', 'v-2'));
    expect(filingState(newer)).toBe('submitted');
  });

  it('is gone at once when the prefecture takes it back: no earlier yes comes back', () => {
    const twice = decided(handed('all', decided(handed())));
    const gone = withApprovalWithdrawn(twice, from());
    expect(approvedScope(gone)).toBeUndefined();
    expect(approvalStanding(gone, 'supported')).toBe('withdrawn');
    expect(withApprovalWithdrawn(gone, from())).toBe(gone);
    const again = handed('supported', gone);
    expect(approvalStanding(again, 'supported')).toBe('waiting');
    expect(approvedScope(decided(again))).toBe('supported');
  });

  it('taken off the table, it holds nowhere; handed in anew, no earlier yes comes back', () => {
    const gone = { ...decided(handed()), withdrawn: from() };
    expect(approvedScope(gone)).toBeUndefined();
    expect(approvedScope(handed('supported', gone))).toBeUndefined();
  });

  it('a replay changes nothing', () => {
    const message = from();
    const once = withHandedIn(undefined, content('all'), message);
    expect(withHandedIn(once, content('public'), message)).toBe(once);
  });
});
