// Measures what the goals of the project are stated in: ratios against the least that the same work can cost on this machine, the
// sides taking turns, so that a busy machine disturbs both. No test depends on them.
//
//   npm run bench                        all measures, 7 rounds
//   npm run bench -- --rounds 3 full     those whose file name contains "full", 3 rounds
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FOLDER } from './process.js';
import { tell } from './tell.js';

const MEASURES = ['version', 'full-run', 'latency', 'one-scenario', 'memory', 'scim2-tester'];

const { values, positionals } = parseArgs({ options: { rounds: { type: 'string', default: '7' } }, allowPositionals: true });
const rounds = Number(values.rounds);

process.stdout.write(`Node ${process.version}, ${process.platform} ${process.arch}; medians of ${rounds} rounds\n\n`);
let missed = 0;
try {
  for (const name of MEASURES.filter((each) => positionals.length === 0 || positionals.some((wanted) => each.includes(wanted)))) {
    const { measure } = await import(`./measures/${name}.js`);
    if (!tell(await measure(rounds))) missed += 1;
  }
} finally {
  rmSync(FOLDER, { recursive: true, force: true });
}
process.stdout.write(missed === 0 ? 'All goals are met.\n' : `${missed} of the goals are NOT met.\n`);
