/**
 * The answers of the API, as `queries/results.py` defines them. Dates are ISO days, `null` when unknown; offsets count
 * characters (Unicode code points) of the text as read.
 */

export const LEVELS = ["central", "province", "district", "ward"] as const;
export type Level = (typeof LEVELS)[number];
export type ValidityStatus = "in_force" | "not_yet_in_force" | "ended" | "ended_in_part" | "unknown";
export type HowKnown = "text" | "reference" | "derived" | "human";
export type Severity = "high" | "medium" | "low" | "info";
export type MentionState = "resolved" | "ambiguous" | "unresolved" | "malformed" | "anachronistic" | "self";
export type TraceDirection = "up" | "down";
export const FINDING_KINDS = [
  "ended",
  "anachronistic",
  "basis_ended",
  "ended_in_part",
  "suspended",
  "amended",
  "not_yet_in_force",
  "needs_review",
  "date_conflict",
  "symbol_conflict",
  "copies_differ",
  "ambiguous",
  "ended_since",
  "unknown",
] as const;
/** Kinds of findings, the gravest first. */
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface ValidityInfo {
  status: ValidityStatus;
  in_force_from: string | null;
  ended: string | null;
  scope: "whole" | "part" | null;
  ended_by: string | null;
  how_known: HowKnown | null;
  source: string | null;
  certainty: string | null;
  checked: string | null;
}

export interface DocumentRef {
  key: string;
  symbol: string | null;
  type: string;
  type_name: string;
  label: string;
  title: string | null;
  issuer: string | null;
  level: Level | null;
  date: string | null;
  ingested: boolean;
  validity: ValidityInfo;
}

export interface EvidenceInfo {
  document: string;
  document_symbol: string | null;
  source: string | null;
  start: number;
  end: number;
  quote: string;
  sentence: string | null;
  cue: string | null;
  pinpoint: string | null;
  extractor: string | null;
  confidence: number | null;
  page: number | null;
  read_by: "text" | "ocr" | null;
  read_quality: number | null;
}

export interface EdgeInfo {
  source: string;
  target: string;
  type: string;
  label: string;
  reverse_label: string;
  evidence: EvidenceInfo[];
}

export interface TraceNode extends DocumentRef {
  depth: number;
}

export interface Gap {
  level: "province" | "district";
  below: string;
  above: string;
  message: string;
}

export interface TraceResult {
  root: string;
  direction: TraceDirection;
  as_of: string;
  nodes: TraceNode[];
  edges: EdgeInfo[];
  gaps: Gap[];
  truncated: boolean;
  notes: Note[];
}

export interface Page {
  total: number;
  next: string | null;
}

export interface CitedName {
  key: string;
  symbol: string | null;
  title: string | null;
  issuer: string | null;
  /** Its file, where it has neither number nor title. */
  file?: string | null;
}

/** Something to know about an answer as a whole. */
export interface Note {
  message: string;
  message_en: string;
}

/** What texts give as the day or the symbol of a document, with the first sentence that does so. */
export interface FindingVoice {
  said: string;
  places: number;
  own: boolean;
  evidence: EvidenceInfo;
}

export interface Finding {
  kind: FindingKind;
  severity: Severity;
  message: string;
  message_en: string;
  citing: CitedName;
  cited: CitedName;
  ended: string | null;
  in_force_from: string | null;
  changed: string | null;
  ended_by: string | null;
  how_known: HowKnown | null;
  certainty: string | null;
  source: string | null;
  checked: string | null;
  evidence: EvidenceInfo;
  voices: FindingVoice[];
  notes: string[];
  successor: string | null;
  date: string | null;
}

export interface AuditResult {
  as_of: string;
  findings: Finding[];
  counts: Record<string, number>;
  documents: number;
  citations: number;
  later: number;
  first: string | null;
  page: Page | null;
}

export interface CoverageUnit {
  unit: string;
  unit_name: string;
  level: Level | null;
  place: string | null;
  deadline: string | null;
}

export interface CoverageItem {
  unit: string;
  unit_name: string;
  document: CitedName;
  through: string | null;
  depth: number;
  deadline: string | null;
  late: boolean | null;
  date: string | null;
}

export interface CoverageResult {
  document: DocumentRef;
  as_of: string;
  expected: CoverageUnit[];
  implemented: CoverageItem[];
  missing: CoverageUnit[];
  others: number;
  late: number;
}

export interface SearchHit extends DocumentRef {
  score: number;
  snippet: string | null;
}

export interface SearchResult {
  query: string;
  hits: SearchHit[];
  page: Page;
}

export interface DocumentList {
  documents: DocumentRef[];
  page: Page;
}

export interface MentionInfo {
  id: string;
  start: number;
  end: number;
  text: string;
  type: string;
  symbol: string | null;
  date: string | null;
  issuer: string | null;
  name: string | null;
  relation: string;
  embedded: boolean;
  pinpoint: string | null;
  state: MentionState;
  document_key: string | null;
  reason: string;
  confidence: number;
  candidates: [string, number][];
  page: number | null;
  read_by: "text" | "ocr" | null;
  read_quality: number | null;
}

export type DeadlineUnit = "hour" | "working_hour" | "day" | "working_day" | "week" | "month" | "quarter" | "year";

/** A deadline that runs from an event; a count of 0 is at once. */
export interface EventDeadlineInfo {
  count: number;
  unit: DeadlineUnit;
  event: string;
  date: string | null;
}

export interface ReportInfo {
  to: string;
  through: string | null;
}

export interface AssignmentInfo {
  document: CitedName;
  unit: string;
  unit_name: string;
  text: string;
  roles: string[];
  deadlines: string[];
  recurrence: string[];
  event_deadlines: EventDeadlineInfo[];
  reports: ReportInfo[];
  part: "organisation" | "body";
  passed: boolean;
  validity: ValidityInfo;
  evidence: EvidenceInfo;
}

export interface AssignmentsResult {
  unit: string | null;
  as_of: string;
  assignments: AssignmentInfo[];
  later: number;
  page: Page;
}

export interface RelationCount {
  type: string;
  direction: "out" | "in";
  label: string;
  count: number;
}

export interface Neighbour {
  direction: "out" | "in";
  document: DocumentRef;
  edge: EdgeInfo;
}

export interface NeighboursResult {
  document: DocumentRef;
  counts: RelationCount[];
  neighbours: Neighbour[];
  page: Page;
}

export interface FileInfo {
  path: string;
  sha256: string;
  format: string;
  size: number;
  speaks: boolean;
  likeness: number;
}

/** Provisions that begin or end on a day of their own. */
export interface PartInfo {
  provisions: string[];
  status: ValidityStatus;
  in_force_from: string | null;
  ended: string | null;
  ended_by: string | null;
  source: string | null;
}

/** A suspension that holds on the day of the question; `resumed` is the first day on which it no longer does. */
export interface SuspensionInfo {
  since: string;
  resumed: string | null;
  provisions: string[];
  by: string | null;
  source: string | null;
}

export interface DocumentDetail extends DocumentRef {
  number: string | null;
  body: string | null;
  place: string | null;
  signer: string | null;
  source: string | null;
  file: string | null;
  files: FileInfo[];
  mentions: MentionInfo[];
  counts: RelationCount[];
  recipients: string[];
  assignments: number;
  parts: PartInfo[];
  suspensions: SuspensionInfo[];
  needs_review: Note[];
  known: string[];
  uncited: boolean;
  claims: Record<string, Record<string, number>>;
}

export interface TextResult {
  key: string;
  source: string;
  text: string;
  mentions: MentionInfo[];
}

export interface StatsResult {
  nodes: Record<string, number>;
  edges: Record<string, number>;
  mentions: Record<string, number>;
  as_of: string;
  validity: Partial<Record<ValidityStatus, number>>;
}

/** Problem details (RFC 9457); `candidates` come with 409, `near` with 404. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  candidates?: { key: string; text: string }[];
  near?: string[];
}
