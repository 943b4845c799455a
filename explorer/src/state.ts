/** What is on screen, as a value, and its permalink: the query string of `/`. Both directions are pure. */

import { FINDING_KINDS, type FindingKind, type Level, LEVELS, type TraceDirection } from "./api/types";

export type Language = "vi" | "en";
export type View = "chain" | "list" | "neighbours" | "coverage" | "audit";
export type Tab = "overview" | "findings" | "tasks" | "mentions";

/** An edge as the two documents that it joins; all relations between them are shown together. */
export interface EdgeName {
  source: string;
  target: string;
}

/** A passage of an ingested document: half-open interval of characters of its text as read. */
export interface Passage {
  document: string;
  start: number;
  end: number;
}

export interface ViewState {
  /** The document in focus as a key or a symbol; `null`: the audit by its view, the results of `q`, or the start page. */
  doc: string | null;
  q: string | null;
  view: View;
  direction: TraceDirection;
  depth: number;
  /** Relations that a chain may follow; empty: all. */
  types: readonly string[];
  /** The day on which validity is judged; `null`: today. */
  asOf: string | null;
  /** Which findings an audit shows; empty: all but those of unknown validity. */
  kinds: readonly FindingKind[];
  /** Whose documents an audit looks at, or who is expected to carry a document out. */
  level: Level | null;
  place: string | null;
  body: string | null;
  /** By when a plan was due, for a coverage. */
  deadline: string | null;
  lang: Language;
  /** What the panel shows: a passage, else the statements of an edge, else a document (`node`, or the one in focus). */
  node: string | null;
  edge: EdgeName | null;
  /** Which statement of the edge, counted from 1. */
  statement: number;
  at: Passage | null;
  tab: Tab;
}

export const MAX_DEPTH = 12;
export const DEFAULTS: ViewState = {
  doc: null,
  q: null,
  view: "chain",
  direction: "up",
  depth: 8,
  types: [],
  asOf: null,
  kinds: [],
  level: null,
  place: null,
  body: null,
  deadline: null,
  lang: "vi",
  node: null,
  edge: null,
  statement: 1,
  at: null,
  tab: "overview",
};

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const PASSAGE = /^(.+)@(\d+)-(\d+)$/;

/** Reads a query string; what is missing or makes no sense becomes the default. */
export function parseState(query: string): ViewState {
  const given = new URLSearchParams(query);
  return {
    doc: given.get("doc") || null,
    q: given.get("q") || null,
    view: oneOf(given.get("view"), ["chain", "list", "neighbours", "coverage", "audit"]) ?? DEFAULTS.view,
    direction: oneOf(given.get("direction"), ["up", "down"]) ?? DEFAULTS.direction,
    depth: whole(given.get("depth"), 1, MAX_DEPTH) ?? DEFAULTS.depth,
    types: (given.get("types") ?? "").split(",").filter((type) => /^[A-Z_]+$/.test(type)),
    asOf: day(given.get("as_of")),
    kinds: FINDING_KINDS.filter((kind) => (given.get("kinds") ?? "").split(",").includes(kind)),
    level: oneOf(given.get("level"), LEVELS),
    place: given.get("place") || null,
    body: given.get("body") || null,
    deadline: day(given.get("deadline")),
    lang: oneOf(given.get("lang"), ["vi", "en"]) ?? DEFAULTS.lang,
    node: given.get("node") || null,
    edge: edge(given.get("edge")),
    statement: whole(given.get("statement"), 1, 100_000) ?? 1,
    at: passage(given.get("at")),
    tab: oneOf(given.get("tab"), ["overview", "findings", "tasks", "mentions"]) ?? DEFAULTS.tab,
  };
}

/** Writes a query string without what is at its default; `""` for the start page, otherwise it begins with `?`. */
export function formatState(state: ViewState): string {
  const entries: [string, string | null][] = [
    ["doc", state.doc],
    ["q", state.q],
    ["view", unless(state.view, DEFAULTS.view)],
    ["direction", unless(state.direction, DEFAULTS.direction)],
    ["depth", unless(state.depth, DEFAULTS.depth)],
    ["types", state.types.join(",") || null],
    ["as_of", state.asOf],
    ["kinds", state.kinds.join(",") || null],
    ["level", state.level],
    ["place", state.place],
    ["body", state.body],
    ["deadline", state.deadline],
    ["node", state.node],
    ["edge", state.edge && edgeId(state.edge)],
    ["statement", unless(state.statement, 1)],
    ["at", state.at && `${state.at.document}@${state.at.start}-${state.at.end}`],
    ["tab", unless(state.tab, DEFAULTS.tab)],
    ["lang", unless(state.lang, DEFAULTS.lang)],
  ];
  const given = new URLSearchParams(entries.filter((entry): entry is [string, string] => !!entry[1]));
  // These may stand in a query as they are, and a permalink with "12/KH-UBND" can be read.
  return given.size ? `?${given}`.replace(/%(?:2F|3A|2C|40|7E)/g, decodeURIComponent) : "";
}

export function edgeId(edge: EdgeName): string {
  return `${edge.source}~${edge.target}`;
}

function edge(value: string | null): EdgeName | null {
  const [source, target, ...rest] = (value ?? "").split("~");
  return source && target && rest.length === 0 ? { source, target } : null;
}

function passage(value: string | null): Passage | null {
  const [, document, start, end] = PASSAGE.exec(value ?? "") ?? [];
  const found = { document: document ?? "", start: Number(start), end: Number(end) };
  return document && found.start < found.end ? found : null;
}

function day(value: string | null): string | null {
  return value && ISO_DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}

function whole(value: string | null, least: number, most: number): number | null {
  const number = Number(value ?? Number.NaN);
  return Number.isInteger(number) && number >= least && number <= most ? number : null;
}

function oneOf<T extends string>(value: string | null, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === value) ?? null;
}

function unless<T extends string | number>(value: T, standard: T): string | null {
  return value === standard ? null : String(value);
}
