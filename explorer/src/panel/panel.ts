/** The panel beside the view: a document, the statements of a relation, or a passage of a text. */

import type { DocumentDetail } from "../api/types";
import { type Context, NOTHING_CHOSEN, type Part } from "../context";
import { fill, h, icon } from "../dom";
import { t } from "../i18n";
import type { ViewState } from "../state";
import { failure, loading } from "../widgets/pieces";
import { documentContent, documentTabs } from "./document";
import { evidenceContent } from "./evidence";
import { passageContent } from "./passage";

/** What a kind of content gives the panel: the heading's words and what stands below it. */
export interface Content {
  title: string;
  /** Whether the title is text of a document, which is Vietnamese. */
  titleIsData?: boolean;
  body: (HTMLElement | null)[];
}

export class Panel implements Part {
  readonly element: HTMLElement;
  private readonly heading = h("h2", { tabindex: "-1" });
  private readonly body = h("div", { class: "panel-body" });
  private readonly close: HTMLElement;
  private showing = "";
  private opener: Element | null = null;
  private wantsFocus = false;

  constructor(
    private readonly context: Context,
    private readonly detail: DocumentDetail,
  ) {
    this.close = h("button", { type: "button", class: "icon-button", "aria-label": t("app.close"), onclick: () => this.leave() }, icon("close"));
    this.element = h(
      "aside",
      {
        class: "panel",
        "aria-label": t("panel.label"),
        onkeydown: (event: KeyboardEvent) => {
          if (event.key === "Escape" && this.chosen(this.context.state)) this.leave();
        },
      },
      h("div", { class: "panel-head" }, this.heading, this.close),
      this.body,
    );
  }

  update(state: ViewState): void {
    const { node, edge, statement, at, tab, asOf } = state;
    this.close.hidden = !this.chosen(state);
    const showing = JSON.stringify(at ?? edge ?? node ?? "") + (at ? "" : edge ? statement : "") + (asOf ?? "");
    if (showing === this.showing) {
      if (!at && !edge) documentTabs(this.body, tab);
      return;
    }
    this.showing = showing;
    void this.context.track(this.load(state));
  }

  /** Moves the keyboard focus to the heading, once the content that is on its way has come. */
  focus(): void {
    const active = document.activeElement;
    if (active && active !== document.body && !this.element.contains(active)) this.opener = active;
    if (this.body.dataset["state"] === "loading") this.wantsFocus = true;
    else this.heading.focus();
  }

  destroy(): void {
    this.showing = "gone";
  }

  private chosen({ node, edge, at }: ViewState): boolean {
    return !!(edge || at || (node && node !== this.detail.key));
  }

  private leave(): void {
    this.context.go(NOTHING_CHOSEN);
    if (this.opener?.isConnected) (this.opener as HTMLElement).focus();
    else this.heading.focus();
    this.opener = null;
  }

  private async load(state: ViewState): Promise<void> {
    const id = this.showing;
    const control = this.body.contains(document.activeElement) ? document.activeElement?.id : "";
    this.body.dataset["state"] = "loading";
    const waiting = window.setTimeout(() => fill(this.body, loading()), 150);
    try {
      const content = await this.contentOf(state);
      if (id !== this.showing) return;
      if (content.titleIsData) this.heading.lang = "vi";
      else this.heading.removeAttribute("lang");
      fill(this.heading, content.title);
      fill(this.body, content.body);
      this.body.scrollTop = 0;
      for (const text of this.body.querySelectorAll<HTMLElement>(".source-text")) centre(text);
      if (control) document.getElementById(control)?.focus();
    } catch (error) {
      if (id !== this.showing) return;
      fill(
        this.body,
        failure(error, () => void this.context.track(this.load(state))),
      );
    } finally {
      window.clearTimeout(waiting);
      if (id === this.showing) {
        this.body.dataset["state"] = "ready";
        if (this.wantsFocus) this.heading.focus();
        this.wantsFocus = false;
      }
    }
  }

  private contentOf({ node, edge, statement, at, asOf, tab }: ViewState): Promise<Content> {
    if (at) return passageContent(this.context, at);
    if (edge) return evidenceContent(this.context, edge, statement, asOf);
    const elsewhere = !!node && node !== this.detail.key;
    return documentContent(this.context, elsewhere ? node : this.detail, { asOf, tab, elsewhere });
  }
}

/** Scrolls a text so that its marked passage is in the middle. */
export function centre(text: HTMLElement): void {
  const mark = text.querySelector("mark");
  if (!mark) return;
  const offset = mark.getBoundingClientRect().top - text.getBoundingClientRect().top;
  text.scrollTop += offset - text.clientHeight / 2 + mark.getBoundingClientRect().height / 2;
}
