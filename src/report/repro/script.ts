import type { Defect } from '../../event/defects.js';
import type { RunRecord } from '../record.js';
import { authorityOf } from '../words.js';
import { findWord } from './find-word.js';
import { type CreatedResource, planOf, type ReproPlan, type ReproStep } from './plan.js';

/**
 * A defect as a script for whoever develops the server and has no scim-check: it needs a POSIX shell and curl, takes the credential from a
 * variable, shows each request with its answer, and deletes what it has created.
 *
 * @param run the run, with its exchanges
 * @param defect one of its defects
 * @returns undefined where no request shows it
 */
export function reproScript(run: RunRecord, defect: Defect): string | undefined {
  const { evidence } = defect;
  const plan = planOf(run, evidence);
  if (plan === undefined) return undefined;
  return [
    '#!/bin/sh',
    ...comments([
      `${defect.check}  ${defect.title}`,
      '',
      `${evidence.effect}`,
      `Fix: ${evidence.fix}`,
      `Says who: ${[...new Set(evidence.authorities.map(authorityOf))].join(', ')}`,
      '',
      `What ${evidence.dialect} sent, as scim-check ${run.started?.version ?? ''} has seen it. To run it, with a POSIX shell and curl:`,
      '  SCIM_URL=https://example.com/scim/v2 SCIM_CHECK_TOKEN=... sh FILE',
      ...(isOAuth(run) ? ['SCIM_CHECK_TOKEN is then an access token that your token endpoint has given.'] : []),
      'Use a test tenant. What is created is deleted at the end.',
    ]),
    '',
    PRELUDE.replace('CREDENTIAL', CREDENTIALS[schemeOf(run)]),
    `${plan.created.map(({ number }) => `id_${number}=`).join(' ')}`.trim(),
    cleanUp(plan),
    ...plan.steps.flatMap((step) => stepLines(step, plan)),
    '',
    `say ${quoted(`Expected: ${evidence.expected}`, plan)}`,
    `say ${quoted(`scim-check received: ${evidence.received}`, plan)}`,
    '',
  ].join('\n');
}

type Scheme = 'bearer' | 'raw' | 'basic';

/** As curl reads them from its standard input, so that no credential stands on a command line. */
const CREDENTIALS: Readonly<Record<Scheme, string>> = {
  bearer: `printf 'header = "Authorization: Bearer %s"\\n' "$1"`,
  raw: `printf 'header = "Authorization: %s"\\n' "$1"`,
  basic: `printf 'user = "%s"\\n' "$1"`,
};

function isOAuth({ started }: RunRecord): boolean {
  return (started?.command ?? []).some((word) => word.startsWith('--oauth-'));
}

function schemeOf({ started }: RunRecord): Scheme {
  const { command = [] } = started ?? {};
  const said = command[command.indexOf('--auth-scheme') + 1];
  return command.includes('--auth-scheme') && (said === 'raw' || said === 'basic') ? said : 'bearer';
}

const PRELUDE = `set -u
: "\${SCIM_URL:?is needed: the base URL of the endpoint}" "\${SCIM_CHECK_TOKEN:?is needed: a token of a test tenant}"
SCIM_URL=\${SCIM_URL%/}
run=$(date +%s)$$
answer=$(mktemp) || exit 1

say() { printf '\\n%s\\n' "$1"; }

credential() { CREDENTIAL; }

# send CREDENTIAL METHOD PATH BODY [HEADERS]: sends a request and shows the answer. Credential: right, wrong or none; body: may be empty.
send() {
  kind=$1 method=$2 path=$3 body=$4
  shift 4
  say "> $method $path"
  if [ -n "$body" ]; then printf '%s\\n' "$body"; set -- "$@" --data-raw "$body"; fi
  case $kind in
    right) credential "$SCIM_CHECK_TOKEN" ;;
    wrong) credential "wrong-$run" ;;
    *) : ;;
  esac | curl --silent --show-error --globoff --include --config - --request "$method" "$@" "$SCIM_URL$path" | tr -d '\\r' > "$answer"
  cat "$answer"
}

# The id of what was just created.
created() {
  found=$(grep -o '"id"[[:space:]]*:[[:space:]]*"[^"]*"' "$answer" | head -n 1 | sed 's/.*"\\([^"]*\\)"$/\\1/')
  [ -n "$found" ] || found=$(sed -n 's/^[Ll]ocation: .*\\/\\([^/?]*\\).*$/\\1/p' "$answer" | head -n 1)
  printf '%s' "$found"
}
`;

function cleanUp({ created }: ReproPlan): string {
  const deletions = created.toReversed().map(({ number, endpoint }) => {
    return `  if [ -n "$id_${number}" ]; then send right DELETE '${endpoint}/'"$id_${number}" ''; fi`;
  });
  return [`clean_up() {`, ...deletions, '  rm -f "$answer"', '}', 'trap clean_up EXIT', ''].join('\n');
}

const TITLES: Readonly<Record<ReproStep['role'], string | undefined>> = {
  before: undefined,
  evidence: '# The request that shows it',
  'read-back': '# What the target holds then',
};

function stepLines({ request, path, credential, creates, role }: ReproStep, plan: ReproPlan): string[] {
  const headers = request.headers
    .filter(([name]) => !/^(authorization|user-agent)$/i.test(name))
    .map(([name, value]) => `${name}: ${value}`);
  // curl would otherwise send headers of its own.
  const missing = ['Accept', 'Content-Type'].filter(
    (name) => !headers.some((header) => header.toLowerCase().startsWith(`${name.toLowerCase()}:`)),
  );
  const options = [...headers, ...missing.map((name) => `${name}:`)].map((header) => `-H ${quoted(header, plan)}`);
  const title = TITLES[role];
  const lines = [`send ${credential} ${request.method} ${quoted(path, plan)} ${quoted(request.body ?? '', plan)} ${options.join(' ')}`];
  if (creates !== undefined) lines.push(`id_${creates}=$(created)`);
  if (creates !== undefined && role === 'before')
    lines.push(`if [ -z "$id_${creates}" ]; then say 'Nothing was created: see the answer above.'; exit 1; fi`);
  return [...(title === undefined ? [] : [title]), ...lines];
}

/**
 * A text as one word of the shell, in which nothing is expanded but the ids of what the script has created, and the marks that make names
 * unique.
 */
function quoted(text: string, { created }: ReproPlan): string {
  const words = created.flatMap((resource) => [
    ...[...new Set([resource.id, encoded(resource.id)])].map((id) => [id, `id_${resource.number}`] as const),
    ...resource.marks.map((mark) => [mark, markOf(resource)] as const),
  ]);
  let pieces: readonly { readonly text: string; readonly variable?: string }[] = [{ text: harmless(text) }];
  for (const [word, variable] of words)
    pieces = pieces.flatMap((piece) => (piece.variable === undefined ? split(piece.text, word, variable) : [piece]));
  return pieces.map((piece) => piece.variable ?? `'${piece.text.replaceAll("'", `'\\''`)}'`).join('');
}

/** As it stands in a URL; half a surrogate pair, which a server may send, stands in none. */
function encoded(id: string): string {
  try {
    return encodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Letter case of the mark is not kept: digits have none. */
function markOf({ number }: CreatedResource): string {
  return `sc"$run"x${number}`;
}

function split(text: string, word: string, variable: string): { text: string; variable?: string }[] {
  const value = variable.startsWith('id_') ? `"$${variable}"` : variable;
  const pieces: { text: string; variable?: string }[] = [];
  let rest = text;
  for (let at = findWord(rest, word); at !== -1; at = findWord(rest, word)) {
    pieces.push({ text: rest.slice(0, at) }, { text: '', variable: value });
    rest = rest.slice(at + word.length);
  }
  return [...pieces, { text: rest }];
}

/** Control characters would steer a terminal, and NUL ends an argument; line breaks in a text are blanks here. */
function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ');
}

function comments(lines: readonly string[]): string[] {
  return lines.map((line) => `# ${harmless(line)}`.trimEnd());
}
