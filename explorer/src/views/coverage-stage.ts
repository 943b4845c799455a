/** Who carries a document out: units that are late, that have nothing, that have a plan. */

import { api, type CoverageQuery, reportAddress } from "../api/client";
import type { CoverageItem, CoverageResult, CoverageUnit, DocumentDetail, Level } from "../api/types";
import { type Context, type Part } from "../context";
import { fill, h } from "../dom";
import { formatDate, formatNumber, levelName, nameOf, t } from "../i18n";
import type { ViewState } from "../state";
import { choiceField, dayField, nameField, refill, savingLinks, today } from "../widgets/filters";
import { documentNameLink, failure, loading, notice, vietnamese } from "../widgets/pieces";

const PAGE = 100;
const MARKS = { late: "⚑", missing: "○", done: "✓" } as const;
const COMMITTEES = ["province", "district", "ward"] as const;

export class CoverageStage implements Part {
  readonly kind = "coverage";
  readonly element: HTMLElement;
  private readonly tools = h("div", { class: "filters", role: "search", "aria-label": t("coverage.filters") });
  private readonly place = h("div", {});
  private showing = "";

  constructor(
    private readonly context: Context,
    private readonly detail: DocumentDetail,
  ) {
    this.element = h(
      "div",
      { class: "coverage" },
      h("h2", { class: "visually-hidden" }, t("coverage.title", { name: nameOf(detail) })),
      this.tools,
      this.place,
    );
  }

  update(state: ViewState): void {
    this.drawTools(state);
    const { level, place, deadline, asOf } = state;
    const query = { doc: this.detail.key, level, place, deadline, as_of: asOf };
    const showing = JSON.stringify(query);
    if (showing === this.showing) return;
    this.showing = showing;
    fill(this.place, loading());
    void this.context.track(this.load(query));
  }

  destroy(): void {
    this.showing = "gone";
    this.element.remove();
  }

  private drawTools({ level, place, deadline, asOf }: ViewState): void {
    const go = (change: Partial<ViewState>): void => this.context.go(change);
    const levels = COMMITTEES.map((name) => [name, levelName(name)] as const);
    refill(
      this.tools,
      choiceField("coverage-level", t("coverage.expected"), [["", t("coverage.assigned")], ...levels], level, (chosen) => go({ level: chosen as Level | null })),
      nameField("coverage-place", t("audit.place"), t("audit.placeExample"), place, (chosen) => go({ place: chosen })),
      dayField("coverage-deadline", t("task.deadline"), deadline, (chosen) => go({ deadline: chosen })),
      dayField("coverage-as-of", t("coverage.until"), asOf ?? today(), (chosen) => go({ asOf: chosen })),
    );
  }

  private async load(query: CoverageQuery): Promise<void> {
    const showing = this.showing;
    try {
      const result = await api.coverage(query);
      if (showing === this.showing) this.draw(result, query);
    } catch (error) {
      if (showing !== this.showing) return;
      fill(
        this.place,
        failure(error, () => void this.context.track(this.load(query))),
      );
    }
  }

  private draw(result: CoverageResult, query: CoverageQuery): void {
    const { expected, implemented, missing, others } = result;
    if (expected.length === 0) return fill(this.place, notice(t("coverage.nobody"), t("coverage.nobodyNext")));
    const late = implemented.filter((item) => item.late);
    const done = implemented.filter((item) => !item.late);
    const numbers: [number, string][] = [
      [expected.length, t("coverage.count.expected")],
      [implemented.length, t("coverage.count.done")],
      [late.length, t("coverage.count.late")],
      [missing.length, t("coverage.count.missing")],
    ];
    fill(
      this.place,
      h("dl", { class: "counts" }, numbers.map(([number, words]) => h("div", {}, h("dt", {}, words), h("dd", {}, formatNumber(number))))),
      share(implemented.length - late.length, late.length, expected.length),
      h("p", {}, savingLinks(t("audit.save"), (format) => reportAddress("coverage", query, format, this.context.state.lang))),
      this.group("late", late, (item) => this.done(item)),
      this.group("missing", missing, (unit) => this.missing(unit)),
      this.group("done", done, (item) => this.done(item)),
      others > 0 && h("p", { class: "soft" }, t("coverage.others", { n: others })),
    );
  }

  /** Units in one state, some at a time; nothing when there are none. */
  private group<T>(state: "late" | "missing" | "done", units: readonly T[], row: (unit: T) => HTMLElement): HTMLElement | false {
    if (units.length === 0) return false;
    const rows = h("tbody");
    const more = h("p", {});
    const show = (): void => {
      const before = rows.children.length;
      rows.append(...units.slice(before, before + PAGE).map(row));
      const left = units.length - rows.children.length;
      fill(more, left > 0 && h("button", { type: "button", class: "button", onclick: show }, t("app.more", { n: left })));
      if (before > 0) rows.children[before]?.querySelector("a")?.focus();
    };
    show();
    const columns = state === "missing" ? (["coverage.unit", "task.deadline"] as const) : (["coverage.unit", "coverage.document", "task.deadline", "column.date"] as const);
    const id = `coverage-${state}`;
    return h(
      "section",
      { "aria-labelledby": id },
      h("h3", { id, class: state === "late" ? "flag" : "" }, `${MARKS[state]} ${t(`coverage.${state}`)}`, h("span", { class: "count" }, formatNumber(units.length))),
      h("table", { "aria-labelledby": id }, h("thead", {}, h("tr", {}, columns.map((column) => h("th", { scope: "col" }, t(column))))), rows),
      more,
    );
  }

  private done({ unit_name: name, document, through, deadline, date, depth }: CoverageItem): HTMLElement {
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, vietnamese(name)),
      h("td", {}, documentNameLink(this.context, document), through && h("div", { class: "soft" }, t("coverage.through", { n: depth - 1 }))),
      h("td", { class: "date" }, deadline ? formatDate(deadline) : "–"),
      h("td", { class: "date" }, formatDate(date)),
    );
  }

  private missing({ unit_name: name, deadline }: CoverageUnit): HTMLElement {
    return h("tr", {}, h("th", { scope: "row" }, vietnamese(name)), h("td", { class: "date" }, deadline ? formatDate(deadline) : "–"));
  }
}

/** How many of the expected units have a document, in time and late, as a bar; the numbers stand above it in words. */
function share(done: number, late: number, all: number): HTMLElement {
  const part = (state: string, units: number): HTMLElement => h("span", { class: `share-${state}`, style: `flex-grow: ${units}` });
  return h("div", { class: "share", "aria-hidden": "true" }, part("done", done), part("late", late), part("missing", all - done - late));
}
