// Sends the requests of a recording with nothing but undici: the least that the same conversation can cost.
// Usage: node bench/replay.js RECORDING URL; the token is in SCIM_CHECK_TOKEN.
import { readFileSync } from 'node:fs';
import { Agent } from 'undici';

const [file = '', url = ''] = process.argv.slice(2);
const { jobs, stages } = JSON.parse(readFileSync(file, 'utf8'));
const { origin, pathname } = new URL(url);
const agent = new Agent({ pipelining: 1 });
const token = `Bearer ${process.env['SCIM_CHECK_TOKEN']}`;
/** Ids of the recording → ids that this server has given; otherwise the replay would meet nothing but 404. */
const ids = new Map();
let sent = 0;
const started = performance.now();

for (const stage of stages) {
  const waiting = [...stage];
  const worker = async () => {
    for (let sequence = waiting.shift(); sequence !== undefined; sequence = waiting.shift()) {
      for (const request of sequence) await send(request);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
}
const sending = performance.now() - started;
await agent.close();
process.stdout.write(JSON.stringify({ requests: sent, sending }));

async function send({ method, path, headers, body, id }) {
  const answer = await agent.request({
    origin,
    path: pathname + withIds(path),
    method,
    headers: headers.flatMap(([name, value]) => [name, name.toLowerCase() === 'authorization' ? token : value]),
    body: body === undefined ? undefined : withIds(body),
  });
  const text = await answer.body.text();
  sent += 1;
  if (id !== undefined && answer.statusCode === 201) ids.set(id, JSON.parse(text).id);
}

function withIds(text) {
  return text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (found) => ids.get(found) ?? found);
}
