// Loaded before the program: keeps what V8 has compiled of its scripts when it ends.
import { writeFileSync } from 'node:fs';
import v8 from 'node:v8';

const scripts = new Map();
globalThis[Symbol.for('scim-check.scripts')] = scripts;

// V8 takes compiled code only where its flags are those that it was compiled with, and a run sets some once all is loaded.
v8.setFlagsFromString = () => {};

process.on('exit', () => {
  for (const [file, script] of scripts) writeFileSync(file, script.createCachedData());
});
