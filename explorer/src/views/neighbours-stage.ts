/** The lược đồ: what a document refers to on the left, what refers to it on the right, by relation. */

import { api } from "../api/client";
import type { DocumentDetail, Neighbour, RelationCount } from "../api/types";
import { type Context, NOTHING_CHOSEN, type Part, stateLink } from "../context";
import { fill, h } from "../dom";
import { formatNumber, nameOf, relationName, t } from "../i18n";
import { type ViewState } from "../state";
import { documentLine, failure, loading, relationChip, textMark, validityChip, vietnamese } from "../widgets/pieces";

const PAGE = 20;

export class NeighboursStage implements Part {
  readonly kind = "neighbours";
  readonly element: HTMLElement;

  constructor(
    private readonly context: Context,
    private readonly detail: DocumentDetail,
  ) {
    this.element = h(
      "div",
      { class: "neighbours" },
      h("h2", { class: "visually-hidden" }, t("neighbours.title", { name: nameOf(detail) })),
      this.side("out"),
      this.side("in"),
    );
  }

  update(state: ViewState): void {
    for (const row of this.element.querySelectorAll<HTMLElement>("[data-edge]")) {
      const chosen = !!state.edge && row.dataset["edge"] === `${state.edge.source}~${state.edge.target}`;
      if (chosen) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
  }

  destroy(): void {
    this.element.remove();
  }

  private side(direction: "out" | "in"): HTMLElement {
    const counts = this.detail.counts.filter((count) => count.direction === direction);
    return h(
      "section",
      { "aria-labelledby": `side-${direction}` },
      h("h3", { id: `side-${direction}` }, t(`neighbours.${direction}`)),
      counts.length === 0 && h("p", { class: "soft" }, t(direction === "out" ? "neighbours.noneOut" : "neighbours.noneIn")),
      counts.map((count) => this.group(count)),
    );
  }

  private group(count: RelationCount): HTMLElement {
    const list = h("ul", {});
    const more = h("p", {});
    const head = h("h4", {}, relationChip(count.type, count.direction, { label: count.label, reverse_label: count.label }), h("span", { class: "count" }, formatNumber(count.count)));
    void this.context.track(this.load(count, list, more, null));
    return h("div", { class: "relation-group" }, head, list, more);
  }

  private async load(count: RelationCount, list: HTMLElement, more: HTMLElement, cursor: string | null): Promise<void> {
    const { type, direction } = count;
    fill(more, loading());
    const again = (from: string | null) => (): void => void this.context.track(this.load(count, list, more, from));
    try {
      const { neighbours, page } = await api.neighbours({ doc: this.detail.key, type, direction, limit: PAGE, cursor, as_of: this.context.state.asOf });
      const before = list.children.length;
      list.append(...neighbours.map((neighbour) => this.row(neighbour)));
      const left = page.total - list.children.length;
      fill(more, page.next && h("button", { type: "button", class: "button", onclick: again(page.next) }, t("app.more", { n: left })));
      if (cursor) list.children[before]?.querySelector("a")?.focus();
      this.update(this.context.state);
    } catch (error) {
      fill(more, failure(error, again(cursor)));
    }
  }

  private row({ document, edge, direction }: Neighbour): HTMLElement {
    const { source, target } = edge;
    const show = stateLink(
      this.context,
      { ...NOTHING_CHOSEN, edge: { source, target } },
      { class: "button small", focusPanel: true },
      t("neighbours.statements", { n: edge.evidence.length }),
      h("span", { class: "visually-hidden" }, `: ${relationName(edge.type, direction, edge)} ${nameOf(document)}`),
    );
    return h(
      "li",
      { class: "neighbour", "data-edge": `${source}~${target}` },
      h(
        "div",
        {},
        textMark(document),
        " ",
        stateLink(this.context, { ...NOTHING_CHOSEN, doc: document.key, types: [] }, { class: "document-link" }, vietnamese(nameOf(document))),
        document.validity.status !== "unknown" && h("span", {}, " ", validityChip(document)),
        h("div", {}, documentLine(document)),
        document.symbol && document.title && h("div", { class: "title", lang: "vi" }, document.title),
      ),
      show,
    );
  }
}
