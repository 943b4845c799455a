/** Which part of a text is shown around a passage, and which of it is the passage and its sentence. Pure. */

import { utf16Offsets } from "./offsets";

export interface Piece {
  text: string;
  role: "plain" | "sentence" | "quote";
}

export interface Excerpt {
  pieces: Piece[];
  /** Whether there is more of the text before and after. */
  before: boolean;
  after: boolean;
}

export interface Marked {
  start: number;
  end: number;
  quote: string;
  /** The sentence around the quote; a long one has `…` for what was left out of it. */
  sentence: string | null;
}

type Range = readonly [start: number, end: number];

/**
 * Cuts `text` around a passage, `context` UTF-16 units to each side and on to the ends of lines.
 *
 * Returns `null` when `text` does not hold the quote at that place: it is not the text that the passage was read from.
 */
export function excerpt(text: string, passage: Marked, context: { before: number; after: number }): Excerpt | null {
  const at = utf16Offsets(text);
  const [start, end] = [at(passage.start), at(passage.end)];
  if (text.slice(start, end) !== passage.quote) return null;
  const sentence = sentenceParts(text, [start, end], passage.sentence);
  const first = Math.min(start, sentence[0]?.[0] ?? start);
  const last = Math.max(end, sentence.at(-1)?.[1] ?? end);
  const from = first <= context.before ? 0 : text.lastIndexOf("\n", first - context.before) + 1;
  const nextLine = text.indexOf("\n", last + context.after);
  const to = nextLine < 0 ? text.length : nextLine;

  const pieces: Piece[] = [];
  let done = from;
  const add = (until: number, role: Piece["role"]): void => {
    if (until > done) pieces.push({ text: text.slice(done, until), role });
    done = Math.max(done, until);
  };
  for (const [partStart, partEnd] of sentence) {
    add(partStart, "plain");
    if (partStart <= start && end <= partEnd) {
      add(start, "sentence");
      add(end, "quote");
    }
    add(partEnd, "sentence");
  }
  add(to, "plain");
  return { pieces, before: from > 0, after: to < text.length };
}

/** Where the parts of a sentence stand, in order; the quote alone when the text does not have the sentence around it. */
function sentenceParts(text: string, [start, end]: Range, sentence: string | null): Range[] {
  const parts = (sentence ?? "").split(/\s*…\s*/).filter(Boolean);
  const around = (part: string): number => {
    const found = text.indexOf(part, Math.max(0, end - part.length));
    return found >= 0 && found <= start ? found : -1;
  };
  const own = parts.findIndex((part) => around(part) >= 0);
  const part = parts[own];
  if (part === undefined) return [[start, end]];
  const ranges: Range[] = [[around(part), around(part) + part.length]];
  for (const earlier of parts.slice(0, own).reverse()) {
    const found = text.lastIndexOf(earlier, ranges[0]![0] - earlier.length);
    if (found >= 0) ranges.unshift([found, found + earlier.length]);
  }
  for (const later of parts.slice(own + 1)) {
    const found = text.indexOf(later, ranges.at(-1)![1]);
    if (found >= 0) ranges.push([found, found + later.length]);
  }
  return ranges;
}
