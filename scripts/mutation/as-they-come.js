// A reporter for Stryker, which tells its own results at the end only: a run that is cut short would have shown nothing.

/** What a change counts as that some test noticed. */
const NOTICED = new Set(['Killed', 'Timeout']);

class AsTheyCome {
  #planned = 0;
  #tested = 0;
  #noticed = 0;

  onMutationTestingPlanReady({ mutantPlans }) {
    this.#planned = mutantPlans.filter(({ plan }) => plan === 'Run').length;
  }

  onMutantTested({ status, fileName, location, mutatorName, replacement }) {
    if (!NOTICED.has(status) && status !== 'Survived' && status !== 'NoCoverage') return;
    this.#tested += 1;
    if (NOTICED.has(status)) this.#noticed += 1;
    const tally = `${this.#noticed} of ${this.#tested} noticed, ${this.#planned} are planned`;
    const what = `${fileName}:${location.start.line}:${location.start.column} ${mutatorName}: ${replacement}`.replace(/\s+/g, ' ');
    process.stdout.write(NOTICED.has(status) ? `${tally}\n` : `${tally}; NOT noticed: ${what}\n`);
  }
}

export const strykerPlugins = [{ kind: 'Reporter', name: 'as-they-come', injectableClass: AsTheyCome }];
