import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { Variant } from '../defect.js';
import { redeclared } from '../redeclared.js';
import { badRequest } from '../refusal.js';

const UNKNOWN = ['active', 'title', 'nickName', 'userType', 'phoneNumbers', 'addresses'];

export const fewAttributes: Variant = {
  name: 'few-attributes',
  title: 'Many attributes of people are not supported, active and the flag "primary" among them, as /Schemas says.',
  allowedBy: 'RFC 7643 §7',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    schemas: (next) => redeclared(next(), known),
    accept: (next, type, body) => {
      const accepted = Object.entries(next(type, body)).filter(([name]) => !UNKNOWN.includes(name));
      return Object.fromEntries(accepted.map(([name, value]) => [name, name === 'emails' ? unflagged(value) : value])) as JsonObject;
    },
    render: (next, entry) => Object.fromEntries(Object.entries(next(entry)).filter(([name]) => !UNKNOWN.includes(name))),
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const isUnknown = (operation: Json): boolean => isObject(operation) && names(String(operation['path'] ?? ''));
      if (operations.some(isUnknown)) throw badRequest('invalidPath', 'There is no such attribute.');
      return operations;
    },
  }),
};

function names(path: string): boolean {
  const attribute = path.split(/[.[]/)[0] ?? '';
  return UNKNOWN.some((name) => name.toLowerCase() === attribute.toLowerCase()) || /^emails\b.*\.primary$/i.test(path);
}

function known(attribute: JsonObject): JsonObject | undefined {
  if (UNKNOWN.includes(String(attribute['name']))) return undefined;
  const parts = attribute['name'] === 'emails' ? attribute['subAttributes'] : undefined;
  if (!Array.isArray(parts)) return attribute;
  return { ...attribute, subAttributes: parts.filter((part) => !isObject(part) || part['name'] !== 'primary') };
}

function unflagged(emails: Json): Json {
  if (!Array.isArray(emails)) return emails;
  return emails.map((email) => {
    if (!isObject(email)) return email;
    const { primary: _, ...rest } = email;
    return rest;
  });
}
