/** A list of documents, page by page. */

import type { DocumentRef, Page } from "../api/types";
import type { Context } from "../context";
import { fill, h } from "../dom";
import { formatDate, levelName, shortIssuer, t, typeName } from "../i18n";
import { documentNameLink, failure, hidden, loading, textMark, validityChip, vietnamese } from "./pieces";

export interface DocumentPage {
  documents: (DocumentRef & { marked?: (Node | string)[] })[];
  page: Page;
}

/** Shows documents in a table and asks `load` for the following page when the reader wants it. */
export class DocumentTable {
  readonly element = h("div", { class: "documents" });
  private readonly rows = h("tbody");
  private shown = 0;

  constructor(
    private readonly context: Context,
    private readonly load: (cursor: string | null) => Promise<DocumentPage>,
    private readonly empty: () => HTMLElement,
    private readonly loaded: (page: Page) => void = () => undefined,
  ) {}

  start(): void {
    this.shown = 0;
    fill(this.rows);
    fill(this.element, loading());
    void this.more(null);
  }

  private async more(cursor: string | null): Promise<void> {
    try {
      const { documents, page } = await this.context.track(this.load(cursor));
      if (!cursor) this.loaded(page);
      if (page.total === 0) return fill(this.element, this.empty());
      this.rows.append(...documents.map((document) => this.row(document)));
      const firstNew = this.rows.children[this.shown]?.querySelector("a");
      this.shown += documents.length;
      fill(this.element, this.table(), page.next && this.button(page.total - this.shown, page.next));
      if (cursor) firstNew?.focus();
    } catch (error) {
      fill(
        this.element,
        failure(error, () => this.start()),
      );
    }
  }

  private button(left: number, cursor: string): HTMLElement {
    const more = h("button", { type: "button", class: "button", onclick: () => void this.more(cursor) }, t("app.more", { n: left }));
    return h("p", {}, more);
  }

  private table(): HTMLElement {
    const columns = ["column.symbol", "column.title", "column.issuer", "column.level", "column.date"] as const;
    return h("table", {}, h("thead", {}, h("tr", {}, columns.map((column) => h("th", { scope: "col" }, t(column))))), this.rows);
  }

  private row(document: DocumentPage["documents"][number]): HTMLElement {
    const { title, marked } = document;
    const what = document.symbol && (marked ?? (title ? [title] : []));
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, textMark(document), " ", documentNameLink(this.context, document)),
      h(
        "td",
        {},
        h("span", { class: "kind" }, typeName(document)),
        what && what.length > 0 && h("span", { lang: "vi" }, " ", ...what),
        document.validity.status !== "unknown" && h("span", {}, " ", validityChip(document)),
      ),
      h("td", {}, vietnamese(shortIssuer(document.issuer))),
      h("td", { class: "level-cell", "data-level": document.level ?? "unknown" }, levelName(document.level)),
      h("td", { class: "date" }, document.date ? formatDate(document.date) : h("span", { class: "soft" }, "–", hidden(t("doc.unknownDate")))),
    );
  }
}
