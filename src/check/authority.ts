import type { Family } from '../client/client.js';
import type { Authority } from './check.js';

/** Every family that is emulated. */
export const ALL: readonly Family[] = ['entra', 'okta', 'rfc'];

const RFC_URL: Readonly<Record<string, string>> = {
  '7643': 'https://www.rfc-editor.org/rfc/rfc7643',
  '7644': 'https://www.rfc-editor.org/rfc/rfc7644',
  '8259': 'https://www.rfc-editor.org/rfc/rfc8259',
};

/** Those of SCIM, and that of JSON, in which SCIM is written. */
type RfcNumber = '7643' | '7644' | '8259';

function standard(kind: Authority['kind'], number: RfcNumber, section: string, quote: string): Authority {
  return { kind, reference: `RFC ${number} §${section}`, quote, url: `${RFC_URL[number]}#section-${section}` };
}

/** The standard demands it. The quote is the RFC's own words, line breaks folded. */
export function must(number: RfcNumber, section: string, quote: string): Authority {
  return standard('rfc-must', number, section, quote);
}

/** The standard defines it so, without MUST or SHALL: nothing else can be meant. */
export function says(number: RfcNumber, section: string, quote: string): Authority {
  return standard('rfc-says', number, section, quote);
}

/** The standard recommends it. */
export function should(number: RfcNumber, section: string, quote: string): Authority {
  return standard('rfc-should', number, section, quote);
}

const ENTRA_PAGES = {
  develop: ['Develop a SCIM endpoint', 'app-provisioning/use-scim-to-provision-users-and-groups'],
  compliance: ['SCIM 2.0 protocol compliance', 'app-provisioning/application-provisioning-config-problem-scim-compatibility'],
  mapping: ['Customize attribute-mappings', 'app-provisioning/customize-application-attributes'],
  how: ['How provisioning works', 'app-provisioning/how-provisioning-works'],
  discovery: ['Account discovery (preview)', 'app-provisioning/how-to-account-discovery'],
  quarantine: ['Quarantine status', 'app-provisioning/application-provisioning-quarantine-status'],
} as const;

/** A page of Microsoft's documentation says it. */
export function entra(page: keyof typeof ENTRA_PAGES): Authority {
  const [title, path] = ENTRA_PAGES[page];
  return { kind: 'entra', reference: `Entra: ${title}`, url: `https://learn.microsoft.com/entra/identity/${path}` };
}

const OKTA_PAGES = {
  scim20: ['SCIM 2.0 reference', 'https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20'],
  test: ['SPEC test', 'https://developer.okta.com/docs/guides/scim-provisioning-integration-test/main/'],
  faq: ['SCIM FAQ', 'https://developer.okta.com/docs/concepts/scim/faqs/'],
  entitlements: ['SCIM 2.0 with entitlements', 'https://developer.okta.com/docs/guides/scim-with-entitlements/main/'],
} as const;

/** A page of Okta's documentation, or one of its published tests, says it. */
export function okta(page: keyof typeof OKTA_PAGES): Authority {
  const [title, url] = OKTA_PAGES[page];
  return { kind: 'okta', reference: `Okta: ${title}`, url };
}

/** Seen in the field; the number is the entry's in docs/failures.md. */
export function field(entry: string): Authority {
  return { kind: 'field', reference: entry };
}
