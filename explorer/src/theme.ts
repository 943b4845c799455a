/** Colours of levels, relations and flags in both schemes; the only place that knows them. */

import type { Column } from "./chain/model";
import type { RelationColour } from "./chain/vocabulary";

export interface Palette {
  ground: string;
  stripe: string;
  box: string;
  text: string;
  soft: string;
  flag: string;
  flagBox: string;
  focus: string;
  level: Record<Column, string>;
  levelBox: Record<Column, string>;
  relation: Record<RelationColour, string>;
}

const light: Palette = {
  ground: "#ffffff",
  stripe: "#f4f5f7",
  box: "#ffffff",
  text: "#1b1f26",
  soft: "#545c68",
  flag: "#b3261e",
  flagBox: "#fdecea",
  focus: "#111827",
  level: { unknown: "#5b6472", central: "#0b4f9e", province: "#1d7a3f", district: "#8a5a00", ward: "#6a2fa5" },
  levelBox: { unknown: "#f1f2f4", central: "#eaf2fc", province: "#e9f6ee", district: "#fbf3e2", ward: "#f4edfb" },
  relation: {
    implements: "#1560bd",
    basedOn: "#4b5563",
    cites: "#8a93a0",
    guides: "#0b7a75",
    amends: "#9a5b00",
    replaces: "#7a3fb0",
  },
};

const dark: Palette = {
  ground: "#14171c",
  stripe: "#1a1e24",
  box: "#1a1e24",
  text: "#e8eaee",
  soft: "#a9b2be",
  flag: "#ff8a80",
  flagBox: "#3a1c1b",
  focus: "#ffffff",
  level: { unknown: "#98a2b0", central: "#7db4f5", province: "#74cf96", district: "#e2b25a", ward: "#c79bf2" },
  levelBox: { unknown: "#22262d", central: "#182a40", province: "#182d20", district: "#2f2714", ward: "#2a1f38" },
  relation: {
    implements: "#6fb0ff",
    basedOn: "#b6bfcb",
    cites: "#7b8593",
    guides: "#5fd0c8",
    amends: "#e8b15a",
    replaces: "#c79bf2",
  },
};

const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");

/** What is printed and exported is always on white. */
export const paper: Palette = light;

export function palette(): Palette {
  return darkScheme.matches ? dark : light;
}

/** Gives the colours to the style sheets as custom properties, now and whenever the scheme changes. */
export function installTheme(changed: () => void): void {
  apply();
  darkScheme.addEventListener("change", () => {
    apply();
    changed();
  });
}

function apply(): void {
  const { level, levelBox, relation, flag, flagBox } = palette();
  const root = document.documentElement.style;
  for (const [name, colour] of Object.entries(level)) root.setProperty(`--level-${name}`, colour);
  for (const [name, colour] of Object.entries(levelBox)) root.setProperty(`--level-box-${name}`, colour);
  for (const [name, colour] of Object.entries(relation)) root.setProperty(`--relation-${name}`, colour);
  root.setProperty("--flag", flag);
  root.setProperty("--flag-box", flagBox);
}
