/** The statements that claim a relation: who says it, in which sentence, and what an audit finds about it. */

import { api } from "../api/client";
import type { DocumentRef, EvidenceInfo, Neighbour } from "../api/types";
import { auditOf } from "../chain/load";
import { type Link, linksOf, type LinkStatement, statementsOf } from "../chain/model";
import { type Context, NOTHING_CHOSEN, stateLink } from "../context";
import { h, icon } from "../dom";
import { formatNumber, nameOf, t } from "../i18n";
import { edgeId, type EdgeName } from "../state";
import { documentLine, levelChip, notice, originalLink, relationChip, textMark, validityChip, vietnamese } from "../widgets/pieces";
import { findingCallout } from "./findings";
import type { Content } from "./panel";
import { sourceText, textOf } from "./source-text";

const PAGE = 200;

interface Found {
  link: Link;
  source: DocumentRef;
  target: DocumentRef;
}

export async function evidenceContent(context: Context, edge: EdgeName, number: number, asOf: string | null): Promise<Content> {
  const found = await find(edge, asOf);
  const all = found ? statementsOf(found.link) : [];
  const place = Math.min(number, all.length);
  const statement = all[place - 1];
  if (!found || !statement) {
    const action = stateLink(context, { ...NOTHING_CHOSEN, view: "neighbours" }, { class: "button" }, t("view.neighbours"));
    return { title: t("evidence.title"), body: [notice(t("evidence.gone"), t("evidence.goneNext"), action)] };
  }
  const { link, source, target } = found;
  return {
    title: t("evidence.title"),
    body: [
      h(
        "div",
        { class: "relation-ends" },
        end(context, source),
        h("p", { class: "relation-verbs" }, link.edges.map((each) => relationChip(each.type, "out", each))),
        end(context, target),
      ),
      ...link.findings.map((finding) => findingCallout(finding)),
      steps(context, place, all.length),
      await words(statement, found, asOf),
    ],
  };
}

/** Looks an edge up among what its citing document refers to. */
async function find(edge: EdgeName, asOf: string | null): Promise<Found | null> {
  const neighbours: Neighbour[] = [];
  let cursor: string | null = null;
  let source: DocumentRef;
  do {
    const answer = await api.neighbours({ doc: edge.source, direction: "out", limit: PAGE, cursor, as_of: asOf });
    neighbours.push(...answer.neighbours.filter((neighbour) => neighbour.edge.target === edge.target));
    source = answer.document;
    cursor = answer.page.next;
  } while (cursor);
  const target = neighbours[0]?.document;
  const findings = source.ingested && target ? (await auditOf(source.key, asOf)).findings : [];
  const link = linksOf(
    neighbours.map((neighbour) => neighbour.edge),
    findings,
  ).find(({ id }) => id === edgeId(edge));
  return link && target ? { link, source, target } : null;
}

function end(context: Context, document: DocumentRef): HTMLElement {
  return h(
    "div",
    { class: "relation-end", "data-level": document.level ?? "unknown" },
    h(
      "p",
      {},
      textMark(document),
      " ",
      stateLink(context, { ...NOTHING_CHOSEN, node: document.key }, { class: "document-link", focusPanel: true }, vietnamese(nameOf(document))),
      " ",
      levelChip(document.level),
    ),
    h("p", {}, documentLine(document)),
    document.symbol && document.title && h("p", { class: "title", lang: "vi", title: document.title }, document.title),
    document.validity.status !== "unknown" && h("p", {}, validityChip(document)),
  );
}

function steps(context: Context, place: number, all: number): HTMLElement | null {
  if (all < 2) return null;
  const step = (to: number, words: string, name: "previous" | "next"): HTMLElement =>
    h(
      "button",
      {
        type: "button",
        id: `statement-${name}`,
        class: "icon-button",
        "aria-label": words,
        "aria-disabled": to < 1 || to > all ? "true" : null,
        onclick: () => to >= 1 && to <= all && context.go({ statement: to }),
      },
      icon(name),
    );
  return h(
    "div",
    { class: "statement-steps" },
    step(place - 1, t("evidence.previous"), "previous"),
    h("span", { role: "status" }, `${t("evidence.title")} ${t("evidence.of", { n: place, all })}`),
    step(place + 1, t("evidence.next"), "next"),
  );
}

/** Leads to the page of the original on which a passage stands. */
function pageLink({ page, source }: EvidenceInfo): HTMLElement | null {
  if (page === null || source === null) return null;
  return originalLink(source, page, t("evidence.openPage", { n: page }));
}

function readBy({ read_by, read_quality }: EvidenceInfo): string | null {
  if (read_by === null) return null;
  return t(read_by === "ocr" ? "evidence.byOcr" : "evidence.byText", { share: formatNumber(Math.round((read_quality ?? 0) * 100)) });
}

async function words({ edge, evidence }: LinkStatement, { link, source, target }: Found, asOf: string | null): Promise<HTMLElement> {
  const [speaker, text] = await Promise.all([
    [source, target].find(({ key }) => key === evidence.document) ?? api.document(evidence.document, asOf),
    textOf(evidence.document),
  ]);
  const facts: [string, string | HTMLElement | null][] = [
    [t("evidence.page"), pageLink(evidence)],
    [t("evidence.readBy"), readBy(evidence)],
    [t("evidence.pinpoint"), evidence.pinpoint],
    [t("evidence.confidence"), evidence.confidence === null ? null : `${formatNumber(Math.round(evidence.confidence * 100))} %`],
  ];
  return h(
    "figure",
    { class: "statement" },
    h(
      "figcaption",
      {},
      h("p", {}, `${t("evidence.says")} `, h("strong", {}, vietnamese(nameOf(speaker))), " ", link.edges.length > 1 && relationChip(edge.type, "out", edge)),
      speaker.key !== source.key && h("p", {}, documentLine(speaker)),
      speaker.key !== source.key && speaker.key !== target.key && h("p", { class: "soft" }, t("evidence.third")),
    ),
    sourceText(text, evidence, nameOf(speaker), evidence.source),
    h("dl", { class: "facts" }, facts.flatMap(([name, value]) => (value ? [h("div", {}, h("dt", {}, name), h("dd", {}, value))] : []))),
  );
}
