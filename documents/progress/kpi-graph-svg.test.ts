import fc from 'fast-check';
import { findKpi } from '../../programme/catalogue.ts';
import { addWeeks } from '../../programme/week.ts';
import { boxOf, distanceTo, spotsAlong } from '../picture/free-place.ts';
import { kpiGraphSvg } from './kpi-graph-svg.ts';

it('names the plan line of a KPI beside it, touching neither it nor the values', () => {
  const kpi = findKpi('K0-03');
  if (!kpi) throw new Error('no K0-03');
  const rising = fc.record({
    baseline: fc.integer({ min: 0, max: 40 }),
    target: fc.integer({ min: 60, max: 100 }),
    steps: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 26 }),
  });
  fc.assert(
    fc.property(rising, ({ baseline, target, steps }) => {
      let value = 0;
      const points = steps.map((step, at) => {
        value = Math.min(100, value + step);
        return { week: addWeeks('2026-06-01', at), state: 'reported' as const, value };
      });
      const [start, due] = ['2026-06-01', '2027-03-19'];
      const plan = [
        { day: start, value: baseline },
        { day: due, value: target },
      ] as const;
      const graph = { kpi, points, start, due, today: '2026-11-30', baseline, target, planned: undefined, plan };
      const svg = kpiGraphSvg(graph, { municipality: '小海町' });
      const lines = [...svg.matchAll(/<polyline points="([^"]+)"/g)]
        .map(([, said = '']) => said.split(' ').map((pair) => pair.split(',').map(Number)))
        .map((spots) => spots.map(([x = 0, y = 0]) => ({ x, y })))
        // The lines of the axis are faint.
        .filter((_, at, all) => at >= all.length - (steps.length > 1 ? 3 : 2));
      const [, x, y] = /<text x="([\d.]+)" y="([\d.]+)"[^>]*>計画線</.exec(svg) ?? [];
      const box = boxOf('計画線', { x: Number(x), y: Number(y) }, 24);
      for (const spot of lines.flatMap(spotsAlong)) expect(distanceTo(box, spot)).toBeGreaterThan(0);
    }),
    { numRuns: 20 },
  );
});
