import type { Dialect, Family } from '../../src/client/client.js';
import type {
  BaselineEvent,
  CleanupFinished,
  ExchangeEvent,
  FindingEvent,
  RunEvent,
  RunFinished,
  RunStarted,
  ScenarioFinished,
  ScenarioStarted,
  StepFinished,
  StepStarted,
  StepStatus,
} from '../../src/event/event.js';

/** What a hostile or merely careless server may put into any text: each piece breaks one kind of report that trusts it. */
export const NASTY = [
  '\u001b[2J\u001b]0;owned\u0007', // clears the screen, sets the window's title
  '\u009b31m', // the same in one C1 character
  ']]>',
  '::error::fake',
  '##vso[task.complete result=Succeeded;]',
  '<script>alert(1)</script>',
  '&nbsp;&undefined;',
  '\u202Egpj.exe', // right-to-left override
  '\u200B\uFEFF\u{E0041}', // zero-width, byte-order mark, tag
  'line\r\nbreak\u2028end',
  '\uD800 lone', // half a surrogate pair
  '\u0000\uFFFE',
].join(' ');

const TIME = '2026-11-22T03:05:00.000Z';
const ENTRA: readonly Dialect[] = ['entra-default', 'entra-aadOptscim062020'];

const TITLES: Readonly<Record<Dialect, readonly [Family, string]>> = {
  'entra-default': ['entra', 'Entra ID'],
  'entra-aadOptscim062020': ['entra', 'Entra ID with aadOptscim062020'],
  'entra-on-demand': ['entra', 'Entra ID, on demand'],
  'okta-oin': ['okta', 'Okta, integration network'],
  'okta-aiw': ['okta', 'Okta, custom app'],
  'okta-granular': ['okta', 'Okta, granular deprovisioning'],
  rfc: ['rfc', 'a plain client of RFC 7644'],
};

export function started(dialects: readonly Dialect[] = [...ENTRA, 'okta-oin'], scenarios = 4): RunStarted {
  return {
    type: 'run-started',
    format: 1,
    version: '0.1.0',
    runId: '20261122-030500-7f3a',
    time: TIME,
    target: 'https://scim.example.com/v2',
    mapping: { name: 'rootly', app: 'Rootly', source: 'fixtures/mappings/rootly.md' },
    seed: 42,
    clients: dialects.map((dialect) => ({ dialect, family: TITLES[dialect][0], title: TITLES[dialect][1], scenarios })),
  };
}

export function finished(aborted?: RunFinished['aborted'], seconds = 17.3, requests = 46): RunFinished {
  const ownRequests = Math.min(11, requests);
  return {
    type: 'run-finished',
    time: '2026-11-22T03:05:17.300Z',
    seconds,
    requests,
    ownRequests,
    ...(aborted === undefined ? {} : { aborted }),
  };
}

export function exchange(id: string, dialect: Dialect, more: Partial<ExchangeEvent> = {}): ExchangeEvent {
  return {
    type: 'exchange',
    id,
    dialect,
    purpose: 'update',
    resourceType: 'User',
    request: {
      method: 'PATCH',
      url: 'https://scim.example.com/v2/Users/8f2c',
      headers: [
        ['Authorization', 'Bearer $SCIM_CHECK_TOKEN'],
        ['Content-Type', 'application/scim+json'],
      ],
      body: '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[]}',
    },
    response: {
      status: 200,
      headers: [['Content-Type', 'application/scim+json']],
      body: '{"id":"8f2c"}',
      truncated: false,
      milliseconds: 12,
    },
    time: TIME,
    ...more,
  };
}

interface Play {
  readonly dialect: Dialect;
  readonly scenario: string;
  readonly title: string;
  readonly status: StepStatus;
  readonly reason?: string;
  readonly checks?: readonly string[];
  readonly between?: readonly RunEvent[];
}

/** One scenario of two steps; the second ends as the scenario does. */
export function play({ dialect, scenario, title, status, reason, checks = [], between = [] }: Play): RunEvent[] {
  const file = `scenarios/${scenario}.yaml`;
  const source = { file, line: 1, column: 1 };
  const begin: ScenarioStarted = { type: 'scenario-started', dialect, scenario, title, source, steps: 2 };
  const end: ScenarioFinished = {
    type: 'scenario-finished',
    dialect,
    scenario,
    title,
    source,
    status,
    ...(reason === undefined ? {} : { reason }),
  };
  if (status === 'skipped') return [begin, end];
  const step = (number: number, label: string): StepStarted => ({
    type: 'step-started',
    dialect,
    scenario,
    step: number,
    label,
    source: { file, line: 10 + number * 2, column: 7 },
  });
  const done = (start: StepStarted, how: StepStatus, failed: readonly string[]): StepFinished => ({
    ...start,
    type: 'step-finished',
    status: how,
    checks: failed,
    milliseconds: 40,
    ...(how === 'passed' || reason === undefined ? {} : { reason }),
  });
  const [first, second] = [step(1, 'create mover'), step(2, 'update mover: emails[type eq "work"].value')];
  return [begin, first, done(first, 'passed', []), second, ...between, done(second, status, checks), end];
}

export function finding(id: string, dialect: Dialect, more: Partial<FindingEvent> = {}): FindingEvent {
  return {
    type: 'finding',
    id,
    check: 'SC2104',
    title: 'A filtered replace changes only the matching element',
    severity: 'error',
    impact: 'data-damaged',
    authorities: [
      { kind: 'rfc-must', reference: 'RFC 7644 §3.5.2.3', url: 'https://www.rfc-editor.org/rfc/rfc7644#section-3.5.2.3' },
      { kind: 'entra', reference: 'Use SCIM to provision users and groups' },
    ],
    client: TITLES[dialect][0],
    dialect,
    scenario: 'users/mover',
    step: 2,
    label: 'update mover: emails[type eq "work"].value',
    source: { file: 'scenarios/users/mover.yaml', line: 14, column: 7 },
    sent: 'PATCH /Users/8f2c  {"op":"Replace","path":"emails[type eq \\"work\\"].value","value":"b@example.com"}',
    expected: 'emails[type eq "home"].value = "h@example.com" (untouched)',
    received: '200, then GET: emails[type eq "home"].value = "b@example.com"',
    effect: 'Entra sends this on every change of address: people lose their other addresses.',
    fix: 'Apply the value filter before replacing.',
    repeat:
      'curl -X PATCH \'https://scim.example.com/v2/Users/8f2c\' -H "Authorization: Bearer $SCIM_CHECK_TOKEN" -H \'Content-Type: application/scim+json\' --data-raw \'{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"Replace","path":"emails[type eq \\"work\\"].value","value":"b@example.com"}]}\'',
    count: 1,
    blocks: [],
    ...more,
  };
}

const CLEAN: CleanupFinished = { type: 'cleanup', created: 9, deleted: 9, left: [] };

export function unclean(): CleanupFinished {
  return {
    type: 'cleanup',
    created: 9,
    deleted: 8,
    left: [{ resourceType: 'User', id: '8f2c', name: 'leaver.7f3a@example.com', reason: `DELETE answered 500 ${NASTY}` }],
    ledger: '.scim-check/ledger-20261122-030500-7f3a.ndjson',
  };
}

const MOVER = { scenario: 'users/mover', title: 'A mover gets a new work address and keeps the others' };
const LEAVER = { scenario: 'users/leaver', title: 'A leaver is disabled, stays findable, and comes back with the same id' };
const JOINER = { scenario: 'users/joiner', title: 'A joiner is created with all mapped attributes' };
const GROUP = { scenario: 'groups/push', title: 'A group is pushed with its members' };
const NO_GROUPS = 'the mapping has no groups';

/** A run that meets every kind of event: two Entra dialects with defects, Okta without. */
export function eventfulRun(): RunEvent[] {
  const entra = ENTRA.flatMap((dialect, at): RunEvent[] => [
    { type: 'client-started', dialect },
    exchange(`E${at}1`, dialect, { purpose: 'connect' }),
    ...play({ dialect, ...JOINER, status: 'passed' }),
    ...play({
      dialect,
      ...MOVER,
      status: 'failed',
      reason: 'emails[type eq "home"].value changed',
      checks: ['SC2104'],
      between: [
        exchange(`E${at}2`, dialect, { scenario: MOVER.scenario, step: 2 }),
        finding(`F${at}1`, dialect, { exchange: `E${at}2`, count: at + 2 }),
      ],
    }),
    ...play({
      dialect,
      ...LEAVER,
      status: 'blocked',
      reason: 'SC1301 The filter finds a user that was just created',
      checks: ['SC1301'],
    }),
    ...play({ dialect, ...GROUP, status: 'skipped', reason: NO_GROUPS }),
    { type: 'client-finished', dialect, requests: 15 + at, ownRequests: 4, seconds: 5.2 },
  ]);
  return [
    started(),
    { type: 'notice', level: 'info', message: 'The mapping names no matching attribute: userName is assumed.' },
    ...entra,
    finding('F3', 'entra-default', {
      check: 'SC1301',
      title: 'The filter finds a user that was just created',
      impact: 'provisioning-lost',
      authorities: [
        { kind: 'rfc-must', reference: 'RFC 7644 §3.4.2.2', quote: 'Filters MUST be evaluated' },
        { kind: 'field', reference: 'F02' },
      ],
      scenario: LEAVER.scenario,
      source: { file: 'scenarios/users/leaver.yaml', line: 8, column: 7 },
      label: 'match leaver',
      exchange: 'E99',
      sent: 'GET /Users?filter=userName+eq+%22leaver.7f3a%40example.com%22',
      expected: 'totalResults 1, the user with id 8f2c',
      received: `200, ${NASTY}${'x'.repeat(10_000)}`,
      effect: 'Entra does not find the person, creates a second one, and is refused with 409: the person is never provisioned.',
      fix: 'Evaluate the filter after the write has been committed.',
      repeat: 'curl "$SCIM_CHECK_TARGET/Users"',
      blocks: ['users/leaver:3', 'users/leaver:4', 'users/leaver:5', 'users/rehire:2'],
      details: { ids: ['8f2c'], nested: { any: null } },
    }),
    exchange('E99', 'entra-default', {
      scenario: LEAVER.scenario,
      step: 2,
      purpose: 'match',
      response: { status: 200, headers: [['X-Nasty', NASTY]], body: NASTY + 'x'.repeat(10_000), truncated: true, milliseconds: 700 },
    }),
    { type: 'client-started', dialect: 'okta-oin' },
    ...play({ dialect: 'okta-oin', ...JOINER, status: 'passed' }),
    { type: 'cleanup-progress', done: 0, of: 9 },
    exchange('E20', 'okta-oin', { purpose: 'cleanup' }),
    { type: 'cleanup-progress', done: 1, of: 9 },
    finding('F4', 'okta-oin', {
      check: 'SC3001',
      title: 'The content type of answers is application/scim+json',
      severity: 'warning',
      impact: 'noise',
      authorities: [{ kind: 'rfc-should', reference: 'RFC 7644 §8.1' }],
      client: 'okta',
      expected: 'application/scim+json',
      received: 'text/html',
      effect: 'No client is known to mind.',
      fix: 'Answer with the SCIM media type.',
      count: 14,
    }),
    {
      type: 'gallery-test',
      name: 'Create_User_Test',
      category: 'mandatory',
      title: 'Entra creates a user',
      overallResult: 'FAILED',
      result: `FAILED - [Create Phase] ${NASTY}`,
      cause: NASTY,
      ownWords: NASTY,
      stricter: [NASTY],
      errorDetails: { summary: NASTY },
      summary: {},
      detailedResults: [],
      milliseconds: 12,
    },
    { type: 'gallery-requirement', name: 'rate', title: NASTY, need: 'required', status: 'failed', evidence: NASTY },
    { type: 'explore-progress', dialect: 'okta-oin', histories: 1, visited: 2, pairs: 9, faults: 0, doing: NASTY },
    {
      type: 'explore-fault',
      dialect: 'okta-oin',
      scenario: 'explore/okta-oin-1',
      check: 'SC2102',
      title: NASTY,
      severity: 'error',
      steps: [NASTY],
      expected: NASTY,
      received: NASTY,
      foundIn: 4,
      replays: 7,
      failed: 1,
      plays: 2,
      unfinished: true,
      file: NASTY,
    },
    {
      type: 'explore-finished',
      dialect: 'okta-oin',
      histories: 1,
      visited: 2,
      pairs: 9,
      faults: 1,
      cut: 1,
      reason: NASTY,
      stopped: NASTY,
      seconds: 1,
    },
    ...play({ dialect: 'okta-oin', ...LEAVER, status: 'passed' }),
    ...play({ dialect: 'okta-oin', ...MOVER, status: 'passed' }),
    ...play({ dialect: 'okta-oin', ...GROUP, status: 'skipped', reason: NO_GROUPS }),
    { type: 'client-finished', dialect: 'okta-oin', requests: 14, ownRequests: 3, seconds: 6.1 },
    { type: 'not-provisioned', dialect: 'okta-oin', capabilities: [], scenarios: 0, reason: NASTY, advice: 'Say so.' },
    { type: 'notice', level: 'warning', message: `The target asked to wait: ${NASTY}`, dialect: 'okta-oin' },
    unclean(),
    baselineOf({ problems: [{ kind: 'stale', message: NASTY, source: { file: 'baseline.yaml', line: 7, column: 5 } }] }),
    finished(),
  ];
}

/** The same, where a scenario stands in a file of the user's. */
export function runOfOwn(): RunEvent[] {
  return eventfulRun().map((event) => (event.type === 'run-started' ? { ...event, ownFiles: ['scenarios/users/mover.yaml'] } : event));
}

/** What a baseline makes of a run. */
export function baselineOf(more: Partial<BaselineEvent> = {}): BaselineEvent {
  return { type: 'baseline', file: 'baseline.yaml', known: [], unproven: [], problems: [], ...more };
}

/** A baseline accepts what one of two clients meets. */
export function knownRun(problems: BaselineEvent['problems'] = []): RunEvent[] {
  const source = { file: 'baseline.yaml', line: 12, column: 5 };
  const seen = [{ scenario: MOVER.scenario, attribute: 'emails[type eq "work"].value' }];
  return [
    started(['entra-default', 'okta-oin'], 2),
    ...(['entra-default', 'okta-oin'] as const).flatMap((dialect): RunEvent[] => [
      { type: 'client-started', dialect },
      ...play({ dialect, ...JOINER, status: 'passed' }),
      ...play({ dialect, ...MOVER, status: dialect === 'okta-oin' ? 'passed' : 'failed', checks: ['SC2104'] }),
      { type: 'client-finished', dialect, requests: 9, ownRequests: 0, seconds: 1.4 },
    ]),
    finding('F1', 'entra-default', { seen }),
    CLEAN,
    baselineOf({
      known: [{ finding: 'F1', reason: 'the new patch engine comes in spring', expires: '2027-01-31', source }],
      problems,
    }),
    finished(undefined, 2.8, 18),
  ];
}

/** Nothing to complain of. */
export function cleanRun(): RunEvent[] {
  return [
    started(['okta-oin'], 2),
    { type: 'client-started', dialect: 'okta-oin' },
    ...play({ dialect: 'okta-oin', ...JOINER, status: 'passed' }),
    ...play({ dialect: 'okta-oin', ...LEAVER, status: 'passed' }),
    { type: 'client-finished', dialect: 'okta-oin', requests: 9, ownRequests: 0, seconds: 1.4 },
    CLEAN,
    finished(undefined, 1.4, 9),
  ];
}

/** The target refused the credential: nothing was played. Exit code 3. */
export function unusableRun(): RunEvent[] {
  return [
    started(['entra-default', 'okta-oin'], 4),
    { type: 'client-started', dialect: 'entra-default' },
    exchange('E1', 'entra-default', {
      purpose: 'connect',
      failure: { kind: 'credentials', message: '401 Unauthorized' },
    }),
    finished({ kind: 'unusable', message: 'it refused the credential with 401 Unauthorized' }, 0.2, 1),
  ];
}

/** Ctrl-C in the middle of a scenario. Exit code 130. */
export function interruptedRun(): RunEvent[] {
  return [
    started(['entra-default'], 3),
    { type: 'client-started', dialect: 'entra-default' },
    ...play({ dialect: 'entra-default', ...JOINER, status: 'passed' }),
    ...play({ dialect: 'entra-default', ...LEAVER, status: 'passed' }).slice(0, 3),
    { ...CLEAN, created: 2, deleted: 2 },
    finished({ kind: 'interrupted', message: 'by Ctrl-C' }, 3.2, 4),
  ];
}

/** No scenario fits the mapping. */
export function skippedRun(): RunEvent[] {
  return [
    started(['okta-aiw'], 1),
    { type: 'client-started', dialect: 'okta-aiw' },
    ...play({ dialect: 'okta-aiw', ...GROUP, status: 'skipped', reason: NO_GROUPS }),
    { type: 'client-finished', dialect: 'okta-aiw', requests: 0, ownRequests: 0, seconds: 0 },
    { ...CLEAN, created: 0, deleted: 0 },
    finished(undefined, 0, 0),
  ];
}

const IMPACTS = ['provisioning-lost', 'data-damaged', 'access-kept', 'noise'] as const;

/** A run of three clients that meet so many defects, every fourth of them a warning, some of them under one dialect only. */
export function defectiveRun(count: number): RunEvent[] {
  const dialects = [...ENTRA, 'okta-oin', 'rfc'] as const;
  const findings = Array.from({ length: count }, (_, at) => {
    const severity = at % 4 === 3 ? ('warning' as const) : ('error' as const);
    const met = dialects.filter((_dialect, index) => at % (index + 2) === 0);
    const common = {
      check: `SC${2101 + at}`,
      title: at === 0 ? 'A filtered replace changes only the matching element' : `What a correct server does, as sentence ${at + 1} says`,
      severity,
      impact: IMPACTS[at % IMPACTS.length] ?? 'noise',
      blocks: at % 5 === 0 ? ['users/leaver:3', 'users/leaver:4'] : [],
    };
    return (met.length === 0 ? (['okta-oin'] as const) : met).map((dialect) => finding(`F${at}${dialect}`, dialect, common));
  });
  return [
    started(dialects),
    ...dialects.flatMap((dialect): RunEvent[] => [
      { type: 'client-started', dialect },
      ...play({ dialect, ...MOVER, status: 'failed', checks: ['SC2101'] }),
      ...play({ dialect, ...GROUP, status: 'skipped', reason: NO_GROUPS }),
      { type: 'client-finished', dialect, requests: 15, ownRequests: 4, seconds: 5.2 },
    ]),
    ...findings.flat(),
    CLEAN,
    finished(),
  ];
}
