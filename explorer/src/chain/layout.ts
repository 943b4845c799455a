/**
 * Where boxes, lines and columns of a chain stand. The engine gets each relation from the cited to the citing document,
 * so that what is cited stands on the left; the lines are turned around again afterwards. Pure but for the engine.
 */

import type { ELK, ElkNode, LayoutOptions } from "elkjs/lib/elk-api";

import type { Card } from "./card";
import { type Chain, type Column, COLUMNS, columnOf } from "./model";

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** A stripe of the diagram for one level, from edge to edge. */
export interface Stripe {
  column: Column;
  x: number;
  width: number;
}

export interface Layout {
  width: number;
  height: number;
  /** By key of the document. */
  boxes: Map<string, Box>;
  /** By id of the link, from the citing to the cited document, bends between. */
  routes: Map<string, Point[]>;
  stripes: Stripe[];
}

const OPTIONS: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.partitioning.activate": "true",
  // Otherwise each connected part would get columns of its own.
  "elk.separateConnectedComponents": "false",
  "elk.randomSeed": "1",
  "elk.padding": "[top=16,left=24,bottom=16,right=24]",
  "elk.spacing.nodeNode": "12",
  "elk.spacing.edgeNode": "7",
  "elk.spacing.edgeEdge": "6",
  "elk.layered.spacing.nodeNodeBetweenLayers": "30",
  "elk.layered.spacing.edgeNodeBetweenLayers": "9",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "6",
  // Together they gave the shortest lines with the fewest bends on chains of 20 to 30 documents.
  "elk.layered.layering.strategy": "LONGEST_PATH",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
};

/** The engine did not come back in time. */
export class LayoutTimeout extends Error {}

/** Lays out a chain whose boxes are `cards`. Rejects with {@link LayoutTimeout} after `patience` ms. */
export async function layOut(engine: ELK, chain: Chain, cards: Map<string, Card>, patience: number): Promise<Layout> {
  let timer = 0;
  const late = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => reject(new LayoutTimeout()), patience);
  });
  try {
    return readResult(await Promise.race([engine.layout(request(chain, cards)), late]), chain);
  } finally {
    window.clearTimeout(timer);
  }
}

function request(chain: Chain, cards: Map<string, Card>): ElkNode {
  return {
    id: "chain",
    layoutOptions: OPTIONS,
    children: chain.nodes.map((node) => ({
      id: node.key,
      width: cards.get(node.key)?.width ?? 0,
      height: cards.get(node.key)?.height ?? 0,
      layoutOptions: { "elk.partitioning.partition": String(COLUMNS.indexOf(columnOf(node.level))) },
    })),
    edges: chain.links.map((link) => ({ id: link.id, sources: [link.target], targets: [link.source] })),
  };
}

function readResult(result: ElkNode, chain: Chain): Layout {
  const boxes = new Map<string, Box>();
  for (const { id, x = 0, y = 0, width = 0, height = 0 } of result.children ?? []) boxes.set(id, { x, y, width, height });
  const routes = new Map<string, Point[]>();
  for (const edge of result.edges ?? []) {
    const section = edge.sections?.[0];
    if (section) routes.set(edge.id, [section.endPoint, ...(section.bendPoints ?? []).toReversed(), section.startPoint]);
  }
  return {
    width: result.width ?? 0,
    height: result.height ?? 0,
    boxes,
    routes,
    stripes: stripesOf(chain, boxes, result.width ?? 0),
  };
}

/** Stripes that meet half way between the columns of two levels. */
function stripesOf(chain: Chain, boxes: Map<string, Box>, width: number): Stripe[] {
  const extents = new Map<Column, { left: number; right: number }>();
  for (const node of chain.nodes) {
    const box = boxes.get(node.key);
    const known = extents.get(columnOf(node.level));
    if (!box) continue;
    extents.set(columnOf(node.level), {
      left: Math.min(known?.left ?? box.x, box.x),
      right: Math.max(known?.right ?? 0, box.x + box.width),
    });
  }
  const present = COLUMNS.flatMap((column) => {
    const extent = extents.get(column);
    return extent ? [{ column, ...extent }] : [];
  });
  return present.map(({ column, left, right }, index) => {
    const before = present[index - 1];
    const after = present[index + 1];
    const from = before ? (before.right + left) / 2 : 0;
    const to = after ? (right + after.left) / 2 : width;
    return { column, x: from, width: to - from };
  });
}
