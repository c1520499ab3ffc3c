/** The shape of a synthetic person. Members left out follow from the names. */
export interface Persona {
  readonly name: string;
  /** What it is there to break, for `list` and the documentation. */
  readonly purpose: string;
  readonly givenName: string;
  readonly familyName: string;
  /** `{mark}` becomes the text that makes the person unique in this run. */
  readonly userName?: string;
  readonly email?: string;
  readonly displayName?: string;
  readonly title?: string;
  /** All phones have the same number. */
  readonly onePhone?: true;
}

/** People whose shapes break servers. A scenario asks for one by name. */
export const PERSONAS = [
  {
    name: 'apostrophe',
    purpose: 'an apostrophe in the name and the address',
    givenName: 'Siobhán',
    familyName: "O'Brien",
    userName: "siobhan.o'brien.{mark}@{domain}",
  },
  {
    name: 'plus',
    purpose: 'plus addressing: a server that decodes the query twice loses the +',
    givenName: 'Petra',
    familyName: 'Plus',
    userName: 'petra+{mark}@{domain}',
  },
  {
    name: 'upper-case',
    purpose: 'an address with capitals, stored as sent, and a title with blanks around it and two within',
    givenName: 'Max',
    familyName: 'Muster',
    title: ' Team Lead  Logistics ',
    userName: 'Max.Muster.{mark}@{domain}',
    email: 'MAX.Muster.{mark}@{domain}',
  },
  { name: 'accents', purpose: 'composed and decomposed accents', givenName: 'Zoë', familyName: 'Nuñez-Mu\u0308ller' },
  { name: 'emoji', purpose: 'characters outside the Basic Multilingual Plane', givenName: 'Robin 🚀', familyName: 'Fox 🦊' },
  { name: 'cjk', purpose: 'Chinese names', givenName: '小龍', familyName: '李', userName: 'li.xiaolong.{mark}@{domain}' },
  { name: 'right-to-left', purpose: 'Arabic names', givenName: 'ليلى', familyName: 'حداد', userName: 'layla.haddad.{mark}@{domain}' },
  {
    name: 'scripts',
    purpose: 'Chinese, Arabic, emoji and a decomposed accent in one person',
    givenName: '小龍 Zoe\u0308',
    familyName: 'حداد 🦊',
    userName: 'scripts.{mark}@{domain}',
    email: 'scripts.{mark}@{domain}',
  },
  {
    name: 'quotes',
    purpose: 'a quote and a backslash, also in the filter: its value is a JSON string',
    givenName: 'Quentin "Q"',
    familyName: 'Back\\slash',
    userName: 'q"uote\\{mark}',
    email: 'quentin.{mark}@{domain}',
  },
  {
    name: 'long',
    purpose: 'values near common column limits',
    givenName: 'Wolfeschlegel'.repeat(4),
    familyName: 'Steinhausenbergerdorff'.repeat(3),
    userName: 'wolfe.{mark}@{domain}',
  },
  {
    name: 'no-email',
    purpose: 'a userName that is no e-mail address',
    givenName: 'Noor',
    familyName: 'Number',
    userName: 'nnumber-{mark}',
    email: 'noor.{mark}@{domain}',
  },
  {
    name: 'guest',
    purpose: 'a guest UPN, with # and underscores, and a display name with all the punctuation of directories',
    givenName: 'Gus',
    familyName: 'Guest',
    userName: 'gus.guest_partner.{mark}#EXT#@{domain}',
    email: 'gus.guest.{mark}@{domain}',
    displayName: 'Guest, Gus (Partner; C# & R+D: EU_1)',
  },
  {
    name: 'words',
    purpose: 'names that programs take for values of their own, and one number for all phones',
    givenName: 'True',
    familyName: 'Null',
    userName: 'true.null.{mark}@{domain}',
    displayName: 'No',
    onePhone: true,
  },
] as const satisfies readonly Persona[];

/** Everybody whom a scenario may ask for. */
export type PersonaName = 'plain' | (typeof PERSONAS)[number]['name'];

/**
 * The persona of a name.
 *
 * @param name name from `PERSONAS`; undefined or `plain` for somebody whose names are not awkward
 * @param plain gives such a person
 * @throws Error for an unknown name, listing the known ones
 */
export function personaOf(name: string | undefined, plain: () => Persona): Persona {
  if (name === undefined || name === 'plain') return plain();
  const found: Persona | undefined = PERSONAS.find((persona) => persona.name === name);
  if (found === undefined) throw new Error(`unknown persona "${name}"; known: plain, ${PERSONAS.map((each) => each.name).join(', ')}`);
  return found;
}
