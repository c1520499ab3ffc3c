import { writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { Clock } from '../base/clock.js';
import { reasonOf } from '../config/usage-error.js';
import { type ColourLevel, colourLevel } from './colour.js';
import { USAGE_ERROR } from './exit-codes.js';

/** A stream for people or for the next program in a pipe. */
export interface Output {
  /** Takes text as it is. After the reader has gone it does nothing. */
  write(text: string): void;
  readonly columns: number;
  readonly colour: ColourLevel;
  /** Whether a line may be drawn again: a terminal in front of a person, not a CI log. */
  readonly interactive: boolean;
}

/** Everything that commands may know of the process they run in. */
export interface Io {
  /** Arguments after the program's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly out: Output;
  readonly err: Output;
  /** Whether a person can be asked: both ends are a terminal, and no CI runs it. */
  readonly canAsk: boolean;
  /**
   * Reads standard input to its end.
   *
   * @param limit in UTF-16 code units; what goes beyond is cut off. Default: 64 Ki, far more than a token
   */
  readStdin(limit?: number): Promise<string>;
  /** Runs a shell command that the user has configured, see `runCommand`. */
  runCommand(command: string): Promise<{ readonly exitCode: number; readonly output: string }>;
  /** Is called when a run begins and what it needs is loaded: the memory need hardly grow from then on. */
  loaded(): void;
  /** Decides the exit code; the process ends by itself when its work is done. */
  setExitCode(code: number): void;
  /** What a run waits on. Default: the time of the machine. */
  readonly clock?: Clock;
  /**
   * Listens to Ctrl-C, SIGTERM and SIGHUP; until then they end the process as usual.
   *
   * @param listener called with each signal
   * @returns stops listening
   */
  onInterrupt(listener: (signal: InterruptSignal) => void): () => void;
  /** Ends the process at once, in the way that the signal would have; `message` goes to standard error first. */
  dieOf(signal: InterruptSignal, message: string): void;
}

export type InterruptSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

const SIGNALS: readonly InterruptSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const STDIN_LIMIT = 64 * 1024;

/** The real process. The one place in this package that names `process`. */
export function processIo(): Io {
  const refused = process.argv.slice(2).includes('--no-color');
  // What was asked for did not arrive: whoever looks at the exit code alone must see that.
  let isUnwritten = false;
  const unwritten = (error: Error): void => {
    if (!isUnwritten) sayAtOnce(`scim-check: standard output cannot be written: ${reasonOf(error)}\n`);
    isUnwritten = true;
    if (process.exitCode === undefined || process.exitCode === 0) process.exitCode = USAGE_ERROR;
  };
  return {
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    out: outputOf(process.stdout, refused, unwritten),
    err: outputOf(process.stderr, refused, () => undefined),
    canAsk:
      process.stdin.isTTY === true && process.stdout.isTTY === true && process.env['CI'] === undefined && process.env['TERM'] !== 'dumb',
    readStdin,
    // Loaded where a command is configured.
    runCommand: async (command) => (await import('./run-command.js')).runCommand(command),
    loaded: () => {
      for (const flag of runFlags(process.versions.node)) setFlagsFromString(flag);
    },
    setExitCode: (code) => {
      process.exitCode = code === 0 && isUnwritten ? USAGE_ERROR : code;
    },
    onInterrupt: (listener) => {
      for (const signal of SIGNALS) process.on(signal, listener);
      return () => {
        for (const signal of SIGNALS) process.off(signal, listener);
      };
    },
    dieOf: (signal, message) => {
      sayAtOnce(message);
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    },
  };
}

/**
 * A run is over in seconds: optimised as early as V8 does it, most functions take longer to compile than they have left to run. By
 * major version of Node; in 24 it gains nothing.
 */
const OPTIMISE_LATER: Readonly<Record<number, string>> = {
  20: '--interrupt-budget=900000',
  22: '--invocation-count-for-turbofan=12000',
};

/**
 * undici's parser is WebAssembly, in one long function. V8 compiles it quickly, and once it has read some answers again with all its art:
 * for 80 ms, on the core that the target may be on. It then reads the answers of a whole run in a few milliseconds less.
 */
const PARSER_AS_IT_IS = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

/** What V8 is told when a run begins. Later versions may not know the flags any more, and would say so. */
function runFlags(version: string): readonly string[] {
  const major = Number.parseInt(version, 10);
  if (major > 24) return [];
  const later = OPTIMISE_LATER[major];
  // The young generation stays as large as the start has made it: nearly all that a run makes lives for one request, and megabytes
  // of it would only be kept longer.
  return ['--semi-space-growth-factor=1', ...PARSER_AS_IT_IS, ...(later === undefined ? [] : [later])];
}

/** Nothing asynchronous would still be written. */
function sayAtOnce(message: string): void {
  try {
    writeSync(2, message);
  } catch {
    // Nobody reads it any more.
  }
}

function outputOf(stream: NodeJS.WriteStream, refused: boolean, unwritten: (error: Error) => void): Output {
  let gone = false;
  // `scim-check run … | head`: the reader goes, the run and above all its clean-up go on.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    gone = true;
    if (error.code !== 'EPIPE') unwritten(error);
  });
  const isTty = stream.isTTY === true;
  return {
    write: (text) => {
      if (!gone) stream.write(text);
    },
    get columns() {
      return columnsOf(stream, process.env['COLUMNS']);
    },
    colour: colourLevel(process.env, isTty, refused),
    interactive: isTty && process.env['CI'] === undefined && process.env['TERM'] !== 'dumb',
  };
}

function columnsOf(stream: NodeJS.WriteStream, variable: string | undefined): number {
  const said = Number(variable);
  const columns = stream.isTTY === true ? stream.columns : Number.isInteger(said) && said > 0 ? said : 100;
  return Math.min(Math.max(columns || 100, 40), 400);
}

async function readStdin(limit = STDIN_LIMIT): Promise<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const part of process.stdin) {
    text += String(part);
    if (text.length > limit) break;
  }
  process.stdin.destroy();
  return text.slice(0, limit);
}
