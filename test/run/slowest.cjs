const { relative } = require('node:path');

const SHOWN = 10;

/** Names the files that took longest, so that one that grows is seen while it is small. */
module.exports = class Slowest {
  onRunComplete(_contexts, { testResults }) {
    if (testResults.length < 2) return;
    const slowest = testResults
      .map(({ testFilePath, perfStats: { start, end } }) => ({ file: testFilePath, ms: end - start }))
      .sort((a, b) => b.ms - a.ms)
      .slice(0, SHOWN);
    const lines = slowest.map(({ file, ms }) => `${(ms / 1_000).toFixed(1).padStart(8)} s  ${relative('', file)}`);
    process.stderr.write(`\nSlowest files:\n${lines.join('\n')}\n`);
  }
};
