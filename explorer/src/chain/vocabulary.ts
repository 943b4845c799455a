/** How relations rank and look: the strongest relation of a line gives it its stroke and its head. */

export type Head = "triangle" | "diamond" | "vee" | "circle" | "square" | "tee";

export interface RelationStyle {
  colour: RelationColour;
  head: Head;
  width: number;
}

export type RelationColour = "implements" | "basedOn" | "cites" | "guides" | "amends" | "replaces";

/** Strongest first. Heads differ in shape, so that no relation is told by its colour alone. */
const STYLES: [string, RelationStyle][] = [
  ["IMPLEMENTS", { colour: "implements", head: "triangle", width: 2 }],
  ["BASED_ON", { colour: "basedOn", head: "diamond", width: 1.6 }],
  ["GUIDES", { colour: "guides", head: "circle", width: 1.6 }],
  ["REPLACES", { colour: "replaces", head: "tee", width: 1.6 }],
  ["REPEALS", { colour: "replaces", head: "tee", width: 1.6 }],
  ["SUSPENDS", { colour: "replaces", head: "tee", width: 1.6 }],
  ["AMENDS", { colour: "amends", head: "square", width: 1.6 }],
  ["CORRECTS", { colour: "amends", head: "square", width: 1.6 }],
  ["CONSOLIDATES", { colour: "amends", head: "square", width: 1.6 }],
  ["CITES", { colour: "cites", head: "vee", width: 1.2 }],
];

const OTHER: RelationStyle = { colour: "cites", head: "vee", width: 1.2 };

/** The relations between documents that a chain can be filtered by, strongest first. */
export const RELATIONS: readonly string[] = STYLES.map(([type]) => type);

export function relationRank(type: string): number {
  const rank = RELATIONS.indexOf(type);
  return rank < 0 ? RELATIONS.length : rank;
}

export function relationStyle(type: string): RelationStyle {
  return STYLES[relationRank(type)]?.[1] ?? OTHER;
}
