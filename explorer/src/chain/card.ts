/** What is written in the box of a document, broken into lines that fit. Pure but for the measuring of text. */

import type { TraceNode } from "../api/types";
import { formatDate, shortIssuer, t, typeName } from "../i18n";
import { isEnded } from "./model";

const CARD_WIDTH = 152;
const PADDING = 7;
const LEADING = { heading: 17, line: 14 };
/** Least distance between the ends of two lines at the side of a box. */
const PORT_SPACING = 11;

export const FONT = `system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif`;
const SIZE = { heading: 12.5, line: 11 };
const SMALLEST = 7.5;

export interface CardLine {
  text: string;
  role: "symbol" | "issuer" | "title" | "flag";
  x: number;
  /** Baseline, from the upper edge of the box. */
  y: number;
  size: number;
}

export interface Card {
  key: string;
  width: number;
  height: number;
  lines: CardLine[];
  ingested: boolean;
  flagged: boolean;
}

/** Measures the width of a text in px. */
export type Measure = (text: string, font: string) => number;

/** Measures on a canvas; made once, because that is slow. */
export function canvasMeasure(): Measure {
  const context = document.createElement("canvas").getContext("2d");
  return (text, font) => {
    if (!context) return text.length * 6;
    context.font = font;
    return context.measureText(text).width;
  };
}

/** Lays out the box of a document that has `ports` lines at its busier side. */
export function cardOf(node: TraceNode, ports: number, measure: Measure): Card {
  const bold = `600 ${SIZE.heading}px ${FONT}`;
  const plain = `${SIZE.line}px ${FONT}`;
  const room = CARD_WIDTH - 2 * PADDING;
  const lines: CardLine[] = [];
  let y = PADDING - 3;
  const add = (text: string, role: CardLine["role"], size: number = SIZE.line): void => {
    y += role === "symbol" ? LEADING.heading : LEADING.line;
    lines.push({ text, role, x: PADDING, y: y - 3, size });
  };
  /** A symbol or a date cut short would name another document or day: they get smaller letters instead. */
  const addWhole = (text: string, role: CardLine["role"], size: number): void => {
    const width = measure(text, `600 ${size}px ${FONT}`);
    add(text, role, Math.max(SMALLEST, Math.min(size, Math.floor((size * room * 10) / width) / 10)));
  };

  const glyph = node.ingested ? "● " : "○ ";
  const heading = node.symbol ?? node.title ?? typeName(node);
  if (node.symbol) addWhole(glyph + heading, "symbol", SIZE.heading);
  else for (const line of wrap(glyph + heading, room, 2, bold, measure)) add(line, "symbol", SIZE.heading);
  addWhole([typeName(node), node.date && formatDate(node.date)].filter(Boolean).join(" · "), "issuer", SIZE.line);
  add(fit(shortIssuer(node.issuer), room, plain, measure), "issuer");
  if (node.symbol && node.title) {
    for (const line of wrap(node.title, room, 2, plain, measure)) add(line, "title");
  }
  const ended = isEnded(node);
  if (ended) addWhole(`⚑ ${endedText(node)}`, "flag", SIZE.line);
  const height = Math.max(y + PADDING - 2, (ports + 1) * PORT_SPACING);
  return { key: node.key, width: CARD_WIDTH, height: Math.ceil(height), lines, ingested: node.ingested, flagged: ended };
}

/** "Hết hiệu lực 01/07/2023", for a document that has ended. */
export function endedText(document: Pick<TraceNode, "validity">): string {
  const { status, ended } = document.validity;
  if (!ended) return t(`validity.${status}`);
  return t(status === "ended_in_part" ? "validity.partOn" : "validity.endedOn", { date: formatDate(ended) });
}

/** Breaks a text into at most `most` lines of `room` px; what is left over ends in an ellipsis. */
export function wrap(text: string, room: number, most: number, font: string, measure: Measure): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  while (words.length > 0 && lines.length < most - 1) {
    let line = words.shift() ?? "";
    while (words[0] !== undefined && measure(`${line} ${words[0]}`, font) <= room) line += ` ${words.shift()}`;
    lines.push(fit(line, room, font, measure));
  }
  if (words.length > 0) lines.push(fit(words.join(" "), room, font, measure));
  return lines;
}

/** The text if it fits into `room` px, else as much of it as fits with an ellipsis. */
function fit(text: string, room: number, font: string, measure: Measure): string {
  if (measure(text, font) <= room) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${text.slice(0, middle).trimEnd()}…`, font) <= room) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low).trimEnd()}…`;
}
