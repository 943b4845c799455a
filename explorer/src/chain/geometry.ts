/** Lines with right-angled bends: as cytoscape wants them, as an SVG path, and points on them. Pure. */

import type { Box, Point } from "./layout";

/** Bends relative to the straight line between the ends, in the terms of cytoscape's segment edges. */
export interface Segments {
  weights: number[];
  distances: number[];
}

/**
 * Turns bends into weights (how far along the straight line from start to end) and distances (how far beside it).
 * Start and end must differ, which the ends of a line at two boxes do.
 */
export function segmentsOf(route: readonly Point[]): Segments {
  const [start, end] = [route[0], route.at(-1)];
  const segments: Segments = { weights: [], distances: [] };
  if (!start || !end) return segments;
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy) || 1;
  for (const bend of route.slice(1, -1)) {
    const [x, y] = [bend.x - start.x, bend.y - start.y];
    segments.weights.push((x * dx + y * dy) / (length * length));
    segments.distances.push((y * dx - x * dy) / length);
  }
  return segments;
}

/** A point on the outline of a box relative to its centre, as `'Xpx Ypx'`. */
export function endpoint(point: Point, box: Box): string {
  return `${point.x - (box.x + box.width / 2)}px ${point.y - (box.y + box.height / 2)}px`;
}

/** An SVG path along a route with rounded corners; the last `shorten` px are left to the head. */
export function pathOf(route: readonly Point[], radius: number, shorten = 0): string {
  const points = [...route];
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last || !before) return "";
  points[points.length - 1] = towards(last, before, shorten);
  const parts = [`M${at(points[0]!)}`];
  for (let index = 1; index < points.length - 1; index += 1) {
    const [from, corner, to] = [points[index - 1]!, points[index]!, points[index + 1]!];
    const room = Math.min(radius, distance(from, corner) / 2, distance(corner, to) / 2);
    parts.push(`L${at(towards(corner, from, room))}Q${at(corner)} ${at(towards(corner, to, room))}`);
  }
  parts.push(`L${at(points.at(-1)!)}`);
  return parts.join("");
}

/** The longest straight part of a route. */
export function longestPart(route: readonly Point[]): [Point, Point] {
  let longest: [Point, Point] = [route[0]!, route[1]!];
  for (let index = 1; index < route.length; index += 1) {
    const part: [Point, Point] = [route[index - 1]!, route[index]!];
    if (distance(...part) > distance(...longest)) longest = part;
  }
  return longest;
}

export function middle([one, other]: readonly [Point, Point]): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

/** The angle in degrees at which a route arrives; 0 points to the right. */
export function arrivalAngle(route: readonly Point[]): number {
  const [before, last] = [route.at(-2), route.at(-1)];
  return before && last ? (Math.atan2(last.y - before.y, last.x - before.x) * 180) / Math.PI : 0;
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function at(point: Point): string {
  return `${round(point.x)} ${round(point.y)}`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
