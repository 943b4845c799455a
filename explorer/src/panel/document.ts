/** All that is known of one document, under four tabs. */

import { api } from "../api/client";
import type { DocumentDetail, FileInfo, PartInfo, SuspensionInfo } from "../api/types";
import { auditOf } from "../chain/load";
import { type Context, NOTHING_CHOSEN, stateLink } from "../context";
import { h } from "../dom";
import { formatDate, formatNumber, levelName, nameOf, t, typeName, word } from "../i18n";
import type { Tab } from "../state";
import { noteWords, originalLink, relationChip, validityChip, vietnamese } from "../widgets/pieces";
import { findingsTab } from "./findings";
import { mentionsTab } from "./mentions";
import type { Content } from "./panel";
import { tasksTab } from "./tasks";

const TABS: Tab[] = ["overview", "findings", "tasks", "mentions"];
const TASKS = 100;

/** `elsewhere`: the document is not the one that the view is about, so there are ways to go on to it. */
export async function documentContent(
  context: Context,
  about: string | DocumentDetail,
  { asOf, tab, elsewhere }: { asOf: string | null; tab: Tab; elsewhere: boolean },
): Promise<Content> {
  const detail = typeof about === "string" ? await api.document(about, asOf) : about;
  const [audit, tasks] = await Promise.all([auditOf(detail.key, asOf), api.assignments({ doc: detail.key, limit: TASKS, as_of: asOf })]);
  const numbers: Record<Tab, number> = {
    overview: 0,
    findings: audit.findings.length,
    tasks: tasks.page.total,
    mentions: detail.mentions.length,
  };
  const contents: Record<Tab, HTMLElement[]> = {
    overview: overview(context, detail),
    findings: findingsTab(context, detail, audit),
    tasks: tasksTab(context, detail, tasks),
    mentions: mentionsTab(context, detail),
  };
  const tabs = h("div", { class: "tabs", role: "tablist", "aria-label": t("panel.tabs"), onkeydown: (event: KeyboardEvent) => turn(context, event) });
  tabs.append(
    ...TABS.map((name) =>
      h(
        "button",
        {
          type: "button",
          role: "tab",
          id: `tab-${name}`,
          "data-tab": name,
          "aria-controls": `tabpanel-${name}`,
          onclick: () => context.go({ tab: name }),
        },
        t(`panel.${name}`),
        numbers[name] > 0 && h("span", { class: "count" }, formatNumber(numbers[name])),
      ),
    ),
  );
  const panels = TABS.map((name) =>
    h("div", { role: "tabpanel", id: `tabpanel-${name}`, "aria-labelledby": `tab-${name}`, "data-tab": name, tabindex: "0" }, contents[name]),
  );
  const body = [head(context, detail, elsewhere), tabs, ...panels];
  showTab(body, tab);
  return { title: nameOf(detail), titleIsData: true, body };
}

/** Turns to another tab of the document that is shown. */
export function documentTabs(body: HTMLElement, tab: Tab): void {
  showTab([...body.children] as HTMLElement[], tab);
}

function showTab(parts: HTMLElement[], tab: Tab): void {
  for (const part of parts) {
    if (part.getAttribute("role") === "tabpanel") part.hidden = part.dataset["tab"] !== tab;
    for (const button of part.querySelectorAll<HTMLElement>("[role=tab]")) {
      button.setAttribute("aria-selected", String(button.dataset["tab"] === tab));
      button.tabIndex = button.dataset["tab"] === tab ? 0 : -1;
    }
  }
}

/** Arrow keys walk through the tabs. */
function turn(context: Context, event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = TABS[(TABS.indexOf(context.state.tab) + step + TABS.length) % TABS.length];
  if (next) context.go({ tab: next });
  document.getElementById(`tab-${next}`)?.focus();
}

function head(context: Context, detail: DocumentDetail, elsewhere: boolean): HTMLElement {
  const away = { ...NOTHING_CHOSEN, doc: detail.key, types: [] };
  return h(
    "div",
    { class: "panel-document" },
    detail.symbol && detail.title && h("p", { class: "title", lang: "vi" }, detail.title),
    !detail.ingested && h("p", { class: "remark" }, t(detail.uncited ? "panel.uncited" : "panel.citedOnly")),
    elsewhere &&
      h(
        "p",
        { class: "actions" },
        stateLink(context, { ...away, view: "chain" }, { class: "button small" }, t("panel.openChain")),
        stateLink(context, { ...away, view: "neighbours" }, { class: "button small" }, t("panel.openNeighbours")),
      ),
  );
}

function overview(context: Context, detail: DocumentDetail): HTMLElement[] {
  const { validity } = detail;
  const data = (value: string | null): HTMLElement | null => (value ? vietnamese(value) : null);
  const facts: [string, HTMLElement | string | null][] = [
    [t("column.type"), typeName(detail)],
    [t("doc.issuer"), data(detail.issuer)],
    [t("doc.level"), levelName(detail.level)],
    [t("doc.date"), detail.date && formatDate(detail.date)],
    [t("doc.signer"), data(detail.signer)],
    [t("doc.validity"), validityChip(detail)],
    [t("doc.inForceFrom"), validity.in_force_from && formatDate(validity.in_force_from)],
    [t("doc.ended"), validity.ended && formatDate(validity.ended)],
    [t("doc.endedBy"), validity.ended_by && symbolLink(context, validity.ended_by)],
    [t("doc.howKnown"), validity.how_known && t(`known.${validity.how_known}`)],
    [t("doc.source"), data(validity.source)],
    [t("doc.parts"), detail.parts.length ? h("ul", { class: "plain" }, detail.parts.map(part)) : null],
    [t("doc.suspended"), detail.suspensions.length ? h("ul", { class: "plain" }, detail.suspensions.map(suspension)) : null],
    [t("doc.needsReview"), detail.needs_review.map(noteWords).join(" ") || null],
    [t("finding.note"), detail.known.join("; ") || null],
    [t("doc.recipients"), detail.recipients.length ? h("ul", { class: "plain", lang: "vi" }, detail.recipients.map((name) => h("li", {}, name))) : null],
    [t("doc.file"), detail.files.length ? h("ul", { class: "plain" }, detail.files.map(file)) : null],
    [t("doc.key"), h("code", {}, detail.key)],
  ];
  return [
    h("dl", { class: "facts" }, facts.flatMap(([name, value]) => (value ? [h("div", {}, h("dt", {}, name), h("dd", {}, value))] : []))),
    ...relations(context, detail),
    ...claims(detail),
  ];
}

/** Provisions with a day of their own, and that day. */
function part({ provisions, in_force_from: begins, ended, source }: PartInfo): HTMLElement {
  const days = [begins && t("doc.partBegins", { date: formatDate(begins) }), ended && t("doc.partEnds", { date: formatDate(ended) })];
  return h("li", { title: source ?? "" }, vietnamese(provisions.join(", ")), `: ${days.filter(Boolean).join("; ") || t("doc.partOpen")}`);
}

function suspension({ provisions, since, resumed, by, source }: SuspensionInfo): HTMLElement {
  const days = [t("doc.suspendedSince", { date: formatDate(since) }), resumed && t("doc.suspendedUntil", { date: formatDate(resumed) })];
  const what = provisions.length ? [vietnamese(provisions.join(", ")), ": "] : [];
  return h("li", { title: source ?? "" }, ...what, days.filter(Boolean).join(" "), by ? ` (${by})` : "");
}

/** A file of the document; of several the one that does not speak says how much of the other's words it has. */
function file({ path, sha256, format, speaks, likeness }: FileInfo): HTMLElement {
  const share = formatNumber(Math.floor(likeness * 100));
  return h(
    "li",
    {},
    originalLink(sha256, null, path.split("/").pop() ?? path),
    h("span", { class: "soft" }, ` · ${format}${speaks ? "" : ` · ${t("doc.likeness", { share })}`}`),
  );
}

function symbolLink(context: Context, symbol: string): HTMLElement {
  return stateLink(context, { ...NOTHING_CHOSEN, doc: symbol, types: [] }, { lang: "vi" }, symbol);
}

function relations(context: Context, detail: DocumentDetail): HTMLElement[] {
  if (detail.counts.length === 0) return [];
  const to = { ...NOTHING_CHOSEN, doc: detail.key, types: [], view: "neighbours" } as const;
  return [
    h("h3", {}, stateLink(context, to, {}, t("doc.relations"))),
    h(
      "ul",
      { class: "relation-counts" },
      detail.counts.map(({ type, direction, label, count }) =>
        h("li", {}, relationChip(type, direction, { label, reverse_label: label }), h("span", { class: "count" }, formatNumber(count))),
      ),
    ),
  ];
}

/** What texts write of a document, where they do not agree. */
function claims(detail: DocumentDetail): HTMLElement[] {
  const disputed = Object.entries(detail.claims).filter(([, values]) => Object.keys(values).length > 1);
  if (disputed.length === 0) return [];
  const value = (field: string, written: string): string => (field === "date" ? formatDate(written) : written);
  return [
    h("h3", {}, t("doc.claims")),
    h(
      "dl",
      { class: "facts" },
      disputed.map(([field, values]) => {
        const entries = Object.entries(values).map(([written, times]) =>
          h("li", {}, vietnamese(value(field, written)), h("span", { class: "soft" }, ` · ${t("doc.claimsTimes", { n: times })}`)),
        );
        return h("div", {}, h("dt", {}, word("claim", field)), h("dd", {}, h("ul", { class: "plain" }, entries)));
      }),
    ),
  ];
}
