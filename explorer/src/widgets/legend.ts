/** The legend below the diagram: levels, flags, and relations, each of which is a filter too. */

import { COLUMNS } from "../chain/model";
import { relationStyle } from "../chain/vocabulary";
import { sampleLine } from "../chain/svg";
import type { Context } from "../context";
import { fill, h } from "../dom";
import { levelName, relationName, t } from "../i18n";

export class Legend {
  readonly element = h("section", { class: "legend", "aria-label": t("legend.label") });

  constructor(private readonly context: Context) {}

  show(present: readonly string[], chosen: readonly string[]): void {
    const focused = this.element.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["type"] : undefined;
    fill(
      this.element,
      h(
        "ul",
        { class: "legend-levels", "aria-label": t("legend.levels") },
        COLUMNS.flatMap((column) =>
          column === "unknown" ? [] : [h("li", {}, h("span", { class: "swatch", "data-level": column, "aria-hidden": "true" }), levelName(column))],
        ),
        h("li", {}, h("span", { "aria-hidden": "true" }, "●"), ` ${t("legend.ingested")}`),
        h("li", {}, h("span", { "aria-hidden": "true" }, "○"), ` ${t("legend.cited")}`),
      ),
      h(
        "p",
        { class: "legend-flags" },
        h("span", { class: "flag" }, h("span", { class: "dashes", "aria-hidden": "true" }), `⚑ ${t("legend.flagEdge")}`),
        h("span", { class: "flag flag-box" }, `⚑ ${t("legend.flagNode")}`),
      ),
      h(
        "div",
        { class: "legend-relations", role: "group", "aria-label": t("legend.relations") },
        present.map((type) => this.filter(type, present, chosen)),
      ),
    );
    if (focused) this.element.querySelector<HTMLElement>(`[data-type="${focused}"]`)?.focus();
  }

  private filter(type: string, present: readonly string[], chosen: readonly string[]): HTMLElement {
    const on = chosen.length === 0 || chosen.includes(type);
    const button = h("button", {
      type: "button",
      class: "legend-relation",
      "data-type": type,
      "aria-pressed": String(on),
      style: `--relation: var(--relation-${relationStyle(type).colour})`,
      onclick: () => this.toggle(type, present, chosen),
    });
    button.innerHTML = `<svg class="line-sample" viewBox="0 0 30 12" aria-hidden="true">${sampleLine(type)}</svg>`;
    button.append(relationName(type, "out"));
    return button;
  }

  /** Takes a relation out of the chain, or in again; none and all are the same. */
  private toggle(type: string, present: readonly string[], chosen: readonly string[]): void {
    const before = chosen.length === 0 ? present : chosen;
    const after = before.includes(type) ? before.filter((other) => other !== type) : [...before, type];
    this.context.go({ types: after.length === present.length ? [] : present.filter((other) => after.includes(other)) });
  }
}
