/** What an audit found about the citations of a document. */

import type { AuditResult, DocumentDetail, Finding, FindingVoice } from "../api/types";
import { isGrave } from "../chain/model";
import { type Context, NOTHING_CHOSEN, stateLink } from "../context";
import { h } from "../dom";
import { formatDate, nameOf, t, word } from "../i18n";
import type { ViewState } from "../state";
import { findingFact, findingFlag, passageOf, vietnamese } from "../widgets/pieces";

/** A finding: the fact, and on demand how it is known. */
export function findingCallout(finding: Finding): HTMLElement {
  return h(
    "div",
    { class: isGrave(finding) ? "callout grave" : "callout" },
    h("p", { class: "callout-head" }, findingFlag(finding)),
    h("p", {}, findingFact(finding)),
    facts(finding),
  );
}

export function findingsTab(context: Context, detail: DocumentDetail, audit: AuditResult): HTMLElement[] {
  if (!detail.ingested) return [h("p", { class: "soft" }, t("finding.noneCited"))];
  const unknown = audit.counts["unknown"] ?? 0;
  return [
    audit.findings.length === 0
      ? h("p", { class: "soft" }, t("finding.none", { date: formatDate(audit.as_of) }))
      : h("ul", { class: "cards" }, audit.findings.map((finding) => h("li", {}, row(context, finding)))),
    ...(unknown > 0 ? [h("p", { class: "soft" }, t("finding.unknownCount", { n: unknown }))] : []),
  ];
}

/** Where the panel shows a finding: at its relation, or at its sentence when there is none. */
export function placeOf({ kind, citing, cited, evidence }: Finding): Partial<ViewState> {
  const settled = kind !== "ambiguous" && kind !== "anachronistic" && cited.key !== "";
  return settled ? { edge: { source: citing.key, target: cited.key } } : { at: passageOf(evidence) };
}

function row(context: Context, finding: Finding): HTMLElement {
  const { cited, evidence } = finding;
  const callout = findingCallout(finding);
  callout.append(
    ...(finding.voices.length > 1 ? finding.voices.map(voice) : [h("blockquote", { lang: "vi" }, evidence.sentence ?? evidence.quote)]),
    stateLink(
      context,
      { ...NOTHING_CHOSEN, ...placeOf(finding) },
      { class: "button small", focusPanel: true },
      t("finding.open"),
      h("span", { class: "visually-hidden" }, `: ${nameOf(cited)}`),
    ),
  );
  return callout;
}

/** What one text says in a conflict of days or symbols, with its sentence. */
function voice({ said, own, evidence }: FindingVoice): HTMLElement {
  const who = own ? t("finding.ownVoice") : (evidence.document_symbol ?? evidence.document);
  return h(
    "figure",
    { class: "voice" },
    h("figcaption", {}, `${/^\d{4}-\d{2}-\d{2}$/.test(said) ? formatDate(said) : said} · `, own ? who : vietnamese(who)),
    h("blockquote", { lang: "vi" }, evidence.sentence ?? evidence.quote),
  );
}

function facts(finding: Finding): HTMLElement | null {
  const { how_known: how, source, certainty, checked, successor } = finding;
  const entries: [string, string | null, boolean][] = [
    [t("finding.successor"), successor, true],
    [t("doc.howKnown"), how && t(`known.${how}`), false],
    [t("finding.source"), source, true],
    [t("finding.certainty"), certainty && word("certainty", certainty), false],
    [t("finding.checked"), checked && formatDate(checked), false],
    [t("finding.note"), finding.notes.join("; ") || null, false],
  ];
  const rows = entries.flatMap(([name, value, data]) =>
    value ? [h("div", {}, h("dt", {}, name), h("dd", {}, data ? vietnamese(value) : value))] : [],
  );
  return rows.length > 0 ? h("details", {}, h("summary", {}, t("finding.how")), h("dl", { class: "facts" }, rows)) : null;
}

