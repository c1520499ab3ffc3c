import type { Variant } from '../defect.js';
import { badRequest } from '../refusal.js';

export const filterOperatorsDeclined: Variant = {
  name: 'filter-operators-declined',
  title: 'Filters know eq, and, or and not; others are declined with 400 invalidFilter.',
  allowedBy: 'RFC 7644 §3.4.2.2',
  hooks: () => ({
    select: (next, entries, filter, types) => {
      const outside = filter.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
      if (/ (ne|co|sw|ew|gt|ge|lt|le) | pr\b|\](?!\.)/i.test(outside)) throw badRequest('invalidFilter', 'This operator is not supported.');
      return next(entries, filter, types);
    },
  }),
};
