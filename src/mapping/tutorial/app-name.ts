import type { Block } from './outline.js';
import type { MappingTable } from './tables.js';

const TITLES: readonly RegExp[] = [
  /^(?:tutorial\s*[:-]\s*)?(?:configur(?:e|ing)|set(?:ting)? up|enabl(?:e|ing)) (.+?) (?:for|with) (?:automatic|automated|just-in-time|on-demand)?\s*(?:user|account|group|identity)?(?:\s*and\s*group)?\s*(?:account )?(?:de)?provisioning\b/i,
  /^(?:tutorial\s*[:-]\s*)?(?:automatic |automated )?(?:user )?provisioning (?:for|with|to) (.+?)(?: with microsoft entra(?: id)?| with azure ad)?$/i,
  /^(?:tutorial\s*[:-]\s*)?configur(?:e|ing) (.+?) (?:integration|with microsoft entra id)\b/i,
  /^(?:tutorial\s*[:-]\s*)?microsoft entra (?:id |sso |single sign-on )*integration with (.+)$/i,
];

/** Names that stand in articles by mistake, copied from a template. */
const TEMPLATE = /^(?:test ?app|contoso|your app(?:lication)?|the app(?:lication)?|app(?:lication)?|x)$/i;

/**
 * The app's name as the article spells it: from the title, the list of capabilities, the table's header, the text before
 * a table, and at last from the file's name.
 *
 * @param titles the title of the front matter and the first heading
 * @param blocks the document's texts, in order
 * @param tables the mapping tables
 * @param slug the name that the file's name gives
 */
export function appName(titles: readonly string[], blocks: readonly Block[], tables: readonly MappingTable[], slug: string): string {
  const required = tables.flatMap(({ header }) => header.flatMap((cell) => /^required by (.+)$/i.exec(cell)?.[1] ?? []));
  const candidates = [
    ...titles.flatMap((title) => TITLES.flatMap((pattern) => pattern.exec(title)?.[1] ?? [])),
    ...texts(blocks, 'item', /\bkeep .*attributes synchroni[sz]ed between Microsoft Entra ID and (.+)$/i),
    ...texts(blocks, 'item', /^create (?:new )?users in (.+)$/i),
    ...texts(blocks, 'item', /^(?:remove|deactivate) users in (.+?) when\b/i),
    ...required,
    ...texts(blocks, 'paragraph', /\battributes (?:that are )?synchroni[sz]ed from Microsoft Entra ID to (.+?)(?: in the\b|\.|$)/i),
  ];
  const found = candidates.map(clean).find((name) => name !== '' && name.length <= 120 && !TEMPLATE.test(name));
  return found ?? slug;
}

function texts(blocks: readonly Block[], kind: Block['kind'], pattern: RegExp): string[] {
  return blocks.filter((block) => block.kind === kind).flatMap(({ text }) => pattern.exec(text)?.[1] ?? []);
}

function clean(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s*\(recommended\)$/i, '')
    .replace(/\s*(?:with microsoft entra id|using microsoft entra id)$/i, '')
    .replace(/[\s.:,|*`]+$/, '')
    .replace(/^[\s*`]+/, '');
}

/**
 * The name in the catalogue: the file's name without what all tutorials have in common.
 *
 * @param file path of the document
 */
export function slugOf(file: string): string {
  const base = (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[a-z0-9]{1,8}$/i, '');
  const short = base.replace(/-?(?:userprovisioning|provisioning|provision)?(?:-?tutorial)?$/i, '');
  const slug = (short === '' ? base : short)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug.slice(0, 100).replace(/-$/, '') || 'mapping';
}
