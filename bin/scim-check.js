#!/usr/bin/env node
// CommonJS, as package.json beside it says, and so is all that it loads: Node answers a third sooner without its loader for ES modules.
const wanted = process.argv.slice(2);
if (wanted.length === 1 && (wanted[0] === '--version' || wanted[0] === '-V')) {
  process.stdout.on('error', () => {}); // nobody reads it any more
  process.stdout.write(`${require('../package.json').version}\n`);
} else {
  try {
    require('../dist/cli/main.js');
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND' || error.requireStack?.[0] !== __filename) throw error;
    process.stderr.write('scim-check: this copy of the sources is not built yet: npm run build\n');
    process.exitCode = 2;
  }
}
