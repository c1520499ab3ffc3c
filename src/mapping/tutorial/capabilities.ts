import type { Capabilities } from '../mapping.js';
import type { Block, Outline } from './outline.js';

/** What the article's list of capabilities says. */
export interface ClaimedCapabilities extends Capabilities {
  /** Capabilities that are assumed: there is no list, or only a part of one. */
  readonly assumed: readonly (keyof Capabilities)[];
}

const USERS = /\b(?:users?|accounts?|people|persons?|members?|employees?|identit(?:y|ies))\b/i;
const GROUPS = /\bgroups?\b|\bmemberships?\b|\bteams?\b/i;
const CREATE = /\b(?:creat\w*|provision(?:s|ing|ed)?|add(?:s|ing)?|import\w*|push\w*)\b/i;
const REMOVE = /\b(?:remov\w*|de-?activat\w*|de-?provision\w*|delet\w*|disabl\w*|suspend\w*|archiv\w*|block\w*|revok\w*)\b/i;
const UPDATE = /\b(?:keep\w*|updat\w*|synchroni[sz]\w*|sync\w*|chang\w*|modif\w*)\b/i;
const SUBJECT = /\b(?:users?|accounts?|profiles?|attributes?|people)\b/i;
const NEGATED =
  /\b(?:doesn['’]?t|does not|don['’]?t|do not|isn['’]?t|is not|aren['’]?t|are not|cannot|can['’]?t|not (?:yet )?supported|without|no longer support\w*)\b(?! (?:require|need|have))/i;
const SIGN_ON = /\bsingle sign-?on\b|\bSSO\b/i;

/**
 * Reads the list of capabilities: the checklist, or the list below a heading such as "Capabilities supported".
 *
 * @param text the document, for what Markdown does not know: `> [!div class="checklist"]`
 * @param outline its texts
 */
export function capabilitiesIn(text: string, outline: Outline): ClaimedCapabilities {
  const { items, whole } = listIn(text, outline);
  const said = items.filter((item) => !SIGN_ON.test(item));
  const affirmed = said.filter((item) => !NEGATED.test(item));
  const any = (test: (item: string) => boolean): boolean => affirmed.some(test);
  const denied = (test: (item: string) => boolean): boolean => said.some((item) => NEGATED.test(item) && test(item));
  const aboutGroups = (item: string): boolean => GROUPS.test(item);
  const creates = (item: string): boolean => CREATE.test(item) && !REMOVE.test(item) && USERS.test(withoutGroups(item));
  const removes = (item: string): boolean => REMOVE.test(item) && USERS.test(withoutGroups(item));
  const updates = (item: string): boolean => UPDATE.test(item) && SUBJECT.test(withoutGroups(item));
  const found = { create: any(creates), update: any(updates), remove: any(removes), groups: any(aboutGroups) };
  const tests = { create: creates, update: updates, remove: removes } as const;
  const assumed = (['create', 'update', 'remove'] as const).filter((each) => !whole && !found[each] && !denied(tests[each]));
  return {
    create: found.create || assumed.includes('create'),
    update: found.update || assumed.includes('update'),
    remove: found.remove || assumed.includes('remove'),
    groups: found.groups,
    assumed,
  };
}

/** "group memberships" is not about members in the sense of users. */
function withoutGroups(item: string): string {
  return item.replace(/\bgroups? (?:and|&) (?:group )?memberships?\b|\bgroup memberships?\b|\bgroup members\b/gi, ' ');
}

/** The items of the list. It is whole when it is introduced; a fragment proves nothing by what it lacks. */
function listIn(text: string, outline: Outline): { items: string[]; whole: boolean } {
  const heading = outline.blocks.findIndex(
    (block) => block.kind === 'heading' && /\bcapabilit|\bsupported features?\b|^features?\b/i.test(block.text),
  );
  const lines = text.split('\n');
  const marker = lines.findIndex((line) => /^\s*>?\s*\[!div class="?checklist/i.test(line)) + 1;
  if (heading !== -1) {
    const section = untilHeading(outline.blocks.slice(heading + 1));
    if (section.some(isItem)) return { items: itemsOf(section), whole: true };
  }
  if (marker !== 0) {
    const after = outline.blocks.filter((block) => block.line > marker || (block.line === marker && block.kind === 'item'));
    const section = untilHeading(after).filter((block) => /^\s*>/.test(lines[block.line - 1] ?? ''));
    if (section.some(isItem)) return { items: itemsOf(section), whole: true };
  }
  const quoted = outline.blocks.filter((block) => isItem(block) && /^\s*>\s*[*+-]\s/.test(lines[block.line - 1] ?? ''));
  return { items: itemsOf(quoted), whole: false };
}

function isItem(block: Block): boolean {
  return block.kind === 'item';
}

/** The items of the first list. */
function itemsOf(blocks: readonly Block[]): string[] {
  const items = blocks.filter(isItem);
  return items.filter(({ list }) => list === items[0]?.list).map(({ text }) => text);
}

function untilHeading(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex(({ kind }) => kind === 'heading');
  return end === -1 ? blocks : blocks.slice(0, end);
}
