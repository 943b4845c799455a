/** Small pieces that several parts show: chips, flags, messages with a next step. */

import { ApiError, originalOf } from "../api/client";
import type { DocumentRef, EvidenceInfo, Finding, Level, Note } from "../api/types";
import { endedText } from "../chain/card";
import { isEnded, isGrave } from "../chain/model";
import { sampleLine } from "../chain/svg";
import { relationStyle } from "../chain/vocabulary";
import { type Context, NO_FILTER, NOTHING_CHOSEN, stateLink } from "../context";
import { h } from "../dom";
import { formatDate, isVietnamese, levelName, nameOf, relationName, shortIssuer, t, typeName, word } from "../i18n";
import { DEFAULTS, type Passage } from "../state";

type Children = Parameters<typeof h>[2][];

export function levelChip(level: Level | null): HTMLElement {
  return h("span", { class: "level", "data-level": level ?? "unknown" }, levelName(level));
}

/** ● for a document with full text, ○ for one that is only cited; with words for those who don't see it. */
export function textMark(document: Pick<DocumentRef, "ingested">): HTMLElement {
  const words = t(document.ingested ? "legend.ingested" : "legend.cited");
  return h("span", { class: "text-mark", title: words }, h("span", { "aria-hidden": "true" }, document.ingested ? "●" : "○"), hidden(` ${words}`));
}

export function validityChip(document: Pick<DocumentRef, "validity">): HTMLElement {
  const { status } = document.validity;
  if (isEnded(document)) return h("span", { class: "flag" }, `⚑ ${endedText(document)}`);
  return h("span", { class: `validity validity-${status}` }, t(`validity.${status}`));
}

export function relationChip(type: string, direction: "out" | "in", edge?: { label: string; reverse_label: string }): HTMLElement {
  const chip = h("span", { class: "relation", style: `--relation: var(--relation-${relationStyle(type).colour})` });
  chip.innerHTML = `<svg class="line-sample" viewBox="0 0 30 12" aria-hidden="true">${sampleLine(type)}</svg>`;
  chip.append(relationName(type, direction, edge));
  return chip;
}

/** A citation that an audit flags, in words: "⚑ Dẫn văn bản đã hết hiệu lực". */
export function findingFlag(finding: Finding): HTMLElement {
  return h("span", { class: isGrave(finding) ? "flag" : "remark" }, findingWords(finding));
}

export function findingWords(finding: Finding): string {
  return `${isGrave(finding) ? "⚑" : "ℹ︎"} ${word("finding", finding.kind)}`;
}

/** Text of a document, which is Vietnamese in every language of the interface. */
export function vietnamese(text: string, attributes: Record<string, string> = {}): HTMLElement {
  return h("span", { lang: "vi", ...attributes }, text);
}

/** The fact of a finding in one sentence. */
export function findingFact({ message, message_en: english }: Finding): HTMLElement {
  return isVietnamese() ? vietnamese(message) : h("span", {}, english);
}

/** A note on an answer, in the language of the page. */
export function noteWords({ message, message_en: english }: Note): string {
  return isVietnamese() ? message : english;
}

/** Kind, issuing body and date of a document on one line. */
export function documentLine(document: DocumentRef): HTMLElement {
  return h(
    "span",
    { class: "document-line" },
    `${typeName(document)} · `,
    vietnamese(shortIssuer(document.issuer), document.issuer ? { title: document.issuer } : {}),
    document.date && ` · ${formatDate(document.date)}`,
  );
}

/** A document as a link to its chain. */
export function documentNameLink(context: Context, document: { key: string; symbol: string | null; title: string | null }): HTMLAnchorElement {
  return stateLink(
    context,
    { ...NOTHING_CHOSEN, ...NO_FILTER, doc: document.key, q: null, types: [], view: DEFAULTS.view, direction: DEFAULTS.direction },
    { class: "document-link" },
    vietnamese(nameOf(document)),
  );
}

/** Leads to a file as it came, where a browser can show it at one of its pages. */
export function originalLink(source: string, page: number | null, words: string): HTMLElement {
  return h("a", { href: originalOf(source, page), target: "_blank", rel: "noopener" }, words);
}

export function passageOf(evidence: EvidenceInfo): Passage {
  return { document: evidence.document, start: evidence.start, end: evidence.end };
}

/** Text for screen readers alone. */
export function hidden(text: string): HTMLElement {
  return h("span", { class: "visually-hidden" }, text);
}

export function loading(words: string = t("app.loading")): HTMLElement {
  return h("p", { class: "loading", role: "status" }, h("span", { class: "spinner", "aria-hidden": "true" }), words);
}

/** A state of its own: nothing there, not found, too big, failed. Always with what to do next. */
export function notice(title: string, next: string, ...actions: Children): HTMLElement {
  return h("div", { class: "notice" }, h("h2", {}, title), h("p", {}, next), actions.length > 0 && h("p", { class: "actions" }, ...actions));
}

/** What went wrong with a request, with a way to try again. */
export function failure(error: unknown, retry: () => void): HTMLElement {
  const button = h("button", { type: "button", class: "button", onclick: retry }, t("error.retry"));
  if (error instanceof ApiError && error.status === 0) return notice(t("error.offline"), t("error.offlineNext"), button);
  const { problem, retryAfter } = error instanceof ApiError ? error : { problem: null, retryAfter: null };
  const detail = problem?.detail ?? String(error);
  const next = retryAfter === null ? detail : `${detail} ${t("error.retryAfter", { seconds: retryAfter })}`;
  return notice(problem?.title ?? t("error.server"), next, button);
}
