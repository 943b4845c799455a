/** Fields that narrow what a screen shows: they change the state when the reader has chosen. */

import { h } from "../dom";

/** A day; emptied it means that no day is given. */
export function dayField(id: string, label: string, value: string | null, change: (value: string | null) => void): HTMLElement {
  const field = h("input", { id, type: "date", value: value ?? "", onchange: () => change(field.value || null) });
  return h("label", {}, `${label} `, field);
}

/** A choice; the first one stands for all. */
export function choiceField(
  id: string,
  label: string,
  choices: readonly (readonly [value: string, name: string])[],
  value: string | null,
  change: (value: string | null) => void,
): HTMLElement {
  const field = h(
    "select",
    { id, onchange: () => change(field.value || null) },
    choices.map(([choice, name]) => h("option", { value: choice, selected: choice === (value ?? "") }, name)),
  );
  return h("label", {}, `${label} `, field);
}

/** A name that the reader writes; it counts when the field is left or Enter is pressed. */
export function nameField(id: string, label: string, example: string, value: string | null, change: (value: string | null) => void): HTMLElement {
  const field = h("input", { id, type: "text", class: "name-field", placeholder: example, value: value ?? "", onchange: () => change(field.value.trim() || null) });
  return h("label", {}, `${label} `, field);
}

/** Today, as the reader's calendar has it. */
export function today(): string {
  return new Date().toLocaleDateString("sv-SE");
}

/** Fills a bar of fields anew; the one that had the keyboard has it again. */
export function refill(bar: HTMLElement, ...fields: (HTMLElement | false)[]): void {
  const focused = bar.contains(document.activeElement) ? document.activeElement?.id : "";
  bar.replaceChildren(...fields.filter((field) => field !== false));
  if (focused) document.getElementById(focused)?.focus();
}

/** Links that save an answer as a file. */
export function savingLinks(label: string, address: (format: string) => string): HTMLElement {
  return h(
    "span",
    { class: "saving", role: "group", "aria-label": label },
    `${label} `,
    ["xlsx", "csv", "html"].map((format) => h("a", { class: "button small", href: address(format), download: "" }, format.toUpperCase())),
  );
}
