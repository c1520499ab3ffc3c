import { processIo } from './io.js';

const io = processIo();
if (io.argv.length === 1 && (io.argv[0] === '--version' || io.argv[0] === '-V')) {
  // Asked by scripts at every start: nothing else is loaded for it.
  const { packageVersion } = await import('../config/version.js');
  io.out.write(`${packageVersion()}\n`);
} else {
  const { runProgram } = await import('./program.js');
  await runProgram(io);
}
