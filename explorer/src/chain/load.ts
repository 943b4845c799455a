/** Asks for a chain and for what an audit says about it. */

import { api } from "../api/client";
import type { AuditResult, Finding, Gap, Note, TraceNode } from "../api/types";
import type { ViewState } from "../state";
import { type Chain, chainOf } from "./model";
import { relationRank } from "./vocabulary";

/** How many documents a chain may have; the API says `truncated` when there are more. */
const MOST_NODES = 400;
/** How many documents of a chain are audited; each is a request of its own. */
const MOST_AUDITED = 60;
const AT_ONCE = 6;
const FINDINGS = 100;

export interface LoadedChain {
  chain: Chain;
  gaps: Gap[];
  truncated: boolean;
  notes: Note[];
  /** Relations that the chain has without a filter, strongest first. */
  types: string[];
  /** How many of its documents with full text were audited; `null` when that failed. */
  audited: number | null;
  auditable: number;
}

export type ChainQuery = Pick<ViewState, "direction" | "depth" | "types" | "asOf"> & { doc: string };

export function chainQueryId(query: ChainQuery): string {
  return JSON.stringify([query.doc, query.direction, query.depth, query.types, query.asOf]);
}

export async function loadChain(query: ChainQuery): Promise<LoadedChain> {
  const ask = (types: readonly string[]): ReturnType<typeof api.trace> => api.trace({ ...query, types, maxNodes: MOST_NODES });
  const [trace, whole] = await Promise.all([ask(query.types), ask([])]);
  const auditable = trace.nodes.filter((node) => node.ingested);
  const findings = await audit(auditable.slice(0, MOST_AUDITED), query.asOf);
  const types = new Set([...whole.edges.map((edge) => edge.type), ...query.types]);
  return {
    chain: chainOf(trace, findings ?? []),
    gaps: trace.gaps,
    truncated: trace.truncated,
    notes: trace.notes,
    types: [...types].sort((one, other) => relationRank(one) - relationRank(other)),
    audited: findings && Math.min(auditable.length, MOST_AUDITED),
    auditable: auditable.length,
  };
}

/** What an audit says about the citations of one document. */
export function auditOf(doc: string, asOf: string | null): Promise<AuditResult> {
  return api.audit({ doc, as_of: asOf, limit: FINDINGS });
}

async function audit(nodes: readonly TraceNode[], asOf: string | null): Promise<Finding[] | null> {
  const found: Finding[] = [];
  try {
    for (let from = 0; from < nodes.length; from += AT_ONCE) {
      const answers = nodes.slice(from, from + AT_ONCE).map((node) => auditOf(node.key, asOf));
      for (const answer of await Promise.all(answers)) found.push(...answer.findings);
    }
  } catch {
    return null;
  }
  return found;
}
