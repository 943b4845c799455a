/** All results of a search, page by page. */

import { api } from "../api/client";
import type { Context, Part } from "../context";
import { h } from "../dom";
import { t } from "../i18n";
import { DocumentTable } from "../widgets/documents";
import { notice } from "../widgets/pieces";
import { markedTitle } from "../widgets/search";

const PAGE = 25;

export class ResultsScreen implements Part {
  readonly element: HTMLElement;

  constructor(context: Context, query: string) {
    const title = t("search.title", { q: query });
    document.title = `${title} · ${t("app.name")}`;
    const total = h("p", { class: "soft", role: "status" });
    const table = new DocumentTable(
      context,
      async (cursor) => {
        const { hits, page } = await api.search({ q: query, limit: PAGE, cursor });
        return { documents: hits.map((hit) => ({ ...hit, marked: markedTitle(hit) })), page };
      },
      () => notice(t("search.empty", { q: query }), t("search.emptyNext")),
      (page) => {
        total.textContent = t("search.total", { n: page.total });
      },
    );
    this.element = h("div", { class: "results" }, h("h1", {}, title), total, table.element);
    table.start();
  }

  update(): void {
    // The query is what makes this screen; another one makes another screen.
  }

  destroy(): void {
    this.element.remove();
  }
}
