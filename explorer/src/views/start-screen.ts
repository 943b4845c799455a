/** The first page: what this is, how much the store holds, the citations to review, the ingested documents. */

import { api } from "../api/client";
import type { Finding, Level, StatsResult } from "../api/types";
import { COLUMNS } from "../chain/model";
import { RELATIONS } from "../chain/vocabulary";
import { type Context, type Part, stateLink } from "../context";
import { fill, h } from "../dom";
import { formatNumber, levelName, nameOf, t } from "../i18n";
import { DocumentTable } from "../widgets/documents";
import { failure, findingFact, loading, notice, vietnamese } from "../widgets/pieces";

const PAGE = 25;
const MOST_FINDINGS = 5;

export class StartScreen implements Part {
  readonly element: HTMLElement;
  private readonly counts = h("dl", { class: "counts" });
  private readonly findings = h("section", { class: "start-findings", "aria-labelledby": "start-findings" });
  private readonly rows = h("ul", { class: "finding-list" });
  private level: Level | null = null;

  constructor(private readonly context: Context) {
    document.title = t("app.name");
    const table = new DocumentTable(
      context,
      async (cursor) => api.documents({ ingested: true, level: this.level, limit: PAGE, cursor }),
      () => (this.level ? h("p", { class: "soft" }, t("start.noneLevel")) : notice(t("start.none"), t("start.noneNext"))),
    );
    this.element = h(
      "div",
      { class: "start" },
      h(
        "section",
        { class: "lead" },
        h("h1", {}, t("app.tagline")),
        h("p", {}, t("start.lead")),
        h("ol", { class: "steps" }, (["start.how1", "start.how2", "start.how3"] as const).map((step) => h("li", {}, t(step)))),
        this.counts,
      ),
      this.findings,
      h(
        "section",
        { "aria-labelledby": "start-documents" },
        h("div", { class: "section-head" }, h("h2", { id: "start-documents" }, t("start.documents")), this.levelChoice(table)),
        table.element,
      ),
    );
    table.start();
    void context.track(this.loadCounts());
    void context.track(this.loadFindings());
  }

  update(): void {
    // Nothing on this page depends on the state but the language, and that draws it anew.
  }

  destroy(): void {
    this.element.remove();
  }

  private levelChoice(table: DocumentTable): HTMLElement {
    const choice = h(
      "select",
      {
        onchange: () => {
          this.level = (choice.value || null) as Level | null;
          table.start();
        },
      },
      h("option", { value: "" }, t("start.allLevels")),
      COLUMNS.flatMap((column) => (column === "unknown" ? [] : [h("option", { value: column }, levelName(column))])),
    );
    return h("label", {}, `${t("start.level")} `, choice);
  }

  private async loadCounts(): Promise<void> {
    try {
      const [stats, ingested] = await Promise.all([api.stats(), api.documents({ ingested: true, limit: PAGE })]);
      fill(this.counts, countsOf(stats, ingested.page.total));
    } catch {
      // The list below says what is wrong, with a way to try again.
      this.counts.remove();
    }
  }

  private async loadFindings(cursor: string | null = null): Promise<void> {
    const head = h("h2", { id: "start-findings" }, t("start.findings"));
    if (!cursor) {
      fill(this.rows);
      fill(this.findings, head, loading());
    }
    try {
      const { findings, page } = await api.audit({ kind: "ended", limit: cursor ? PAGE : MOST_FINDINGS, cursor });
      this.rows.append(...findings.map((finding) => this.findingRow(finding)));
      const shown = this.rows.children.length;
      fill(
        this.findings,
        head,
        shown === 0 ? h("p", { class: "soft" }, t("start.findingsNone")) : this.rows,
        page?.next && this.moreFindings(page.total - shown, page.next),
      );
      if (cursor) this.rows.children[shown - findings.length]?.querySelector("a")?.focus();
    } catch (error) {
      fill(
        this.findings,
        head,
        failure(error, () => void this.context.track(this.loadFindings())),
      );
    }
  }

  private moreFindings(left: number, cursor: string): HTMLElement {
    const load = (): void => void this.context.track(this.loadFindings(cursor));
    return h("p", {}, h("button", { type: "button", class: "button", onclick: load }, t("app.more", { n: left })));
  }

  private findingRow(finding: Finding): HTMLElement {
    const { citing, cited } = finding;
    return h(
      "li",
      {},
      stateLink(
        this.context,
        { doc: citing.key, q: null, edge: { source: citing.key, target: cited.key } },
        { class: "finding-link", focusPanel: true },
        h("span", { class: "flag", "aria-hidden": "true" }, "⚑"),
        vietnamese(`${nameOf(citing)} → ${nameOf(cited)}`, { class: "finding-names" }),
      ),
      h("span", { class: "finding-fact" }, findingFact(finding)),
    );
  }
}

function countsOf(stats: StatsResult, ingested: number): HTMLElement[] {
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  const { resolved = 0, self = 0, ...open } = stats.mentions as Record<string, number>;
  const unsettled = sum(Object.values(open));
  const numbers: [number, string][] = [
    [stats.nodes["Document"] ?? 0, t("start.count.documents")],
    [ingested, t("start.count.ingested")],
    [sum(RELATIONS.map((type) => stats.edges[type] ?? 0)), t("start.count.edges")],
    [resolved + self + unsettled, t("start.count.mentions")],
    [unsettled, t("start.count.open")],
  ];
  return numbers.map(([number, words]) => h("div", {}, h("dt", {}, words), h("dd", {}, formatNumber(number))));
}
