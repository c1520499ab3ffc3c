#!/usr/bin/env node
// CommonJS, as package.json beside it says: scripts ask for the version at every start, and Node answers it a third sooner without
// its loader for ES modules.
const wanted = process.argv.slice(2);
if (wanted.length === 1 && (wanted[0] === '--version' || wanted[0] === '-V')) {
  process.stdout.on('error', () => {}); // nobody reads it any more
  process.stdout.write(`${require('../package.json').version}\n`);
} else {
  import('../dist/cli/main.js').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.url?.endsWith('/dist/cli/main.js')) throw error;
    process.stderr.write('scim-check: this copy of the sources is not built yet: npm run build\n');
    process.exitCode = 2;
  });
}
