/** A chain as a tree: the reading of the diagram for keyboard and screen reader. Pure. */

import { type Chain, columnOf, COLUMNS, farEnd, type Link } from "./model";
import { relationRank } from "./vocabulary";

export interface TreeItem {
  /** Unique within the tree: the path of documents from the root. */
  id: string;
  node: string;
  /** The line that leads here; `null` for the root. */
  link: Link | null;
  children: TreeItem[];
  /** The item where the branches of this document stand, when they stand earlier in the tree. */
  again: string | null;
}

/**
 * Unfolds a chain from its root. A document that is reached in several ways has its branches where it is nearest to the
 * root; elsewhere it is named without them.
 */
export function treeOf(chain: Chain): TreeItem {
  const outgoing = new Map<string, Link[]>();
  for (const link of chain.links) {
    const near = chain.direction === "up" ? link.source : link.target;
    outgoing.set(near, [...(outgoing.get(near) ?? []), link]);
  }
  for (const links of outgoing.values()) links.sort((one, other) => compare(chain, one, other));

  const root: TreeItem = { id: chain.root, node: chain.root, link: null, children: [], again: null };
  const first = new Map([[chain.root, root.id]]);
  const queue = [root];
  for (let item = queue.shift(); item; item = queue.shift()) {
    for (const link of outgoing.get(item.node) ?? []) {
      const node = farEnd(link, chain.direction);
      const id = `${item.id}>${node}`;
      const again = first.get(node) ?? null;
      const child: TreeItem = { id, node, link, children: [], again };
      item.children.push(child);
      if (again === null) {
        first.set(node, id);
        queue.push(child);
      }
    }
  }
  return root;
}

/** Flagged lines first, then strong relations, then near levels, then by symbol. */
function compare(chain: Chain, one: Link, other: Link): number {
  const place = (link: Link): number[] => {
    const far = chain.byKey.get(farEnd(link, chain.direction));
    const column = COLUMNS.indexOf(columnOf(far?.level ?? null));
    return [link.flag ? 0 : 1, relationRank(link.edges[0]?.type ?? ""), chain.direction === "up" ? -column : column];
  };
  const [a, b] = [place(one), place(other)];
  const difference = a.map((value, index) => value - (b[index] ?? 0)).find((value) => value !== 0);
  return difference ?? one.id.localeCompare(other.id);
}
