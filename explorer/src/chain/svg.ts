/** A chain as a drawing of its own, for export and print: the same boxes, lines and words as on the canvas. */

import { levelName, relationName, t } from "../i18n";
import type { Palette } from "../theme";
import { type Card, FONT } from "./card";
import { type Drawing, TAG_FONT } from "./drawing";
import { arrivalAngle, pathOf, round } from "./geometry";
import type { Box } from "./layout";
import { columnOf, type Link, strokeOf } from "./model";
import { type Head, relationStyle, RELATIONS } from "./vocabulary";

const HEADING = 62;
const COLUMN = 26;
const LEGEND = 34;

/** Heads that point to the right with their tip at the origin; `open` ones are strokes. */
const HEADS: Record<Head, { path: string; open?: boolean; length: number }> = {
  triangle: { path: "M0 0L-9 -4.5L-9 4.5Z", length: 7 },
  diamond: { path: "M0 0L-5.5 -4L-11 0L-5.5 4Z", length: 9 },
  vee: { path: "M-7 -4L0 0L-7 4", open: true, length: 1 },
  circle: { path: "M0 0A4 4 0 1 1 -8 0A4 4 0 1 1 0 0Z", length: 7 },
  square: { path: "M0 -3.5H-7V3.5H0Z", length: 6 },
  tee: { path: "M-1 -5.5V5.5", open: true, length: 1 },
};

/** The whole drawing with title, columns and legend, as the text of an SVG file. */
export function svgOf(drawing: Drawing, colours: Palette, title: string, subtitle: string): string {
  const { layout, chain, cards, tags } = drawing;
  const width = Math.max(layout.width, 760);
  const height = layout.height + HEADING + COLUMN + LEGEND;
  const body = [
    ...layout.stripes.map(
      (stripe, index) =>
        `<rect x="${round(stripe.x)}" width="${round(stripe.width)}" height="${round(layout.height + COLUMN)}" fill="${index % 2 ? colours.ground : colours.stripe}"/>` +
        text(levelName(stripe.column === "unknown" ? null : stripe.column), stripe.x + stripe.width / 2, 17, {
          size: 12,
          weight: 600,
          fill: colours.level[stripe.column],
          anchor: "middle",
        }),
    ),
    `<g transform="translate(0 ${COLUMN})">`,
    ...chain.links.map((link) => line(link, drawing, colours)),
    ...chain.nodes.map((node) => {
      const [box, card] = [layout.boxes.get(node.key), cards.get(node.key)];
      return box && card ? boxOf(box, card, colours, node.key === chain.root, columnOf(node.level)) : "";
    }),
    ...tags.map(
      (tag) =>
        `<rect x="${round(tag.x - tag.width / 2)}" y="${round(tag.y - tag.height / 2)}" width="${tag.width}" height="${tag.height}" rx="3" fill="${colours.flagBox}" stroke="${colours.flag}" stroke-width=".8"/>` +
        text(tag.text, tag.x, tag.y + 3.5, { size: TAG_FONT.size, weight: 600, fill: colours.flag, anchor: "middle" }),
    ),
    "</g>",
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" font-family="${escape(FONT)}" role="img">`,
    `<title>${escape(title)}</title>`,
    `<rect width="100%" height="100%" fill="${colours.ground}"/>`,
    text(title, 24, 28, { size: 16, weight: 700, fill: colours.text }),
    text(subtitle, 24, 47, { size: 11, fill: colours.soft }),
    `<g transform="translate(0 ${HEADING})">`,
    ...body,
    "</g>",
    `<g transform="translate(24 ${round(height - LEGEND / 2)})">${legend(drawing, colours)}</g>`,
    "</svg>",
  ].join("\n");
}

/** The words of a box alone, as the image that the canvas puts into it. */
export function cardImage(card: Card, colours: Palette, column: keyof Palette["level"]): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${card.width}" height="${card.height}" viewBox="0 0 ${card.width} ${card.height}" font-family="${escape(FONT)}">${words(card, colours, column)}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

/** A sample of a relation's line and head for a legend, 30 × 12. */
export function sampleLine(type: string): string {
  const style = relationStyle(type);
  return `<path d="M0 6H${28 - HEADS[style.head].length}" stroke="currentColor" stroke-width="${style.width}" fill="none"/>${head(style.head, 28, 6, 0, "currentColor", style.width)}`;
}

function line(link: Link, { layout }: Drawing, colours: Palette): string {
  const route = layout.routes.get(link.id);
  if (!route) return "";
  const { colour: named, head: shape, width } = strokeOf(link);
  const colour = link.flag ? colours.flag : colours.relation[named];
  const dash = link.flag ? ' stroke-dasharray="6 4"' : "";
  const end = route.at(-1)!;
  return (
    `<path d="${pathOf(route, 6, HEADS[shape].length)}" fill="none" stroke="${colour}" stroke-width="${width}"${dash}/>` +
    head(shape, end.x, end.y, arrivalAngle(route), colour, width)
  );
}

function head(shape: Head, x: number, y: number, angle: number, colour: string, width: number): string {
  const { path, open } = HEADS[shape];
  const paint = open ? `fill="none" stroke="${colour}" stroke-width="${Math.max(width, 1.6)}"` : `fill="${colour}"`;
  return `<path d="${path}" transform="translate(${round(x)} ${round(y)}) rotate(${round(angle)})" ${paint}/>`;
}

function boxOf(box: Box, card: Card, colours: Palette, root: boolean, column: keyof Palette["level"]): string {
  const stroke = card.flagged ? colours.flag : colours.level[column];
  const ground = card.flagged ? colours.flagBox : card.ingested ? colours.levelBox[column] : colours.box;
  const inner = card.flagged
    ? `<rect x="3" y="3" width="${card.width - 6}" height="${box.height - 6}" rx="3" fill="none" stroke="${stroke}" stroke-width=".8"/>`
    : "";
  return (
    `<g transform="translate(${round(box.x)} ${round(box.y)})">` +
    `<rect width="${card.width}" height="${round(box.height)}" rx="5" fill="${ground}" stroke="${stroke}" stroke-width="${root ? 3 : 1.4}"/>` +
    `${inner}${words(card, colours, column)}</g>`
  );
}

function words(card: Card, colours: Palette, column: keyof Palette["level"]): string {
  const used = (card.lines.at(-1)?.y ?? 0) + 9;
  const shift = Math.max(0, (card.height - used) / 2);
  const fills = { symbol: colours.text, issuer: colours.level[column], title: colours.soft, flag: colours.flag };
  return card.lines
    .map((entry) =>
      text(entry.text, entry.x, entry.y + shift, {
        size: entry.size,
        weight: entry.role === "symbol" || entry.role === "flag" ? 600 : 400,
        fill: fills[entry.role],
      }),
    )
    .join("");
}

function legend({ chain }: Drawing, colours: Palette): string {
  const present = new Set(chain.links.flatMap((link) => link.edges.map((edge) => edge.type)));
  let x = 0;
  const parts = RELATIONS.filter((type) => present.has(type)).map((type) => {
    const label = relationName(type, "out");
    const part =
      `<g transform="translate(${x} -6)" color="${colours.relation[relationStyle(type).colour]}">${sampleLine(type)}</g>` +
      text(label, x + 34, 4, { size: 11, fill: colours.text });
    x += 52 + label.length * 6.6;
    return part;
  });
  parts.push(text(`⚑ - - ${t("legend.flagEdge")}`, x, 4, { size: 11, weight: 600, fill: colours.flag }));
  x += 24 + (t("legend.flagEdge").length + 6) * 6.8;
  parts.push(text(`● ${t("legend.ingested")}   ○ ${t("legend.cited")}`, x, 4, { size: 11, fill: colours.text }));
  return parts.join("");
}

interface TextStyle {
  size: number;
  weight?: number;
  fill: string;
  anchor?: "start" | "middle" | "end";
}

function text(content: string, x: number, y: number, { size, weight = 400, fill, anchor = "start" }: TextStyle): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escape(content)}</text>`;
}

function escape(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
