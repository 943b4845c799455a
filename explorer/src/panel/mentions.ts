/** Where a document names others, and what became of each mention: the unsettled ones first. */

import type { DocumentDetail, MentionInfo } from "../api/types";
import { type Context, NOTHING_CHOSEN, stateLink } from "../context";
import { fill, h } from "../dom";
import { formatNumber, t, word } from "../i18n";
import { originalLink, relationChip, vietnamese } from "../widgets/pieces";

const PAGE = 60;

export function mentionsTab(context: Context, detail: DocumentDetail): HTMLElement[] {
  if (detail.mentions.length === 0) return [h("p", { class: "soft" }, t(detail.ingested ? "mention.none" : "mention.noneCited"))];
  const sorted = detail.mentions.toSorted((one, other) => Number(isSettled(one)) - Number(isSettled(other)) || one.start - other.start);
  const list = h("ul", { class: "cards" });
  const more = h("p", {});
  const add = (): void => {
    const from = list.children.length;
    list.append(...sorted.slice(from, from + PAGE).map((mention) => row(context, detail, mention)));
    const left = sorted.length - list.children.length;
    fill(more, left > 0 && h("button", { type: "button", class: "button", onclick: add }, t("app.more", { n: left })));
  };
  add();
  return [list, more];
}

function isSettled(mention: MentionInfo): boolean {
  return mention.state === "resolved" || mention.state === "self";
}

function row(context: Context, { key, source }: DocumentDetail, mention: MentionInfo): HTMLElement {
  const passage = { document: key, start: mention.start, end: mention.end };
  return h(
    "li",
    { class: "mention" },
    h(
      "p",
      {},
      relationChip(mention.relation, "out"),
      " ",
      mention.document_key && mention.state === "resolved"
        ? stateLink(context, { ...NOTHING_CHOSEN, node: mention.document_key }, { lang: "vi", focusPanel: true }, mention.text)
        : vietnamese(mention.text),
    ),
    h(
      "p",
      { class: "mention-facts" },
      h("span", { class: isSettled(mention) ? "settled" : "remark" }, `${isSettled(mention) ? "" : "ℹ︎ "}${word("mention", mention.state)}`),
      mention.pinpoint && vietnamese(mention.pinpoint),
      mention.embedded && h("span", {}, t("mention.embedded")),
      mention.page !== null && source !== null && originalLink(source, mention.page, t("evidence.openPage", { n: mention.page })),
      stateLink(
        context,
        { ...NOTHING_CHOSEN, node: context.state.node, tab: "mentions", at: passage },
        { class: "text-link", focusPanel: true },
        t("mention.open"),
        h("span", { class: "visually-hidden" }, `: ${mention.text}`),
      ),
    ),
    !isSettled(mention) && mention.reason && h("p", { class: "soft", lang: "vi" }, mention.reason),
    mention.candidates.length > 0 &&
      h(
        "p",
        { class: "soft" },
        `${t("mention.candidates")}: `,
        mention.candidates.flatMap(([key, score], index) => [
          index > 0 && ", ",
          stateLink(context, { ...NOTHING_CHOSEN, node: key }, { focusPanel: true }, key),
          ` (${formatNumber(Math.round(score * 100))} %)`,
        ]),
      ),
  );
}
