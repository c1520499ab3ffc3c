// Measures what the goals of the project are stated in: ratios against the least that the same work can cost on this machine.
// Wall times of whole processes, medians, the two sides taking turns. No test depends on them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BINARY, median, startSampleProcess, timed } from './process.js';
import { recordingOf } from './recording.js';

const STARTS = 21;
const RUNS = 7;
const JOBS = 4;
const REPLAY = fileURLToPath(new URL('./replay.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'scim-check-bench-'));

process.stdout.write(`Node ${process.version}, ${process.platform} ${process.arch}\n\n`);
try {
  await startUp();
  await wholeRun();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function startUp() {
  const ours = { version: [], help: [] };
  const node = [];
  for (let round = 0; round < STARTS; round += 1) {
    node.push((await timed(['-e', '0'])).milliseconds);
    ours.version.push((await timed([BINARY, '--version'])).milliseconds);
    ours.help.push((await timed([BINARY, 'run', '--help'])).milliseconds);
  }
  tell('scim-check --version', ours.version, 'node -e 0', node, 2);
  tell('scim-check run --help', ours.help, 'node -e 0', node);
}

async function wholeRun() {
  const ours = [];
  const bare = [];
  let requests = 0;
  for (let round = 0; round < RUNS; round += 1) {
    const events = join(folder, `${round}.ndjson`);
    const recording = join(folder, `${round}.json`);
    // Reports are part of the product, so they are part of its time: the terminal's and the events.
    const run = await onFreshSample((url) =>
      timed([BINARY, 'run', '--target', url, '--jobs', String(JOBS), '--seed', '1', '--ledger', folder, '--report', `ndjson=${events}`]),
    );
    ours.push(run.milliseconds);
    const recorded = recordingOf(readFileSync(events, 'utf8'), JOBS);
    writeFileSync(recording, JSON.stringify(recorded));
    const replay = await onFreshSample((url) => timed([REPLAY, recording, url]));
    bare.push(replay.milliseconds);
    requests = Number(replay.stdout);
  }
  tell(`full run, ${requests} requests`, ours, 'the same requests with bare undici', bare, 1.5);
}

async function onFreshSample(work) {
  const sample = await startSampleProcess();
  try {
    return await work(sample.url);
  } finally {
    await sample.stop();
  }
}

function tell(name, ours, otherName, others, goal) {
  const [mine, theirs] = [median(ours), median(others)];
  const ratio = mine / theirs;
  const verdict = goal === undefined ? '' : `   goal ${goal.toFixed(1)}: ${ratio <= goal ? 'met' : 'NOT met'}`;
  process.stdout.write(
    `${name}\n  ${show(mine, ours)}\n  ${show(theirs, others)}  ${otherName}\n  ratio ${ratio.toFixed(2)}${verdict}\n\n`,
  );
}

function show(middle, all) {
  const [least, most] = [Math.min(...all), Math.max(...all)].map((value) => value.toFixed(0));
  return `${middle.toFixed(0)} ms (${least} to ${most}, ${all.length} times)`;
}
