import { readFileSync } from 'node:fs';

/**
 * The findings that docs/servers/<name>.md gives evidence for.
 *
 * A section `### SC2103 …` holds a line `- found with <settings>: <dialect>, <dialect>` for each way of running the server.
 *
 * @param name the server's page
 * @param settings the way in which it runs
 * @returns `SC2103 entra-default`, sorted
 */
export function documented(name: string, settings: string): string[] {
  const page = readFileSync(new URL(`../../docs/servers/${name}.md`, import.meta.url), 'utf8');
  const found: string[] = [];
  let check: string | undefined;
  for (const line of page.split('\n')) {
    const heading = /^#+ (?:(SC\d{4})\b)?/.exec(line);
    if (heading !== null) check = heading[1];
    const entry = /^- found with ([^:]+): (.+)$/.exec(line);
    if (entry === null || entry[1] !== settings) continue;
    if (check === undefined) throw new Error(`${name}.md: "${line}" stands in no section of a check`);
    for (const dialect of (entry[2] ?? '').split(', ')) found.push(`${check} ${dialect}`);
  }
  return found.sort();
}

/**
 * What a run leaves behind, because nothing shows that it is its own or because the target keeps it:
 * `- left behind with <settings>: <number>`, or `every user`.
 *
 * @param name the server's page
 * @param settings the way in which it runs
 */
export function documentedLeft(name: string, settings: string): number | 'every user' {
  const page = readFileSync(new URL(`../../docs/servers/${name}.md`, import.meta.url), 'utf8');
  const entry = page.split('\n').find((line) => line.startsWith(`- left behind with ${settings}: `));
  const left = entry?.split(': ')[1] ?? '0';
  return left === 'every user' ? left : Number(left);
}
