/** The API as typed functions. Answers are kept for the visit, so going back and forth asks nothing twice. */

import type {
  AssignmentsResult,
  AuditResult,
  CoverageResult,
  DocumentDetail,
  DocumentList,
  NeighboursResult,
  Problem,
  SearchResult,
  StatsResult,
  TextResult,
  TraceDirection,
  TraceResult,
} from "./types";

type Parameters = Record<string, string | number | boolean | null | undefined>;

const BASE = "api/v1/";
const MOST_KEPT = 200;

/** Where the file is that a text was read from, opened at a page where it has pages. */
export function originalOf(source: string, page: number | null = null): string {
  return `${BASE}originals/${source}${page === null ? "" : `#page=${page}`}`;
}

/**
 * An answer other than the one asked for: what the API said, or that it could not be reached (`status` 0), and after how
 * many seconds it wants to be asked again.
 */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
    readonly retryAfter: number | null = null,
  ) {
    super(problem?.detail ?? `HTTP ${status}`);
  }
}

/** Whether an error only says that a newer request made this one pointless. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

const kept = new Map<string, Promise<unknown>>();

async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { headers: { Accept: "application/json" }, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new ApiError(0, null);
  }
  if (response.ok) return (await response.json()) as T;
  const problem = response.headers.get("content-type")?.includes("json") ? ((await response.json()) as Problem) : null;
  throw new ApiError(response.status, problem, Number(response.headers.get("retry-after")) || null);
}

function addressOf(path: string, parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  }
  return BASE + path + (query.size ? `?${query}` : "");
}

/** Where the API gives an answer as a file. */
export function reportAddress(question: "audit" | "coverage", query: AuditQuery | CoverageQuery, format: string, lang: string): string {
  return addressOf(`reports/${question}`, { ...query, format, lang });
}

function get<T>(path: string, parameters: Parameters = {}): Promise<T> {
  const address = addressOf(path, parameters);
  const known = kept.get(address);
  if (known) return known as Promise<T>;
  const answer = fetchJson<T>(address);
  kept.set(address, answer);
  answer.catch(() => kept.delete(address));
  const oldest = kept.keys().next();
  if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
  return answer;
}

export interface TraceQuery {
  doc: string;
  direction: TraceDirection;
  depth: number;
  types: readonly string[];
  asOf: string | null;
  maxNodes: number;
}

/** What an audit looks at. */
export interface AuditQuery {
  doc?: string;
  kind?: string;
  level?: string | null;
  place?: string | null;
  body?: string | null;
  as_of?: string | null;
}

/** Who is expected to carry a document out, and by when. */
export interface CoverageQuery {
  doc: string;
  level: string | null;
  place: string | null;
  deadline: string | null;
  as_of: string | null;
}

export interface PageQuery {
  limit: number;
  cursor?: string | null;
}

export const api = {
  document: (doc: string, asOf: string | null = null) =>
    get<DocumentDetail>(`documents/${doc.split("/").map(encodeURIComponent).join("/")}`, { as_of: asOf }),

  documents: (query: PageQuery & { level?: string | null; ingested?: boolean }) => get<DocumentList>("documents", { ...query }),

  text: (doc: string) => get<TextResult>("text", { doc }),

  trace: (query: TraceQuery) =>
    get<TraceResult>("trace", {
      doc: query.doc,
      direction: query.direction,
      max_hops: query.depth,
      max_nodes: query.maxNodes,
      types: query.types.join(","),
      as_of: query.asOf,
    }),

  neighbours: (query: PageQuery & { doc: string; type?: string; direction?: "out" | "in"; as_of?: string | null }) =>
    get<NeighboursResult>("neighbours", { ...query }),

  audit: (query: PageQuery & AuditQuery) => get<AuditResult>("audit", { ...query }),

  coverage: (query: CoverageQuery) => get<CoverageResult>("coverage", { ...query }),

  assignments: (query: PageQuery & { doc: string; as_of?: string | null }) => get<AssignmentsResult>("assignments", { ...query }),

  search: (query: PageQuery & { q: string }) => get<SearchResult>("search", { ...query }),

  /** Search while somebody types: not kept, and given up when the next letter comes. */
  suggest: (q: string, limit: number, signal: AbortSignal) =>
    fetchJson<SearchResult>(`${BASE}search?${new URLSearchParams({ q, limit: String(limit) })}`, signal),

  stats: () => get<StatsResult>("stats"),
};
