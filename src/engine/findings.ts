import { CHECKS } from '../check/catalogue.js';
import type { Check } from '../check/check.js';
import { type Diagnosis, diagnose } from '../check/diagnose.js';
import type { Symptom } from '../check/symptom.js';
import type { Dialect } from '../client/client.js';
import { CLIENTS } from '../client/registry.js';
import type { Found } from '../event/event.js';
import type { Wire } from './wire.js';

/** A step that could not be judged, and the candidates of what is in its way. */
export interface Blocked {
  readonly dialect: Dialect;
  readonly scenario: string;
  readonly step: number;
  readonly candidates: readonly string[];
}

/** What a run has gathered for the diagnosis. */
export class Record {
  readonly symptoms: Symptom[] = [];
  /** Checks that held somewhere: what they judge is the same under every client. */
  readonly cleared = new Set<string>();
  /** Checks that held under one dialect, `dialect check`: what they judge depends on what the client sends. */
  readonly clearedHere = new Set<string>();
  /** `dialect path` → the symptom of a value that a creation brought and that never showed: later writes of it will not show either. */
  readonly unseen = new Map<string, readonly string[]>();
  readonly blocked: Blocked[] = [];

  /** Forgets symptoms: what they were about is tried again in another way. */
  withdraw(symptoms: readonly Symptom[]): void {
    for (const symptom of symptoms) {
      const index = this.symptoms.indexOf(symptom);
      if (index !== -1) this.symptoms.splice(index, 1);
    }
  }
}

/**
 * Turns what was seen into findings: per dialect one for each root.
 *
 * @param record symptoms and cleared checks of the whole run
 * @param dialects the dialects played, in order
 * @param wire tells what was sent
 */
export function findingsOf(record: Record, dialects: readonly Dialect[], wire: Wire): Found[] {
  const findings: Found[] = [];
  for (const dialect of dialects) {
    const symptoms = record.symptoms.filter((symptom) => symptom.dialect === dialect);
    const here = [...record.clearedHere].filter((each) => each.startsWith(`${dialect} `)).map((each) => each.slice(dialect.length + 1));
    const diagnoses = diagnose(symptoms, new Set([...record.cleared, ...here])).sort((a, b) => firstOrder(a) - firstOrder(b));
    for (const diagnosis of diagnoses) {
      const check = CHECKS.get(diagnosis.check);
      if (check === undefined) continue;
      findings.push(finding(`F${findings.length + 1}`, check, diagnosis, dialect, record.blocked, wire));
    }
  }
  return findings;
}

function firstOrder(diagnosis: Diagnosis): number {
  const order = diagnosis.symptoms[0]?.order ?? [0, 0];
  return order[0] * 1e6 + order[1];
}

function finding(id: string, check: Check, diagnosis: Diagnosis, dialect: Dialect, blocked: readonly Blocked[], wire: Wire): Found {
  const family = CLIENTS[dialect].family;
  const [first] = diagnosis.symptoms;
  const sent = first?.exchange === undefined ? undefined : wire.describe(first.exchange);
  const repeat = first?.exchange === undefined ? undefined : wire.repeat(first.exchange);
  // A blocked step holds on to the very list of the symptom that is in its way.
  const causes = new Set(diagnosis.symptoms.map((symptom) => symptom.candidates));
  const blocks = blocked.filter((each) => each.dialect === dialect && causes.has(each.candidates));
  return {
    type: 'finding',
    id,
    check: check.id,
    title: check.title,
    severity: check.severityFor?.[family] ?? check.severity,
    impact: check.impact,
    authorities: check.authorities,
    client: family,
    dialect,
    ...(first?.scenario === undefined ? {} : { scenario: first.scenario }),
    ...(first?.step === undefined ? {} : { step: first.step }),
    ...(first?.label === undefined ? {} : { label: first.label }),
    ...(first?.source === undefined ? {} : { source: first.source }),
    ...(first?.exchange === undefined ? {} : { exchange: first.exchange }),
    ...(sent === undefined ? {} : { sent }),
    expected: first?.expected ?? '',
    received: first?.received ?? '',
    effect: check.effect,
    fix: check.fix,
    ...(repeat === undefined ? {} : { repeat }),
    count: diagnosis.symptoms.length,
    blocks: [...new Set(blocks.map((each) => `${each.scenario}:${each.step}`))],
  };
}
