import type { Io } from '../../src/cli/io.js';
import { runProgram } from '../../src/cli/program.js';
import { SOCKET_TURNS, VirtualClock } from '../base/virtual-clock.js';
import { type Ended, folder, type SpawnOptions } from './spawn.js';

/**
 * Runs the program within the test's own process: for many calls that end in their arguments, where a process each would cost
 * more than all that is tested. What has to do with signals, streams or the installed program is tested with `cli`.
 *
 * @param args what stands after the program's name
 * @param options as for `cli`; `inNoTime`: waits for what a server of this process may show late cost no time
 */
export async function inProcess(
  args: readonly string[],
  options: Omit<SpawnOptions, 'binary'> & Partial<Pick<Io, 'runCommand'>> & { readonly inNoTime?: true } = {},
): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  let code = 0;
  const output = (write: (text: string) => void) => ({ write, columns: 100, colour: 0, interactive: false }) as const;
  const io: Io = {
    argv: args,
    env: options.env ?? {},
    cwd: options.cwd ?? folder(),
    out: output((text) => {
      stdout += text;
    }),
    err: output((text) => {
      stderr += text;
    }),
    canAsk: false,
    readStdin: async (limit = 64 * 1024) => (options.stdin ?? '').slice(0, limit),
    runCommand: options.runCommand ?? (async () => ({ exitCode: 0, output: '' })),
    setExitCode: (wanted) => {
      code = wanted;
    },
    onInterrupt: () => () => undefined,
    loaded: () => undefined,
    ...(options.inNoTime === true ? { clock: new VirtualClock(SOCKET_TURNS) } : {}),
    dieOf: (_signal, message) => {
      stderr += message;
    },
  };
  await runProgram(io);
  return { code, signal: null, stdout, stderr };
}

/** For a program that is built to be looked at, and never run. */
export function quietIo(): Io {
  const output = { write: () => undefined, columns: 100, colour: 0, interactive: false } as const;
  return {
    argv: [],
    env: {},
    cwd: folder(),
    out: output,
    err: output,
    canAsk: false,
    readStdin: async () => '',
    runCommand: async () => ({ exitCode: 0, output: '' }),
    setExitCode: () => undefined,
    onInterrupt: () => () => undefined,
    loaded: () => undefined,
    dieOf: () => undefined,
  };
}
