/** A chain as it is drawn and read: documents, lines between them, what an audit says of both. Pure. */

import type { EdgeInfo, EvidenceInfo, Finding, Level, TraceNode, TraceResult } from "../api/types";
import { edgeId, type EdgeName } from "../state";
import { relationRank, type RelationStyle, relationStyle } from "./vocabulary";

/** Columns from left to right; documents of unknown level stand before all others. */
export const COLUMNS = ["unknown", "central", "province", "district", "ward"] as const;
export type Column = (typeof COLUMNS)[number];

/** All relations from one document to another: one line in the diagram. */
export interface Link {
  id: string;
  source: string;
  target: string;
  /** Strongest first. */
  edges: EdgeInfo[];
  findings: Finding[];
  /** The finding that the line is flagged for, `null` when there is none to flag. */
  flag: Finding | null;
}

export interface Chain {
  root: string;
  direction: "up" | "down";
  asOf: string;
  nodes: TraceNode[];
  byKey: Map<string, TraceNode>;
  links: Link[];
  byId: Map<string, Link>;
}

/** A statement of a link with the relation that it claims. */
export interface LinkStatement {
  edge: EdgeInfo;
  evidence: EvidenceInfo;
}

export function columnOf(level: Level | null): Column {
  return level ?? "unknown";
}

/** Whether a finding is worth a flag; others are remarks. */
export function isGrave(finding: Pick<Finding, "severity">): boolean {
  return finding.severity === "high" || finding.severity === "medium";
}

/** Whether a document is flagged: it has ended, wholly or in part, on the day of the question. */
export function isEnded(node: Pick<TraceNode, "validity">): boolean {
  return node.validity.status === "ended" || node.validity.status === "ended_in_part";
}

/** Joins parallel edges into links and puts the findings of an audit on them. */
export function chainOf(trace: TraceResult, findings: readonly Finding[]): Chain {
  const byKey = new Map(trace.nodes.map((node) => [node.key, node]));
  const links = linksOf(
    trace.edges.filter((edge) => byKey.has(edge.source) && byKey.has(edge.target)),
    findings,
  );
  return {
    root: trace.root,
    direction: trace.direction,
    asOf: trace.as_of,
    nodes: trace.nodes,
    byKey,
    links,
    byId: new Map(links.map((link) => [link.id, link])),
  };
}

/** The links that `edges` make, in the order of their first edge. */
export function linksOf(edges: readonly EdgeInfo[], findings: readonly Finding[]): Link[] {
  const links = new Map<string, Link>();
  for (const edge of edges) {
    const id = edgeId(edge);
    const link = links.get(id) ?? { id, source: edge.source, target: edge.target, edges: [], findings: [], flag: null };
    link.edges.push(edge);
    links.set(id, link);
  }
  for (const finding of findings) {
    links.get(edgeId({ source: finding.citing.key, target: finding.cited.key }))?.findings.push(finding);
  }
  for (const link of links.values()) {
    link.edges.sort((one, other) => relationRank(one.type) - relationRank(other.type));
    link.flag = link.findings.find(isGrave) ?? null;
  }
  return [...links.values()];
}

/** How a link is drawn: by its strongest relation, and never thin when it is flagged. */
export function strokeOf(link: Pick<Link, "edges" | "flag">): RelationStyle {
  const style = relationStyle(link.edges[0]?.type ?? "");
  return link.flag ? { ...style, width: Math.max(style.width, 1.8) } : style;
}

/** The statements of a link: its own documents' first, then those of third ones, each in the order of the text. */
export function statementsOf(link: Pick<Link, "edges" | "source">): LinkStatement[] {
  return link.edges
    .flatMap((edge) => edge.evidence.map((evidence) => ({ edge, evidence })))
    .sort((one, other) => Number(one.evidence.document !== link.source) - Number(other.evidence.document !== link.source));
}

/** The links at a document, and the documents at their other ends. */
export function surroundings(chain: Chain, key: string): { links: Set<string>; nodes: Set<string> } {
  const links = chain.links.filter((link) => link.source === key || link.target === key);
  return {
    links: new Set(links.map((link) => link.id)),
    nodes: new Set([key, ...links.flatMap((link) => [link.source, link.target])]),
  };
}

/** The other end of a link, seen in the direction of the chain: what it leads to. */
export function farEnd(link: EdgeName, direction: "up" | "down"): string {
  return direction === "up" ? link.target : link.source;
}
