/** The view on a chain: the diagram in level columns with its tree, or the tree alone as a list. */

import type { DocumentDetail } from "../api/types";
import { ChainCanvas, type Emphasis } from "../chain/canvas";
import { canvasMeasure, cardOf } from "../chain/card";
import type { Drawing } from "../chain/drawing";
import { tagsOf } from "../chain/drawing";
import { abandonEngine, layoutEngine } from "../chain/engine";
import { download, exportJson, exportPng, exportSvg, fileName } from "../chain/export";
import { layOut, LayoutTimeout } from "../chain/layout";
import { type ChainQuery, chainQueryId, type LoadedChain, loadChain } from "../chain/load";
import type { Chain } from "../chain/model";
import { printPage } from "../chain/print";
import { type Context, NOTHING_CHOSEN, type Part } from "../context";
import { fill, h } from "../dom";
import { nameOf, t } from "../i18n";
import { edgeId, type EdgeName, type ViewState } from "../state";
import { ChainTools, zoomButtons } from "../widgets/chain-tools";
import { ChainTree } from "../widgets/chain-tree";
import { Columns } from "../widgets/columns";
import { HoverCard } from "../widgets/hover-card";
import { Legend } from "../widgets/legend";
import { failure, loading } from "../widgets/pieces";
import { chainNotices, emptyChain, tooBig } from "./chain-notices";

/** More than this is a tangle, and the layout would take many seconds. */
const MOST_DRAWN = { nodes: 150, links: 450 };
const PATIENCE = 20_000;
const measure = canvasMeasure();

export class ChainStage implements Part {
  readonly kind = "chain";
  readonly element = h("div", { class: "chain-stage" });
  private readonly tools: ChainTools;
  private readonly legend: Legend;
  private readonly tree: ChainTree;
  private readonly columns = new Columns();
  private readonly hover = new HoverCard();
  private readonly notices = h("div", { class: "chain-notices" });
  private readonly filtered = h("p", { class: "chain-filtered", hidden: true }, t("evidence.hidden"));
  private readonly surface = h("div", { class: "surface", "aria-hidden": "true" });
  private readonly cover = h("div", { class: "cover" });
  private readonly diagram: HTMLElement;
  private readonly print = h("div", { class: "print" });
  private readonly sizes: ResizeObserver;
  private readonly toPaper = (): void => fill(this.print, this.drawing && printPage(this.drawing));
  private readonly fromPaper = (): void => fill(this.print);
  private canvas: ChainCanvas | null = null;
  private loaded: LoadedChain | null = null;
  private drawing: Drawing | null = null;
  private query = "";
  private drawn = "";

  constructor(
    private readonly context: Context,
    private readonly detail: DocumentDetail,
  ) {
    this.tools = new ChainTools(context, { export: (format) => void this.export(format), print: () => void this.printOut() });
    this.legend = new Legend(context);
    this.tree = new ChainTree({
      focus: (item) => this.canvasFollows(item && { node: item.node, link: item.link?.id ?? null }),
      openDocument: (key) => context.go({ ...NOTHING_CHOSEN, node: key }, { focusPanel: true }),
      openLink: (id) => this.openLink(id),
      escape: () => this.escape(),
    });
    const zoom = zoomButtons(
      (factor) => this.canvas?.zoomBy(factor),
      () => this.canvas?.fit(),
    );
    this.diagram = h("div", { class: "diagram" }, this.columns.element, this.surface, this.hover.element, zoom, this.cover);
    fill(this.element, this.tools.element, this.notices, this.filtered, h("div", { class: "chain-body" }, this.tree.element, this.diagram), this.legend.element, this.print);
    this.sizes = new ResizeObserver(() => this.canvas?.resize());
    this.sizes.observe(this.surface);
    window.addEventListener("beforeprint", this.toPaper);
    window.addEventListener("afterprint", this.fromPaper);
    // It takes a moment to start; meanwhile the chain is on its way.
    if (context.state.view === "chain") void layoutEngine();
  }

  update(state: ViewState): void {
    const query: ChainQuery = { doc: this.detail.key, direction: state.direction, depth: state.depth, types: state.types, asOf: state.asOf };
    this.element.dataset["view"] = state.view;
    this.tools.update(state);
    if (chainQueryId(query) !== this.query) {
      this.query = chainQueryId(query);
      void this.context.track(this.load(query));
    } else if (this.loaded) {
      void this.context.track(this.draw(this.loaded));
    }
    this.followSelection(state);
  }

  async recolour(): Promise<void> {
    await this.canvas?.recolour();
    this.canvas?.emphasise(chosenIn(this.context.state));
  }

  destroy(): void {
    this.sizes.disconnect();
    window.removeEventListener("beforeprint", this.toPaper);
    window.removeEventListener("afterprint", this.fromPaper);
    this.canvas?.destroy();
    this.query = "gone";
  }

  pointOf(id: string): { x: number; y: number } | null {
    return this.canvas?.pointOf(id) ?? null;
  }

  private async load(query: ChainQuery): Promise<void> {
    const id = this.query;
    fill(this.cover, loading());
    try {
      const loaded = await loadChain(query);
      if (id !== this.query) return;
      this.loaded = loaded;
      this.drawing = null;
      this.describe(loaded);
      await this.draw(loaded);
    } catch (error) {
      if (id !== this.query) return;
      const again = (): void => void this.context.track(this.load(query));
      fill(this.cover, failure(error, again));
      fill(this.notices);
    }
  }

  private describe(loaded: LoadedChain): void {
    const { chain } = loaded;
    const flagged = chain.links.filter((link) => link.flag).length;
    const summary = t("chain.summary", { documents: chain.nodes.length, edges: chain.links.length });
    this.tools.say(summary, flagged ? t("chain.flagged", { n: flagged }) : null);
    this.legend.show(loaded.types, this.context.state.types);
    this.tree.show(chain);
    fill(this.notices, chainNotices(loaded));
    this.followSelection(this.context.state);
  }

  /** Lays out and draws what was loaded, unless that is done already or only the list is shown. */
  private async draw(loaded: LoadedChain): Promise<void> {
    const { chain } = loaded;
    if (this.drawn === this.query) return;
    const refusal =
      chain.links.length === 0
        ? emptyChain(this.context, this.detail)
        : chain.nodes.length > MOST_DRAWN.nodes || chain.links.length > MOST_DRAWN.links
          ? tooBig(this.context, chain)
          : null;
    if (refusal) {
      this.drawn = this.query;
      this.drawing = null;
      this.diagram.classList.add("covered");
      return fill(this.cover, refusal);
    }
    if (this.context.state.view !== "chain") return fill(this.cover);
    const id = this.query;
    this.drawn = id;
    fill(this.cover, loading(t("app.drawing")));
    try {
      const drawing = await drawingOf(chain);
      if (id !== this.query) return;
      await this.put(drawing);
      fill(this.cover);
      this.diagram.classList.remove("covered");
    } catch (error) {
      if (id !== this.query) return;
      if (error instanceof LayoutTimeout) abandonEngine();
      this.diagram.classList.add("covered");
      fill(this.cover, error instanceof LayoutTimeout ? tooBig(this.context, chain, t("chain.slow")) : failure(error, () => this.again(loaded)));
    }
  }

  private again(loaded: LoadedChain): void {
    this.drawn = "";
    void this.context.track(this.draw(loaded));
  }

  private async put(drawing: Drawing): Promise<void> {
    this.drawing = drawing;
    this.canvas ??= new ChainCanvas(this.surface, {
      chooseNode: (key) => this.context.go({ ...NOTHING_CHOSEN, node: key }),
      chooseLink: (id) => this.openLink(id),
      chooseNothing: () => this.context.go(NOTHING_CHOSEN),
      hover: (target, at) => this.hover.show(drawing.chain === this.drawing?.chain ? this.drawing.chain : null, target, at),
      moved: () => this.follow(),
    });
    await this.canvas.show(drawing);
    this.columns.show(drawing.layout.stripes);
    this.follow();
    this.followSelection(this.context.state);
  }

  /** Keeps what lies over and under the canvas where the canvas is. */
  private follow(): void {
    if (this.canvas) this.columns.move(this.canvas.viewport);
    this.hover.hide();
  }

  private followSelection(state: ViewState): void {
    const { node, link } = chosenIn(state);
    this.filtered.hidden = !link || !this.loaded || this.loaded.chain.byId.has(link);
    this.tree.select(node ?? (link ? null : this.detail.key), link);
    this.canvas?.emphasise({ node, link });
    if (link || node) this.canvas?.reveal({ node, link });
  }

  private canvasFollows(focus: { node: string; link: string | null } | null): void {
    if (!focus) return this.followSelection(this.context.state);
    this.canvas?.emphasise(focus);
    this.canvas?.reveal({ node: focus.node, link: null }, this.tree.element.clientWidth);
  }

  private openLink(id: string): void {
    const edge = this.loaded?.chain.byId.get(id) as EdgeName | undefined;
    if (edge) this.context.go({ ...NOTHING_CHOSEN, edge: { source: edge.source, target: edge.target } }, { focusPanel: true });
  }

  private escape(): void {
    const { node, edge, at } = this.context.state;
    if (node || edge || at) this.context.go(NOTHING_CHOSEN);
    else document.querySelector<HTMLElement>(".views [aria-current]")?.focus();
  }

  /** Prints the drawing, also from the list, where none has been made yet. */
  private async printOut(): Promise<void> {
    if (this.loaded) this.drawing ??= await this.context.track(drawingOf(this.loaded.chain));
    window.print();
  }

  private async export(format: "svg" | "png" | "json"): Promise<void> {
    if (!this.loaded) return;
    const name = nameOf(this.detail);
    if (format === "json") return download(fileName(name, "json"), exportJson(this.loaded), "application/json");
    this.drawing ??= await this.context.track(drawingOf(this.loaded.chain));
    const svg = exportSvg(this.drawing);
    if (format === "svg") return download(fileName(name, "svg"), svg, "image/svg+xml");
    try {
      download(fileName(name, "png"), await this.context.track(exportPng(svg)), "image/png");
    } catch {
      this.context.announce(t("tool.pngFailed"));
      fill(this.notices, h("p", { class: "remark" }, t("tool.pngFailed")));
    }
  }
}

/** What the diagram and the tree bring out. */
function chosenIn({ node, edge, at }: ViewState): Emphasis {
  return { node, link: edge && !at ? edgeId(edge) : null };
}

/** Makes the boxes of a chain, lays it out and puts words at its flagged lines. */
async function drawingOf(chain: Chain): Promise<Drawing> {
  const ports = new Map<string, { left: number; right: number }>();
  for (const { source, target } of chain.links) {
    const [citing, cited] = [ports.get(source) ?? { left: 0, right: 0 }, ports.get(target) ?? { left: 0, right: 0 }];
    ports.set(source, { ...citing, left: citing.left + 1 });
    ports.set(target, { ...cited, right: cited.right + 1 });
  }
  const cards = new Map(
    chain.nodes.map((node) => {
      const { left, right } = ports.get(node.key) ?? { left: 0, right: 0 };
      return [node.key, cardOf(node, Math.max(left, right), measure)];
    }),
  );
  const layout = await layOut(await layoutEngine(), chain, cards, PATIENCE);
  return { chain, cards, layout, tags: tagsOf(chain, layout, measure) };
}
