/** The chain as a tree that keyboard and screen reader can walk; the diagram follows the item in focus. */

import type { TraceNode } from "../api/types";
import { type Chain, isEnded } from "../chain/model";
import { type TreeItem, treeOf } from "../chain/tree";
import { endedText } from "../chain/card";
import { h } from "../dom";
import { formatDate, levelName, nameOf, shortIssuer, t, typeName } from "../i18n";
import { findingFlag, relationChip, textMark, vietnamese } from "./pieces";

/** Branches open at first: the root's, so that the documents it names are in sight. */
const OPEN_DEPTH = 1;

export interface TreeEvents {
  /** The keyboard stands on an item; `null`: it has left the tree. */
  focus(item: TreeItem | null): void;
  openDocument(key: string): void;
  openLink(id: string): void;
  escape(): void;
}

export class ChainTree {
  readonly element: HTMLElement;
  private readonly list: HTMLElement;
  private root: TreeItem | null = null;
  private chain: Chain | null = null;
  private items = new Map<string, { item: TreeItem; parent: TreeItem | null; depth: number }>();
  private readonly open = new Set<string>();
  private active = "";

  constructor(private readonly events: TreeEvents) {
    this.list = h("ul", {
      role: "tree",
      "aria-label": t("tree.label"),
      "aria-describedby": "tree-help",
      onkeydown: (event: KeyboardEvent) => this.pressed(event),
      onclick: (event: MouseEvent) => this.clicked(event),
      onfocusin: (event: FocusEvent) => this.focused(event),
      onfocusout: (event: FocusEvent) => !this.list.contains(event.relatedTarget as Node | null) && this.events.focus(null),
    });
    this.element = h("div", { class: "chain-tree" }, h("p", { id: "tree-help", class: "tree-help" }, t("tree.help")), this.list);
  }

  show(chain: Chain): void {
    this.chain = chain;
    this.root = treeOf(chain);
    this.items = new Map();
    this.register(this.root, null, 0);
    for (const { item, depth } of this.items.values()) if (depth < OPEN_DEPTH) this.open.add(item.id);
    if (!this.items.has(this.active)) this.active = this.root.id;
    this.draw();
  }

  /** Moves the focus to the item that was last in focus. */
  focus(): void {
    this.elementOf(this.active)?.focus();
  }

  /** Marks the item of what the panel shows. */
  select(node: string | null, link: string | null): void {
    for (const element of this.list.children) {
      const { item } = this.items.get((element as HTMLElement).dataset["id"] ?? "") ?? {};
      const chosen = item && (link ? item.link?.id === link : item.node === node && (!item.again || item.id === this.active));
      element.setAttribute("aria-selected", String(!!chosen));
    }
  }

  private register(item: TreeItem, parent: TreeItem | null, depth: number): void {
    this.items.set(item.id, { item, parent, depth });
    for (const child of item.children) this.register(child, item, depth + 1);
  }

  private draw(): void {
    const rows: HTMLElement[] = [];
    const add = (item: TreeItem, depth: number, place: number, siblings: number): void => {
      rows.push(this.row(item, depth, place, siblings));
      if (this.open.has(item.id)) item.children.forEach((child, index) => add(child, depth + 1, index + 1, item.children.length));
    };
    if (this.root) add(this.root, 0, 1, 1);
    this.list.replaceChildren(...rows);
    if (!this.elementOf(this.active)) this.active = this.root?.id ?? "";
    this.elementOf(this.active)?.setAttribute("tabindex", "0");
  }

  private row(item: TreeItem, depth: number, place: number, siblings: number): HTMLElement {
    const node = this.chain?.byKey.get(item.node);
    const expandable = item.children.length > 0;
    return h(
      "li",
      {
        role: "treeitem",
        "data-id": item.id,
        "aria-level": depth + 1,
        "aria-posinset": place,
        "aria-setsize": siblings,
        "aria-expanded": expandable ? String(this.open.has(item.id)) : null,
        "aria-selected": "false",
        tabindex: "-1",
        style: `--depth: ${depth}`,
        class: item.link?.flag ? "flagged" : null,
      },
      h("span", { class: "twisty", "aria-hidden": "true" }, expandable ? (this.open.has(item.id) ? "▾" : "▸") : ""),
      node && this.content(item, node),
    );
  }

  private content(item: TreeItem, node: TraceNode): HTMLElement[] {
    const direction = this.chain?.direction === "down" ? "in" : "out";
    const name = h(
      "span",
      { class: "tree-name" },
      item.link?.edges.map((edge) => [relationChip(edge.type, direction, edge), " "]).flat(),
      textMark(node),
      " ",
      vietnamese(nameOf(node), { class: "symbol" }),
      " ",
    );
    const about = h(
      "span",
      { class: "tree-about" },
      `${typeName(node)} · `,
      vietnamese(shortIssuer(node.issuer)),
      ` · ${levelName(node.level)}${node.date ? ` · ${formatDate(node.date)}` : ""}`,
    );
    const notes = [
      item.link?.flag && findingFlag(item.link.flag),
      isEnded(node) && h("span", { class: "flag quiet" }, `⚑ ${endedText(node)}`),
      item.again && this.items.get(item.again)?.item.children.length ? h("span", { class: "soft" }, t("tree.again")) : null,
    ].flatMap((note) => (note ? [" ", note] : []));
    return [
      name,
      about,
      h("span", { class: "tree-title", lang: "vi" }, node.symbol ? (node.title ?? "") : ""),
      h("span", { class: "tree-notes" }, ...notes),
    ];
  }

  private pressed(event: KeyboardEvent): void {
    const entry = this.items.get(this.active);
    if (!entry || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...this.list.children] as HTMLElement[];
    const at = rows.findIndex((row) => row.dataset["id"] === this.active);
    const to = (index: number): void => this.moveTo(rows[Math.max(0, Math.min(rows.length - 1, index))]?.dataset["id"]);
    const keys: Record<string, () => void> = {
      ArrowDown: () => to(at + 1),
      ArrowUp: () => to(at - 1),
      Home: () => to(0),
      End: () => to(rows.length - 1),
      ArrowRight: () => this.right(entry.item),
      ArrowLeft: () => (this.open.has(this.active) && entry.item.children.length > 0 ? this.toggle(this.active) : this.moveTo(entry.parent?.id)),
      Enter: () => this.enter(entry.item, event.shiftKey),
      " ": () => this.enter(entry.item, event.shiftKey),
      Escape: () => this.events.escape(),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  /** Opens a branch, steps into an open one, or goes to where the branches of a document stand. */
  private right(item: TreeItem): void {
    if (item.children.length > 0 && !this.open.has(item.id)) this.toggle(item.id);
    else if (item.children[0]) this.moveTo(item.children[0].id);
    else if (item.again && this.items.get(item.again)?.item.children.length) this.uncover(item.again);
  }

  private enter(item: TreeItem, wholeDocument: boolean): void {
    if (item.link && !wholeDocument) this.events.openLink(item.link.id);
    else this.events.openDocument(item.node);
  }

  private uncover(id: string): void {
    for (let entry = this.items.get(id); entry?.parent; entry = this.items.get(entry.parent.id)) this.open.add(entry.parent.id);
    this.draw();
    this.moveTo(id);
  }

  private toggle(id: string): void {
    if (!this.open.delete(id)) this.open.add(id);
    this.draw();
    this.focus();
  }

  private moveTo(id: string | undefined): void {
    if (!id) return;
    this.elementOf(this.active)?.setAttribute("tabindex", "-1");
    this.active = id;
    const element = this.elementOf(id);
    element?.setAttribute("tabindex", "0");
    element?.focus();
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const id = target.closest<HTMLElement>("[role=treeitem]")?.dataset["id"];
    const item = id ? this.items.get(id)?.item : undefined;
    if (!id || !item) return;
    this.moveTo(id);
    if (target.closest(".twisty")) this.toggle(id);
    else this.enter(item, !!target.closest(".symbol, .tree-title"));
  }

  private focused(event: FocusEvent): void {
    const id = (event.target as HTMLElement).dataset["id"];
    const item = id ? this.items.get(id)?.item : undefined;
    if (id && item) {
      this.active = id;
      this.events.focus(item);
    }
  }

  private elementOf(id: string): HTMLElement | undefined {
    return ([...this.list.children] as HTMLElement[]).find((row) => row.dataset["id"] === id);
  }
}
