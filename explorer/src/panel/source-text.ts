/** The original text of a document around a passage, the passage marked. */

import { api } from "../api/client";
import type { TextResult } from "../api/types";
import { fill, h } from "../dom";
import { t } from "../i18n";
import { excerpt, type Marked } from "../text/excerpt";

/** How much of a text is shown around a passage at first, and how much more on demand, in characters. */
const CONTEXT = 3000;
const MORE = 12_000;

/** The text of a document; `null` when the store does not have it or it can't be had now. */
export async function textOf(document: string): Promise<TextResult | null> {
  try {
    return await api.text(document);
  } catch {
    return null;
  }
}

/**
 * Shows `passage` in its text, or by itself when there is no text or the text is no longer the one it was read from.
 * `name` is what the document is called.
 */
export function sourceText(text: TextResult | null, passage: Marked, name: string, source: string | null = null): HTMLElement {
  const same = text && (!source || text.source === source);
  if (!text || !same || !excerpt(text.text, passage, { before: 0, after: 0 })) {
    return h(
      "div",
      { class: "kept-sentence" },
      h("p", { class: "remark" }, t(text ? "evidence.changed" : "evidence.noText")),
      h("blockquote", { lang: "vi" }, ...keptSentence(passage)),
    );
  }
  const context = { before: CONTEXT, after: CONTEXT };
  const content = h("div", { class: "text-content", lang: "vi" });
  const before = h("button", { type: "button", class: "button small", onclick: () => show("before") }, t("evidence.before"));
  const after = h("button", { type: "button", class: "button small", onclick: () => show("after") }, t("evidence.after"));
  const frame = h("div", { class: "source-text", role: "region", "aria-label": t("evidence.text", { name }), tabindex: "0" }, before, content, after);
  const show = (side?: "before" | "after"): void => {
    if (side) context[side] += MORE;
    const height = frame.scrollHeight;
    const shown = excerpt(text.text, passage, context);
    if (!shown) return;
    fill(content, shown.pieces.map(({ text: words, role }) => (role === "plain" ? words : h(role === "quote" ? "mark" : "span", { class: role }, words))));
    before.hidden = !shown.before;
    after.hidden = !shown.after;
    if (side === "before") frame.scrollTop += frame.scrollHeight - height;
    if (side) frame.focus();
  };
  show();
  return frame;
}

function keptSentence({ sentence, quote }: Marked): (Node | string)[] {
  const at = sentence?.indexOf(quote) ?? -1;
  if (!sentence || at < 0) return [h("mark", {}, quote)];
  return [sentence.slice(0, at), h("mark", {}, quote), sentence.slice(at + quote.length)];
}
