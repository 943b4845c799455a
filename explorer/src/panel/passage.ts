/** A passage of a document in its text: where a task is given, where a document is mentioned. */

import { api } from "../api/client";
import { type Context, NOTHING_CHOSEN, stateLink } from "../context";
import { h } from "../dom";
import { nameOf, t } from "../i18n";
import type { Passage } from "../state";
import { utf16Offsets } from "../text/offsets";
import { documentLine, vietnamese } from "../widgets/pieces";
import type { Content } from "./panel";
import { sourceText, textOf } from "./source-text";

export async function passageContent(context: Context, at: Passage): Promise<Content> {
  const [document, text] = await Promise.all([api.document(at.document, context.state.asOf), textOf(at.document)]);
  const offset = utf16Offsets(text?.text ?? "");
  const quote = text?.text.slice(offset(at.start), offset(at.end)) ?? "";
  const name = nameOf(document);
  const back = stateLink(
    context,
    { ...NOTHING_CHOSEN, node: document.key, tab: context.state.tab },
    { class: "button small", focusPanel: true },
    t("evidence.back", { name }),
  );
  return {
    title: t("evidence.passage"),
    body: [
      h("p", {}, h("strong", {}, vietnamese(name)), h("br", {}), documentLine(document)),
      sourceText(text, { ...at, quote, sentence: null }, name),
      h("p", {}, back),
    ],
  };
}
