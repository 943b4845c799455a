/** What is said about a chain beside drawing it, and instead of drawing it. */

import type { DocumentDetail } from "../api/types";
import type { LoadedChain } from "../chain/load";
import type { Chain } from "../chain/model";
import { type Context, NOTHING_CHOSEN, stateLink } from "../context";
import { h } from "../dom";
import { nameOf, t } from "../i18n";
import { notice, noteWords } from "../widgets/pieces";

/** Missing levels, a cut chain, an audit that is not complete. */
export function chainNotices({ chain, gaps, truncated, notes, audited, auditable }: LoadedChain): HTMLElement[] {
  const name = (key: string): string => nameOf(chain.byKey.get(key) ?? { key, symbol: null, title: null });
  const words = gaps.map((gap) => t(`chain.gap.${gap.level}`, { below: name(gap.below), above: name(gap.above) }));
  words.push(...notes.map(noteWords));
  if (truncated) words.push(t("chain.truncated"));
  if (audited === null) words.push(t("chain.auditFailed"));
  else if (audited < auditable) words.push(t("chain.unaudited", { done: audited, all: auditable }));
  return words.map((sentence) => h("p", { class: "remark" }, sentence));
}

/** The chain has nothing but its root. */
export function emptyChain(context: Context, detail: DocumentDetail): HTMLElement {
  const { direction, types } = context.state;
  const name = nameOf(detail);
  const next = direction === "up" && !detail.ingested ? t("chain.emptyCited") : t("chain.emptyNext");
  return notice(
    t(`chain.empty.${direction}`, { name }),
    next,
    stateLink(context, { ...NOTHING_CHOSEN, direction: direction === "up" ? "down" : "up" }, { class: "button" }, t("chain.turn")),
    types.length > 0 && stateLink(context, { types: [] }, { class: "button" }, t("chain.allTypes")),
    stateLink(context, { view: "neighbours" }, { class: "button" }, t("view.neighbours")),
  );
}

/** The chain has too many documents for a picture that anybody could read. */
export function tooBig(context: Context, chain: Chain, title?: string): HTMLElement {
  const { depth, types } = context.state;
  const deepest = Math.max(...chain.nodes.map((node) => node.depth));
  const fewer = Math.max(1, Math.min(depth, deepest) - 1);
  return notice(
    title ?? t("chain.big", { documents: chain.nodes.length, edges: chain.links.length }),
    t("chain.bigNext"),
    fewer < depth && stateLink(context, { depth: fewer }, { class: "button" }, t("chain.lessDepth", { n: fewer })),
    types.join() !== "IMPLEMENTS" && stateLink(context, { types: ["IMPLEMENTS"] }, { class: "button" }, t("chain.onlyImplements")),
    stateLink(context, { view: "list" }, { class: "button" }, t("view.list")),
  );
}
