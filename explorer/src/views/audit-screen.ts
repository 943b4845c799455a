/** All that an audit of the store, or of some of its documents, finds: a table that leads to the sentences. */

import { api, type AuditQuery, reportAddress } from "../api/client";
import { type AuditResult, FINDING_KINDS, type Finding, type FindingKind, type Level, LEVELS, type Page } from "../api/types";
import { isGrave } from "../chain/model";
import { type Context, NO_FILTER, NOTHING_CHOSEN, type Part, stateLink } from "../context";
import { fill, h } from "../dom";
import { formatDate, formatNumber, levelName, nameOf, t } from "../i18n";
import { placeOf } from "../panel/findings";
import { DEFAULTS, type ViewState } from "../state";
import { choiceField, dayField, nameField, refill, savingLinks, today } from "../widgets/filters";
import { documentNameLink, failure, findingFlag, hidden, loading, notice, vietnamese } from "../widgets/pieces";

const PAGE = 50;
const COLUMNS = ["audit.kind", "audit.citing", "audit.cited", "audit.sentence", "audit.since"] as const;

export class AuditScreen implements Part {
  readonly element: HTMLElement;
  private readonly tools = h("div", { class: "filters", role: "search", "aria-label": t("audit.filters") });
  private readonly summary = h("p", { class: "soft", role: "status" });
  private readonly kinds = h("ul", { class: "kinds", "aria-label": t("audit.kinds") });
  private readonly saving = h("p", {});
  private readonly place = h("div", { class: "findings" });
  private readonly rows = h("tbody");
  private showing = "";

  constructor(private readonly context: Context) {
    document.title = `${t("audit.title")} · ${t("app.name")}`;
    this.element = h(
      "div",
      { class: "audit" },
      h("h1", {}, t("audit.title")),
      h("p", { class: "soft" }, t("audit.lead")),
      this.tools,
      this.summary,
      this.kinds,
      this.saving,
      this.place,
    );
  }

  update(state: ViewState): void {
    this.drawTools(state);
    const query = queryOf(state);
    const showing = JSON.stringify(query);
    if (showing === this.showing) return;
    this.showing = showing;
    fill(this.rows);
    fill(this.place, loading());
    void this.context.track(this.load(query, null));
  }

  destroy(): void {
    this.showing = "gone";
  }

  private drawTools({ level, place, body, asOf }: ViewState): void {
    const levels = LEVELS.map((name) => [name, levelName(name)] as const);
    refill(
      this.tools,
      choiceField("audit-level", t("start.level"), [["", t("start.allLevels")], ...levels], level, (chosen) => this.context.go({ level: chosen as Level | null })),
      nameField("audit-place", t("audit.place"), t("audit.placeExample"), place, (chosen) => this.context.go({ place: chosen })),
      nameField("audit-body", t("audit.body"), t("audit.bodyExample"), body, (chosen) => this.context.go({ body: chosen })),
      dayField("audit-as-of", t("tool.asOf"), asOf ?? today(), (chosen) => this.context.go({ asOf: chosen })),
    );
  }

  private async load(query: AuditQuery, cursor: string | null): Promise<void> {
    const showing = this.showing;
    try {
      const result = await api.audit({ ...query, limit: PAGE, cursor });
      if (showing !== this.showing) return;
      this.drawHead(result, query);
      const before = this.rows.children.length;
      this.rows.append(...result.findings.map((finding) => this.row(finding)));
      this.drawTable(result, query);
      if (cursor) this.rows.children[before]?.querySelector("a")?.focus();
    } catch (error) {
      if (showing !== this.showing) return;
      fill(this.kinds);
      fill(this.saving);
      this.summary.textContent = "";
      fill(
        this.place,
        failure(error, () => void this.context.track(this.load(query, cursor))),
      );
    }
  }

  private drawHead(result: AuditResult, query: AuditQuery): void {
    const { documents, citations, later, as_of: day } = result;
    const left = later > 0 ? ` ${t("audit.later", { n: later })}` : "";
    this.summary.textContent = t("audit.summary", { documents, citations, date: formatDate(day) }) + left;
    const { kinds } = this.context.state;
    fill(
      this.kinds,
      FINDING_KINDS.filter((kind) => result.counts[kind] || kinds.includes(kind)).map((kind) => h("li", {}, this.kind(kind, result.counts[kind] ?? 0))),
    );
    const { lang } = this.context.state;
    fill(this.saving, result.findings.length > 0 && savingLinks(t("audit.save"), (format) => reportAddress("audit", query, format, lang)));
  }

  /** A kind with its number, as a link that shows it alone, or takes it out again. */
  private kind(kind: FindingKind, count: number): HTMLElement {
    const { kinds } = this.context.state;
    const chosen = kinds.includes(kind);
    const next = chosen ? kinds.filter((other) => other !== kind) : [...kinds, kind];
    return stateLink(
      this.context,
      { kinds: FINDING_KINDS.filter((name) => next.includes(name)) },
      { class: "button small", "aria-current": chosen ? "true" : null },
      t(`finding.${kind}`),
      h("span", { class: "count" }, formatNumber(count)),
    );
  }

  private drawTable(result: AuditResult, query: AuditQuery): void {
    if (this.rows.children.length === 0) return fill(this.place, this.nothing(result));
    const head = COLUMNS.map((column) => h("th", { scope: "col" }, t(column)));
    const shown = this.rows.children.length;
    fill(
      this.place,
      h("table", {}, h("caption", { class: "visually-hidden" }, t("audit.title")), h("thead", {}, h("tr", {}, head)), this.rows),
      result.page?.next && this.more(result.page, shown, query),
    );
  }

  private nothing({ as_of: day, documents, later, first }: AuditResult): HTMLElement {
    if (documents === 0 && later > 0 && first) return notice(t("audit.tooEarly", { date: formatDate(day) }), t("audit.tooEarlyNext", { date: formatDate(first) }));
    return documents === 0 ? notice(t("audit.noDocuments"), t("audit.noDocumentsNext")) : notice(t("audit.none"), t("audit.noneNext"));
  }

  private more({ total, next }: Page, shown: number, query: AuditQuery): HTMLElement {
    const load = (): void => void this.context.track(this.load(query, next));
    return h("p", {}, h("button", { type: "button", class: "button", onclick: load }, t("app.more", { n: total - shown })));
  }

  private row(finding: Finding): HTMLElement {
    const { citing, cited, evidence, date } = finding;
    return h(
      "tr",
      { class: isGrave(finding) ? "grave" : "" },
      h("th", { scope: "row" }, findingFlag(finding)),
      h(
        "td",
        {},
        documentNameLink(this.context, citing),
        citing.issuer && h("div", { class: "soft" }, vietnamese(citing.issuer)),
        date && h("div", { class: "soft" }, formatDate(date)),
      ),
      h("td", {}, cited.key ? documentNameLink(this.context, cited) : vietnamese(nameOf(cited) || evidence.quote)),
      h(
        "td",
        { class: "finding-sentence" },
        h("blockquote", { lang: "vi" }, evidence.sentence ?? evidence.quote),
        stateLink(
          this.context,
          { ...NOTHING_CHOSEN, ...NO_FILTER, doc: citing.key, view: DEFAULTS.view, ...placeOf(finding) },
          { class: "button small", focusPanel: true },
          t("finding.open"),
          hidden(`: ${nameOf(citing)} → ${nameOf(cited)}`),
        ),
      ),
      h("td", {}, since(finding)),
    );
  }
}

/** When it ended, came into force or was changed, by what, and what to look at instead. */
function since({ ended, in_force_from: begun, changed, ended_by: by, successor, how_known: how }: Finding): HTMLElement {
  const day = ended ?? begun ?? changed;
  return h(
    "div",
    {},
    day && h("div", {}, formatDate(day)),
    by && h("div", { lang: "vi" }, by),
    successor && successor !== by && h("div", { class: "soft" }, `${t("finding.successor")}: `, vietnamese(successor)),
    how && h("div", { class: "soft" }, t(`known.${how}`)),
  );
}

function queryOf({ kinds, level, place, body, asOf }: ViewState): AuditQuery {
  return { kind: kinds.join(","), level, place, body, as_of: asOf };
}
