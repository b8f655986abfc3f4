const { default: Sequencer } = require('@jest/test-sequencer');

/** The groups as they are numbered: what takes long is begun first, on a machine that has never run them too. */
module.exports = class InOrder extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
};
