import { processIo } from './io.js';
import { runProgram } from './program.js';

await runProgram(processIo());
