/** What is printed: the drawing, then its documents, relations with their sentences, and findings as text. */

import { h } from "../dom";
import { formatDate, levelName, nameOf, relationName, shortIssuer, t, typeName } from "../i18n";
import { endedText } from "./card";
import type { Drawing } from "./drawing";
import { exportSvg } from "./export";
import { COLUMNS, type Chain, columnOf, isEnded, type Link, statementsOf } from "./model";
import { findingFact, findingWords } from "../widgets/pieces";

export function printPage(drawing: Drawing): HTMLElement {
  const { chain } = drawing;
  const picture = h("div", { class: "print-picture" });
  picture.innerHTML = exportSvg(drawing);
  const footer = t("print.footer", { date: formatDate(chain.asOf), address: location.href });
  return h("div", { class: "print-page", "aria-hidden": "true" }, picture, documents(chain), relations(chain), h("p", { class: "print-footer" }, footer));
}

function documents(chain: Chain): HTMLElement {
  const sorted = chain.nodes.toSorted((one, other) => COLUMNS.indexOf(columnOf(one.level)) - COLUMNS.indexOf(columnOf(other.level)));
  return h(
    "section",
    {},
    h("h2", {}, t("print.documents")),
    h(
      "ul",
      {},
      sorted.map((node) =>
        h(
          "li",
          {},
          h("strong", {}, nameOf(node)),
          ` · ${typeName(node)} · ${shortIssuer(node.issuer)} · ${levelName(node.level)} · ${formatDate(node.date)}`,
          isEnded(node) && ` · ⚑ ${endedText(node)}`,
          node.symbol && node.title && ` · ${node.title}`,
        ),
      ),
    ),
  );
}

function relations(chain: Chain): HTMLElement {
  const name = (key: string): string => {
    const node = chain.byKey.get(key);
    return node ? `${nameOf(node)} (${shortIssuer(node.issuer)})` : key;
  };
  const near = (link: Link): number => chain.byKey.get(chain.direction === "up" ? link.source : link.target)?.depth ?? 0;
  return h(
    "section",
    {},
    h("h2", {}, t("print.relations")),
    chain.links.toSorted((one, other) => near(one) - near(other)).map((link) =>
      h(
        "div",
        { class: "print-relation" },
        h("h3", {}, `${name(link.source)} ${link.edges.map((edge) => relationName(edge.type, "out", edge)).join(", ")} ${name(link.target)}`),
        link.findings.map((finding) => h("p", {}, `${findingWords(finding)}. `, findingFact(finding))),
        statementsOf(link)
          .slice(0, 3)
          .map(({ evidence }) => h("blockquote", {}, `“${evidence.sentence ?? evidence.quote}” (${evidence.document_symbol ?? evidence.document})`)),
      ),
    ),
  );
}
