import { Worker } from 'node:worker_threads';
import { watchSandbox } from '../../worker/sandbox/watch-sandbox.js';

/** What the engine's SDK does, with code that does not come back: a thread that enters a sandbox with a time limit. */
const hangs = `
  const { Script, createContext } = require('node:vm');
  setTimeout(() => {
    try {
      new Script('for (;;);').runInContext(createContext(), { timeout: 200 });
    } catch ({ code }) {
      console.log(code);
    }
  }, 100);`;

const [careful] = process.argv.slice(2);
watchSandbox({
  careful: Number(careful),
  onHang: () => {
    process.exit(70);
  },
});
new Worker(hangs, { eval: true });
