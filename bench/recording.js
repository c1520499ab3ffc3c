/**
 * The requests of a saved run, in the order and with the concurrency in which a replay sends them, which is at least that of the run:
 * the clients one after the other, of each the scenarios side by side and then the last look at all resources, and the clean-up at the
 * end, what is about one resource one after the other.
 *
 * @typedef {{ method: string, path: string, headers: [string, string][], body?: string, id?: string }} Recorded
 *   `id`: the id of the resource that the request created
 * @typedef {{ jobs: number, base: string, stages: Recorded[][][] }} Recording
 *   stages one after the other; of each, sequences side by side
 *
 * @param {string} ndjson events of the run
 * @param {number} jobs how many sequences are under way at once
 * @returns {Recording}
 */
export function recordingOf(ndjson, jobs) {
  const events = ndjson
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const base = events.find((event) => event.type === 'run-started').target;
  const exchanges = events.filter((event) => event.type === 'exchange');
  const stages = [];
  for (const dialect of new Set(exchanges.map((each) => each.dialect))) {
    const own = exchanges.filter((each) => each.dialect === dialect && each.purpose !== 'cleanup');
    const others = own.filter((each) => each.scenario === undefined);
    stages.push([others.filter((each) => each.purpose !== 'verify')]);
    stages.push(sequencesBy((each) => each.scenario, own));
    stages.push(
      sequencesBy(
        (each) => each.id,
        others.filter((each) => each.purpose === 'verify'),
      ),
    );
  }
  stages.push(
    sequencesBy(
      (each) => each.request.url,
      exchanges.filter((each) => each.purpose === 'cleanup'),
    ),
  );
  return { jobs, base, stages: stages.map((stage) => stage.map((sequence) => sequence.map((each) => recorded(each, base)))) };
}

/** Those with the same key one after the other, others side by side; without a key they are left out. */
function sequencesBy(keyOf, exchanges) {
  const keys = new Set(exchanges.map(keyOf).filter((key) => key !== undefined));
  return [...keys].map((key) => exchanges.filter((each) => keyOf(each) === key));
}

function recorded({ request, response }, base) {
  const created = request.method === 'POST' && response?.status === 201 ? JSON.parse(response.body).id : undefined;
  return { method: request.method, path: request.url.slice(base.length), headers: request.headers, body: request.body, id: created };
}
