import type { Command } from 'commander';
import type { Io } from '../io.js';

const EXAMPLES = `
To have it in each shell that is opened:
  echo 'source <(scim-check completion bash)' >> ~/.bashrc
  echo 'source <(scim-check completion zsh)' >> ~/.zshrc
  scim-check completion fish > ~/.config/fish/completions/scim-check.fish
`;

const SHELLS: readonly string[] = ['bash', 'zsh', 'fish', 'powershell'];

/** `scim-check completion`: the script by which a shell completes commands, options and their values; what it asks comes back here. */
export function addCompletion(program: Command, io: Io): void {
  program
    .command('completion')
    .summary('print the script by which a shell completes commands and options')
    .description('Prints the script by which a shell completes commands, options and their values.')
    .argument('<shell>', SHELLS.join(', '))
    .argument('[words...]', 'what is typed so far, behind "--": the question that the script asks')
    .addHelpText('after', EXAMPLES)
    .action((shell: string) => complete(shell, program, io));
}

async function complete(shell: string, program: Command, io: Io): Promise<void> {
  const [{ completionOf }, { didYouMean }, { UsageError }] = await Promise.all([
    import('../completion.js'),
    import('../../yaml/nearest.js'),
    import('../../config/usage-error.js'),
  ]);
  // The script of the shell comes back as: completion complete -- WORDS
  const asked = io.argv[1] === 'complete' && io.argv[2] === '--';
  if (!asked && !SHELLS.includes(shell)) throw new UsageError(`there is no completion for "${shell}"`, didYouMean(shell, SHELLS));
  const completion = completionOf(program, io);
  if (asked) completion.parse([...io.argv.slice(3)]);
  else completion.setup('scim-check', 'scim-check completion', shell);
}
