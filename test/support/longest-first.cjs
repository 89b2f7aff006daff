const { sep } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Folders whose suites take longest, in this order; the others follow, pure rules at the end. In a fresh clone Jest
 * knows no times and would go by the size of files: a long suite in a short file would run alone at the end.
 */
const longest = ['bench', 'browser', 'journey', 'workflows', 'start', 'replay', 'import', 'api'];
const shortest = ['domain', 'web', 'messages', 'config'];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const byTime = super.sort([...tests]);
    if (byTime.every((test) => test.duration !== undefined)) return byTime;
    return byTime.sort((one, other) => rankOf(one.path) - rankOf(other.path));
  }
};

function rankOf(path) {
  const folders = path.split(sep);
  const folder = folders[folders.lastIndexOf('test') + 1];
  if (longest.includes(folder)) return longest.indexOf(folder);
  return longest.length + (shortest.includes(folder) ? 1 : 0);
}
