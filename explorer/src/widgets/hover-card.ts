/** What the mouse points at in the diagram, in full. */

import type { Point } from "../chain/layout";
import { type Chain, statementsOf } from "../chain/model";
import { fill, h } from "../dom";
import { nameOf, relationName, t } from "../i18n";
import { documentLine, findingFlag, validityChip } from "./pieces";

export class HoverCard {
  readonly element = h("div", { class: "hover-card", "aria-hidden": "true", hidden: true });

  show(chain: Chain | null, target: { node?: string; link?: string } | null, at: Point): void {
    const content = chain && target && (target.link ? linkWords(chain, target.link) : nodeWords(chain, target.node ?? ""));
    if (!content) return this.hide();
    fill(this.element, content);
    this.element.hidden = false;
    const room = this.element.parentElement?.getBoundingClientRect();
    const { width, height } = this.element.getBoundingClientRect();
    this.element.style.left = `${Math.max(8, Math.min(at.x + 14, (room?.width ?? 0) - width - 8))}px`;
    this.element.style.top = `${at.y + 18 + height > (room?.height ?? 0) ? at.y - height - 12 : at.y + 18}px`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}

function nodeWords(chain: Chain, key: string): HTMLElement[] | null {
  const node = chain.byKey.get(key);
  if (!node) return null;
  return [h("strong", {}, nameOf(node)), documentLine(node), ...(node.symbol && node.title ? [h("span", {}, node.title)] : []), validityChip(node)];
}

function linkWords(chain: Chain, id: string): HTMLElement[] | null {
  const link = chain.byId.get(id);
  const [source, target] = [chain.byKey.get(link?.source ?? ""), chain.byKey.get(link?.target ?? "")];
  if (!link || !source || !target) return null;
  const verbs = link.edges.map((edge) => relationName(edge.type, "out", edge)).join(", ");
  const sentence = statementsOf(link)[0]?.evidence;
  return [
    h("strong", {}, `${nameOf(source)} ${verbs} ${nameOf(target)}`),
    ...(link.flag ? [findingFlag(link.flag)] : []),
    ...(sentence ? [h("q", { lang: "vi" }, sentence.sentence ?? sentence.quote)] : []),
    h("span", { class: "soft" }, t("neighbours.statements", { n: statementsOf(link).length })),
  ];
}
