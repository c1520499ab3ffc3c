import type { GalleryRequirementEvent } from '../event/event.js';
import { escapeMarkdown } from './escape.js';
import type { Reporter } from './reporter.js';

/** What stands before the evidence. */
const WORDS: Readonly<Record<GalleryRequirementEvent['status'], string>> = {
  proven: 'proven',
  failed: '**not met**',
  'not-tested': 'not tested',
  person: 'to be filled in',
};

/** For the ticket: the gallery's requirements as a list to tick off; what no wire can show is left to a person. */
export const galleryRequirements: Reporter = {
  name: 'requirements',
  description: "of scim-check gallery: the gallery's requirements as a list to tick off",
  live: true,
  create(out) {
    out.write("# The gallery's requirements\n\n");
    return {
      event: (event) => {
        if (event.type === 'gallery-requirement') out.write(lineOf(event));
      },
      end: () => undefined,
    };
  },
};

function lineOf({ title, need, status, evidence }: GalleryRequirementEvent): string {
  const box = status === 'proven' ? 'x' : ' ';
  const more = evidence === '' ? '' : `: ${escapeMarkdown(evidence)}`;
  return `- [${box}] ${escapeMarkdown(title)}${need === 'recommended' ? ' (recommended)' : ''} — ${WORDS[status]}${more}\n`;
}
