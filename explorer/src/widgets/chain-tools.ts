/** The tools above the diagram: direction, steps, day of validity, export, zoom. */

import { type Context, NOTHING_CHOSEN, stateLink } from "../context";
import { fill, h, icon } from "../dom";
import { t } from "../i18n";
import { MAX_DEPTH, type ViewState } from "../state";
import { dayField, today } from "./filters";

export interface ToolEvents {
  export(format: "svg" | "png" | "json"): void;
  print(): void;
}

export class ChainTools {
  readonly element = h("div", { class: "tools" });
  private readonly summary = h("p", { class: "chain-summary", role: "status" });

  constructor(
    private readonly context: Context,
    private readonly events: ToolEvents,
  ) {}

  update(state: ViewState): void {
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.id : "";
    fill(this.element, this.directions(state), this.depth(state), this.asOf(state), this.summary, this.exports());
    if (focused) document.getElementById(focused)?.focus();
  }

  /** What the chain holds, in words. */
  say(summary: string, flagged: string | null): void {
    fill(this.summary, summary, flagged && " · ", flagged && h("span", { class: "flag" }, `⚑ ${flagged}`));
  }

  private directions(state: ViewState): HTMLElement {
    return h(
      "div",
      { class: "segments", role: "group", "aria-label": t("tool.direction") },
      (["up", "down"] as const).map((direction) =>
        stateLink(
          this.context,
          { ...NOTHING_CHOSEN, direction },
          { id: `direction-${direction}`, "aria-current": direction === state.direction ? "true" : null },
          t(`tool.${direction}`),
        ),
      ),
    );
  }

  private depth(state: ViewState): HTMLElement {
    const choice = h(
      "select",
      { id: "depth", onchange: () => this.context.go({ depth: Number(choice.value) }) },
      Array.from({ length: MAX_DEPTH }, (_, index) => h("option", { value: index + 1, selected: index + 1 === state.depth }, index + 1)),
    );
    return h("label", {}, `${t("tool.depth")} `, choice);
  }

  private asOf(state: ViewState): HTMLElement {
    return dayField("as-of", t("tool.asOf"), state.asOf ?? today(), (chosen) => this.context.go({ asOf: chosen }));
  }

  private exports(): HTMLElement {
    const details = h("details", {
      class: "menu",
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== "Escape" || !details.open) return;
        event.stopPropagation();
        details.open = false;
        details.querySelector("summary")?.focus();
      },
      onfocusout: (event: FocusEvent) => {
        if (!details.contains(event.relatedTarget as Node | null)) details.open = false;
      },
    });
    const item = (words: string, act: () => void): HTMLElement =>
      h("li", {}, h("button", { type: "button", onclick: () => ((details.open = false), act()) }, words));
    details.append(
      h("summary", { class: "button", id: "export" }, icon("export"), t("tool.export")),
      h(
        "ul",
        {},
        item(t("tool.exportSvg"), () => this.events.export("svg")),
        item(t("tool.exportPng"), () => this.events.export("png")),
        item(t("tool.exportJson"), () => this.events.export("json")),
        item(t("tool.print"), () => this.events.print()),
      ),
    );
    return details;
  }
}

/** Buttons at the corner of the diagram. */
export function zoomButtons(zoomBy: (factor: number) => void, fit: () => void): HTMLElement {
  const button = (words: string, name: "plus" | "minus" | "fit", act: () => void): HTMLElement =>
    h("button", { type: "button", class: "icon-button", "aria-label": words, title: words, onclick: act }, icon(name));
  return h(
    "div",
    { class: "zoom" },
    button(t("tool.zoomIn"), "plus", () => zoomBy(1.25)),
    button(t("tool.zoomOut"), "minus", () => zoomBy(0.8)),
    button(t("tool.fit"), "fit", fit),
  );
}
