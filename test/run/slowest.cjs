const SHOWN = 10;

/** Names the files whose tests took longest, so that one that grows is seen while it is small. */
module.exports = class Slowest {
  onRunComplete(_contexts, { testResults }) {
    const took = new Map();
    for (const { ancestorTitles, duration } of testResults.flatMap((group) => group.testResults)) {
      const [file = ''] = ancestorTitles;
      if (file.endsWith('.test.ts')) took.set(file, (took.get(file) ?? 0) + (duration ?? 0));
    }
    if (took.size === 0) return;
    const slowest = [...took].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
    const lines = slowest.map(([file, ms]) => `${(ms / 1_000).toFixed(1).padStart(8)} s  ${file}`);
    process.stderr.write(`\nSlowest files:\n${lines.join('\n')}\n`);
  }
};
