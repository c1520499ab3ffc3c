import { processIo } from './io.js';
import { runProgram } from './program.js';

void runProgram(processIo());
