/** A chain ready to be drawn: the chain, its boxes, where all stands, and the words on flagged lines. */

import { word } from "../i18n";
import type { Card, Measure } from "./card";
import { FONT } from "./card";
import { longestPart, middle } from "./geometry";
import type { Layout, Point } from "./layout";
import type { Chain, Link } from "./model";

export interface Tag extends Point {
  link: string;
  text: string;
  width: number;
  height: number;
}

export interface Drawing {
  chain: Chain;
  cards: Map<string, Card>;
  layout: Layout;
  tags: Tag[];
}

export const TAG_FONT = { size: 9.5, css: `600 9.5px ${FONT}` };

/** The words at a flagged line. */
function flagText(link: Link): string {
  return link.flag ? `⚑ ${word("flag", link.flag.kind)}` : "";
}

/** Words for the flagged lines, each in the middle of the longest straight part of its line. */
export function tagsOf(chain: Chain, layout: Layout, measure: Measure): Tag[] {
  return chain.links.flatMap((link) => {
    const route = layout.routes.get(link.id);
    if (!link.flag || !route) return [];
    const text = flagText(link);
    const place = middle(longestPart(route));
    return [{ link: link.id, text, ...place, width: Math.ceil(measure(text, TAG_FONT.css)) + 8, height: 15 }];
  });
}
