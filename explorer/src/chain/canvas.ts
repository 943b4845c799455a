/** The diagram on a canvas: pan, zoom, choose. Decoration for assistive technology, which reads the tree instead. */

import cytoscape, { type Core, type ElementDefinition, type EventObject } from "cytoscape";

import { palette } from "../theme";
import type { Drawing } from "./drawing";
import { endpoint, longestPart, middle, segmentsOf } from "./geometry";
import type { Box, Point } from "./layout";
import { columnOf, strokeOf, surroundings } from "./model";
import { cardImage } from "./svg";
import { canvasStyle } from "./canvas-style";

/** Below this a box can't be read; fitting never goes further. */
const READABLE = 0.6;
const NATURAL = 1;
const MARGIN = { top: 34, side: 8 };

export interface CanvasEvents {
  chooseNode(key: string): void;
  chooseLink(id: string): void;
  chooseNothing(): void;
  hover(target: { node?: string; link?: string } | null, at: Point): void;
  moved(): void;
}

export interface Emphasis {
  node: string | null;
  link: string | null;
}

export class ChainCanvas {
  private readonly cy: Core;
  private drawing: Drawing | null = null;

  constructor(
    private readonly container: HTMLElement,
    private readonly events: CanvasEvents,
  ) {
    this.cy = cytoscape({
      container,
      style: canvasStyle(palette()),
      layout: { name: "preset" },
      minZoom: 0.15,
      maxZoom: 3,
      autoungrabify: true,
      boxSelectionEnabled: false,
      selectionType: "single",
    });
    this.listen();
  }

  /** Draws a chain; resolves when the words in the boxes are there as well. */
  async show(drawing: Drawing): Promise<void> {
    this.drawing = drawing;
    await this.place(drawing);
    this.fit();
    await this.rendered();
  }

  /** Puts everything into view where that leaves it readable; otherwise the document in focus and what is near it. */
  fit(): void {
    if (!this.drawing) return;
    const { layout, chain } = this.drawing;
    const [width, height] = [this.cy.width() - 2 * MARGIN.side, this.cy.height() - MARGIN.top];
    const zoom = Math.max(READABLE, Math.min(NATURAL, width / layout.width, height / layout.height));
    const root = layout.boxes.get(chain.root) ?? { x: 0, y: 0, width: 0, height: 0 };
    this.cy.viewport({
      zoom,
      pan: {
        x: MARGIN.side + along(width, layout.width * zoom, (root.x + root.width / 2) * zoom),
        y: MARGIN.top + along(height, layout.height * zoom, (root.y + root.height / 2) * zoom),
      },
    });
  }

  zoomBy(factor: number): void {
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
  }

  resize(): void {
    this.cy.resize();
    this.events.moved();
  }

  /** Redraws with the colours of the moment; what is in view stays in view. */
  async recolour(): Promise<void> {
    this.cy.style(canvasStyle(palette()));
    if (!this.drawing) return;
    await this.place(this.drawing);
    await this.rendered();
  }

  /** Brings out one document or line with what is next to it; the rest steps back. */
  emphasise({ node, link }: Emphasis): void {
    if (!this.drawing) return;
    const { chain } = this.drawing;
    const chosen = link ? chain.byId.get(link) : undefined;
    const near = chosen
      ? { nodes: new Set([chosen.source, chosen.target]), links: new Set([chosen.id]) }
      : node && node !== chain.root && chain.byKey.has(node)
        ? surroundings(chain, node)
        : null;
    this.cy.batch(() => {
      this.cy.elements().forEach((element) => {
        const id = element.data("link") ?? element.id();
        const kept = !near || near.nodes.has(id) || near.links.has(id);
        element.toggleClass("away", !kept);
        element.toggleClass("chosen", id === link || (!link && id === node));
        element.toggleClass("brought-out", !!near && kept);
      });
    });
  }

  /** Moves as little as needed to have a document, or both ends of a line, in view; `covered` px at the left are hidden. */
  reveal({ node, link }: Emphasis, covered = 0): void {
    const layout = this.drawing?.layout;
    const chosen = link ? this.drawing?.chain.byId.get(link) : undefined;
    const boxes = (chosen ? [chosen.target, chosen.source] : node ? [node] : []).flatMap((key) => layout?.boxes.get(key) ?? []);
    for (const box of boxes) this.bringIntoView(box, covered);
  }

  /** Where a document or line is on the page, in px of the viewport; `null` when it is not drawn. */
  pointOf(id: string): Point | null {
    const layout = this.drawing?.layout;
    const route = layout?.routes.get(id);
    const box = layout?.boxes.get(id);
    const place = route ? middle(longestPart(route)) : box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    if (!place) return null;
    const frame = this.container.getBoundingClientRect();
    const { pan, zoom } = this.viewport;
    return { x: frame.left + place.x * zoom + pan.x, y: frame.top + place.y * zoom + pan.y };
  }

  get viewport(): { pan: Point; zoom: number } {
    return { pan: this.cy.pan(), zoom: this.cy.zoom() };
  }

  destroy(): void {
    this.cy.destroy();
  }

  private async place(drawing: Drawing): Promise<void> {
    const elements = elementsOf(drawing);
    await Promise.all(elements.map((element) => decoded(element.data["words"] as string | undefined)));
    this.cy.batch(() => {
      this.cy.elements().remove();
      this.cy.add(elements);
    });
  }

  private rendered(): Promise<void> {
    return new Promise((resolve) => {
      this.cy.one("render", () => resolve());
      this.cy.forceRender();
    });
  }

  private bringIntoView(box: Box, covered: number): void {
    const { pan, zoom } = this.viewport;
    const shift = (from: number, size: number, least: number, most: number): number =>
      from < least ? least - from : from + size > most ? Math.max(least - from, most - from - size) : 0;
    const x = shift(box.x * zoom + pan.x, box.width * zoom, covered + 16, this.cy.width() - 16);
    const y = shift(box.y * zoom + pan.y, box.height * zoom, MARGIN.top + 10, this.cy.height() - 16);
    if (x || y) this.cy.panBy({ x, y });
  }

  private listen(): void {
    const named = (event: EventObject): { node?: string; link?: string } => {
      const link = event.target.isEdge() ? event.target.id() : event.target.data("link");
      return link ? { link } : { node: event.target.id() };
    };
    this.cy.on("tap", (event) => {
      if (event.target === this.cy) return this.events.chooseNothing();
      const { node, link } = named(event);
      if (link) this.events.chooseLink(link);
      else if (node) this.events.chooseNode(node);
    });
    this.cy.on("mouseover", "node, edge", (event) => {
      this.container.style.cursor = "pointer";
      event.target.addClass("hovered");
      this.events.hover(named(event), event.renderedPosition);
    });
    this.cy.on("mouseout", "node, edge", (event) => {
      this.container.style.cursor = "";
      event.target.removeClass("hovered");
      this.events.hover(null, { x: 0, y: 0 });
    });
    this.cy.on("viewport", () => this.events.moved());
  }
}

/** Where a content of `size` px starts in a view of `room` px: centred if it fits, else with `focus` as central as can be. */
function along(room: number, size: number, focus: number): number {
  return size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, room / 2 - focus));
}

function elementsOf({ chain, cards, layout, tags }: Drawing): ElementDefinition[] {
  const colours = palette();
  const nodes = chain.nodes.flatMap((node): ElementDefinition[] => {
    const [box, card] = [layout.boxes.get(node.key), cards.get(node.key)];
    if (!box || !card) return [];
    const column = columnOf(node.level);
    const data = {
      id: node.key,
      width: box.width,
      height: box.height,
      words: cardImage(card, colours, column),
      colour: colours.level[column],
      ground: card.ingested ? colours.levelBox[column] : colours.box,
    };
    const classes = ["document", card.flagged ? "flagged" : "", node.key === chain.root ? "root" : ""].join(" ");
    return [{ group: "nodes", data, classes, position: middle([box, { x: box.x + box.width, y: box.y + box.height }]) }];
  });
  const edges = chain.links.flatMap((link): ElementDefinition[] => {
    const route = layout.routes.get(link.id);
    const [source, target] = [layout.boxes.get(link.source), layout.boxes.get(link.target)];
    const [start, end] = [route?.[0], route?.at(-1)];
    if (!route || !source || !target || !start || !end) return [];
    const { weights, distances } = segmentsOf(route);
    const style = strokeOf(link);
    const data = {
      id: link.id,
      source: link.source,
      target: link.target,
      weights: weights.length ? weights : [0.5],
      distances: distances.length ? distances : [0],
      from: endpoint(start, source),
      to: endpoint(end, target),
      colour: colours.relation[style.colour],
      head: style.head,
      stroke: style.width,
    };
    return [{ group: "edges", data, classes: link.flag ? "flagged" : "" }];
  });
  const words = tags.map(
    (tag): ElementDefinition => ({
      group: "nodes",
      data: { id: `tag ${tag.link}`, link: tag.link, label: tag.text, width: tag.width, height: tag.height },
      classes: "tag",
      position: { x: tag.x, y: tag.y },
    }),
  );
  return [...nodes, ...edges, ...words];
}

async function decoded(address: string | undefined): Promise<void> {
  if (!address) return;
  const image = new Image();
  image.src = address;
  await image.decode();
}
