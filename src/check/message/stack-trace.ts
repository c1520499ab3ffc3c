import { getMember, isObject } from '../../scim/json.js';
import { ALL, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, refusal } from '../messages.js';

/** A line of a stack as the common platforms print it: Node, Java, .NET, Python, Ruby, PHP, Go. */
const FRAMES: readonly RegExp[] = [
  /^\s*at .+[(:].+:\d+(:\d+)?\)?\s*$/m,
  /^\s*at [\w.$<>]+\([\w $]+\.java:\d+\)/m,
  /^\s*at [\w.<>`]+\(.*\) in .+:line \d+/m,
  /^Traceback \(most recent call last\)/m,
  /^\s*File ".+", line \d+/m,
  /^\S+\.rb:\d+:in [`']/m,
  /^#\d+ .+\.php\(\d+\)/m,
  /^goroutine \d+ \[/m,
];

/** SC1144 */
export const STACK_TRACE = defineResponseCheck({
  id: 'SC1144',
  ofForm: true,
  title: 'An error shows no stack trace',
  severity: 'warning',
  impact: 'noise',
  authorities: [says('7644', '3.12', 'A detailed human-readable message. OPTIONAL.')],
  clients: ALL,
  effect: 'Administrators read the names of files in place of what is wrong, and strangers learn how the server is built.',
  fix: 'Log the trace; answer with one sentence in "detail".',
  example: {
    request: get('/Users/u9'),
    good: refusal(404, 'No such user.'),
    bad: refusal(404, 'Error: no such user\n    at find (/srv/app/users.js:10:3)'),
  },
  judge({ response }) {
    if (response.status < 400) return 'silent';
    const { body } = response;
    const detail = isObject(body) ? getMember(body, 'detail') : undefined;
    const text = [
      typeof detail === 'string' ? detail : '',
      response.text.replaceAll(String.raw`\n`, '\n').replaceAll(String.raw`\t`, '\t'),
    ];
    const line = text.flatMap((each) => FRAMES.flatMap((frame) => frame.exec(each)?.[0] ?? []))[0];
    return line === undefined ? 'fine' : { expected: 'a message for people', received: line.trim() };
  },
});
