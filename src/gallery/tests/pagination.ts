import { defined } from '../../base/defined.js';
import { plainText } from '../../base/plain-text.js';
import type { Json, JsonObject } from '../../scim/json.js';
import { ENDPOINTS, type ResourceType } from '../../scim/message.js';
import { type Answer, idIn, memberOf, pathOf, resourcesIn } from '../answer.js';
import type { GalleryContext } from '../context.js';
import { failed, type GalleryOutcome, passed } from '../outcome.js';

/** So many resources there must be, for two full pages and one more. */
const WANTED = 11;
const PAGE = 5;
const MOST_PAGES = 10;

interface PageRecord {
  readonly page: number;
  readonly url: string;
  readonly statusCode: number;
  readonly totalResults: number;
  readonly resourceCount: number;
  readonly responseStartIndex: number;
  readonly expectedStartIndex: number;
}

/** Users in pages of five. */
export function userPagination(context: GalleryContext): Promise<GalleryOutcome> {
  return paginate(context, 'User', () => {
    const user = context.directUser('paguser');
    return { ...user, displayName: `PagUser ${context.mark()}` };
  });
}

/** Groups in pages of five. */
export function groupPagination(context: GalleryContext): Promise<GalleryOutcome> {
  return paginate(context, 'Group', () => context.groupBody(`PagGroup ${context.mark()}`));
}

async function paginate(context: GalleryContext, kind: ResourceType, body: () => JsonObject): Promise<GalleryOutcome> {
  const endpoint = ENDPOINTS[kind];
  const page = (start: number): Promise<Answer> => context.send('GET', `${endpoint}?startIndex=${start}&count=${PAGE}`);
  const before = await page(1);
  const needed = Math.max(0, WANTED - numberIn(before, 'totalResults'));
  const made: string[] = [];
  const refused: number[] = [];
  for (let count = 0; count < needed; count += 1) {
    const created = await context.send('POST', endpoint, body());
    if (idIn(created) === '') refused.push(created.status);
    else made.push(idIn(created));
  }
  const records: PageRecord[] = [];
  const seen: string[] = [];
  try {
    for (let start = 1; records.length < MOST_PAGES; ) {
      const answer = await page(start);
      const resources = resourcesIn(answer);
      const shown = numberIn(answer, 'startIndex');
      records.push({
        page: records.length,
        url: `${endpoint}?startIndex=${start}&count=${PAGE}`,
        statusCode: answer.status,
        totalResults: numberIn(answer, 'totalResults'),
        resourceCount: resources.length,
        responseStartIndex: shown,
        expectedStartIndex: records.length * PAGE + 1,
      });
      seen.push(...resources.map((each) => plainText(memberOf(each, 'id'))));
      const next = (shown === 0 ? 1 : shown) + resources.length;
      if (resources.length === 0 || next > numberIn(answer, 'totalResults')) break;
      start = next;
    }
  } finally {
    for (const id of made) await context.send('DELETE', pathOf(kind, id));
  }
  return verdict(kind, records, seen, refused);
}

function verdict(kind: string, records: readonly PageRecord[], seen: readonly string[], refused: readonly number[]): GalleryOutcome {
  const wrong = records.filter((each) => each.statusCode !== 200 || each.responseStartIndex !== each.expectedStartIndex);
  const twice = seen.filter((id, index) => seen.indexOf(id) !== index);
  const stricter = twice.length === 0 ? [] : [`${new Set(twice).size} resources stand on two pages`];
  if (wrong.length === 0 && records.length >= 2) return passed({ stricter });
  const detailedResults = records.map((record): JsonObject => ({ ...record }));
  const cause = causeOf(records, refused);
  return failed(`FAILED - Action: Filter_${kind}_Pagination_Failed_Pages - Pages=${records.length} failedPages=${wrong.length}`, {
    stricter,
    detailedResults,
    errorDetails: { summary: JSON.stringify(wrong) },
    ...defined({ cause }),
  });
}

function causeOf(records: readonly PageRecord[], refused: readonly number[]): string | undefined {
  const [first] = records;
  if (first === undefined || first.statusCode !== 200) return `the first page was answered ${first?.statusCode ?? 0}`;
  if (first.responseStartIndex === 0) return 'the answer has no startIndex, or not as a number';
  if (first.resourceCount > PAGE) return `count=${PAGE} was answered with ${first.resourceCount} resources`;
  if (refused.length > 0) return `${refused.length} resources for it could not be created (${[...new Set(refused)].join(', ')})`;
  const short = records.slice(0, -1).find((each) => each.resourceCount !== PAGE);
  if (short !== undefined) return `page ${short.page + 1} holds ${short.resourceCount} resources instead of ${PAGE}`;
  const off = records.find((each) => each.responseStartIndex !== each.expectedStartIndex);
  return off === undefined
    ? undefined
    : `page ${off.page + 1} says startIndex ${off.responseStartIndex}, and ${off.expectedStartIndex} was asked for`;
}

function numberIn({ body }: Answer, name: string): number {
  const value: Json | undefined = memberOf(body, name);
  return typeof value === 'number' ? value : 0;
}
