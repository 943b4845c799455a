/** The screen of one document: its head, the view on its chain or relations, and the panel beside it. */

import { api, ApiError } from "../api/client";
import type { DocumentDetail, Problem } from "../api/types";
import { type Context, NO_FILTER, NOTHING_CHOSEN, type Part, stateLink } from "../context";
import { fill, h } from "../dom";
import { formatDate, nameOf, t } from "../i18n";
import { Panel } from "../panel/panel";
import type { ViewState } from "../state";
import { documentLine, failure, levelChip, loading, notice, textMark, validityChip, vietnamese } from "../widgets/pieces";
import { ChainStage } from "./chain-stage";
import { CoverageStage } from "./coverage-stage";
import { NeighboursStage } from "./neighbours-stage";

const ISO_DAY = /\b\d{4}-\d{2}-\d{2}\b/g;

interface Stage extends Part {
  readonly kind: "chain" | "neighbours" | "coverage";
}

export class DocumentScreen implements Part {
  readonly element = h("div", { class: "document-screen" });
  private detail: DocumentDetail | null = null;
  private stage: Stage | null = null;
  private panel: Panel | null = null;
  private readonly head = h("header", { class: "document-head" });
  private readonly place = h("div", { class: "stage" });
  private wantsFocus = false;
  private gone = false;

  constructor(
    private readonly context: Context,
    private readonly doc: string,
  ) {
    fill(this.element, loading());
    void context.track(this.load());
  }

  update(state: ViewState): void {
    if (!this.detail) return;
    this.drawHead(this.detail, state);
    const kind = state.view === "neighbours" || state.view === "coverage" ? state.view : "chain";
    if (this.stage?.kind !== kind) {
      this.stage?.destroy();
      this.stage = stageOf(kind, this.context, this.detail);
      fill(this.place, this.stage.element);
    }
    this.stage.update(state);
    this.panel?.update(state);
    document.title = `${nameOf(this.detail)} · ${t("app.name")}`;
  }

  async recolour(): Promise<void> {
    await this.stage?.recolour?.();
  }

  destroy(): void {
    this.gone = true;
    this.stage?.destroy();
    this.panel?.destroy();
  }

  /** Moves the keyboard focus to the panel, at once or when its content has come. */
  focusPanel(): void {
    if (this.panel) this.panel.focus();
    else this.wantsFocus = true;
  }

  pointOf(id: string): { x: number; y: number } | null {
    return this.stage instanceof ChainStage ? this.stage.pointOf(id) : null;
  }

  private async load(): Promise<void> {
    const { asOf } = this.context.state;
    try {
      const detail = await api.document(this.doc, asOf);
      if (this.gone) return;
      this.detail = detail;
      this.panel = new Panel(this.context, detail);
      fill(this.element, this.head, h("div", { class: "workspace" }, this.place, this.panel.element));
      this.update(this.context.state);
      if (this.wantsFocus) this.panel.focus();
    } catch (error) {
      if (this.gone) return;
      fill(this.element, h("h1", { class: "visually-hidden" }, this.doc), this.refusal(error));
    }
  }

  private drawHead(detail: DocumentDetail, state: ViewState): void {
    const views = ["chain", "list", "neighbours", "coverage"] as const;
    fill(
      this.head,
      h(
        "div",
        { class: "document-name" },
        h("h1", {}, textMark(detail), " ", vietnamese(nameOf(detail)), " ", levelChip(detail.level), " ", validityChip(detail)),
        h("p", {}, documentLine(detail), detail.symbol && detail.title && h("span", { lang: "vi", class: "head-title" }, detail.title)),
      ),
      h(
        "nav",
        { class: "views", "aria-label": t("view.label") },
        views.map((view) => stateLink(this.context, { ...NO_FILTER, view }, { "aria-current": view === state.view ? "page" : null }, t(`view.${view}`))),
      ),
    );
  }

  private refusal(error: unknown): HTMLElement {
    const problem = error instanceof ApiError ? error.problem : null;
    if (error instanceof ApiError && error.status === 409 && problem?.candidates) return this.choice(problem.candidates);
    if (error instanceof ApiError && error.status === 404) return this.missing(problem?.near ?? []);
    return failure(error, () => {
      fill(this.element, loading());
      void this.context.track(this.load());
    });
  }

  /** A symbol that several documents have: the reader chooses, all else of the permalink stays. */
  private choice(candidates: NonNullable<Problem["candidates"]>): HTMLElement {
    document.title = `${this.doc} · ${t("app.name")}`;
    return h(
      "div",
      { class: "choice" },
      h("h2", {}, t("choice.title", { name: this.doc })),
      h("p", {}, t("choice.lead")),
      h(
        "ul",
        {},
        candidates.map(({ key, text }) => {
          const [name = "", ...rest] = text.split(", ");
          return h("li", {}, stateLink(this.context, { doc: key }, {}, vietnamese(name)), h("span", { lang: "vi" }, rest.join(", ").replace(ISO_DAY, formatDate)));
        }),
      ),
    );
  }

  private missing(near: string[]): HTMLElement {
    const again = stateLink(this.context, { ...NOTHING_CHOSEN, doc: null, q: this.doc }, { class: "button" }, t("missing.search", { name: this.doc }));
    const home = stateLink(this.context, { ...NOTHING_CHOSEN, doc: null, q: null }, { class: "button" }, t("error.home"));
    const message = notice(t("missing.title", { name: this.doc }), t("missing.next"), again, " ", home);
    if (near.length > 0) {
      const links = near.flatMap((symbol) => [" ", stateLink(this.context, { doc: symbol }, { lang: "vi" }, symbol)]);
      message.append(h("p", {}, t("missing.near"), links));
    }
    return message;
  }
}

function stageOf(kind: Stage["kind"], context: Context, detail: DocumentDetail): Stage {
  switch (kind) {
    case "chain":
      return new ChainStage(context, detail);
    case "neighbours":
      return new NeighboursStage(context, detail);
    case "coverage":
      return new CoverageStage(context, detail);
  }
}
