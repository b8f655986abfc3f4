const { rmSync } = require('node:fs');

module.exports = async () => {
  const folder = process.env.BANSOU_TEST_RUN;
  if (folder) rmSync(folder, { recursive: true, force: true });
};
