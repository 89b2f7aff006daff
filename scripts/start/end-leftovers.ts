import { resolve } from 'node:path';
import { endEverything } from './end-everything.js';

// Run by start.cjs after its other half was killed. The settings may be what is wrong, so only the home is read.
void endEverything(resolve(process.env['LOIVE_HOME'] ?? '.loive'));
