/** What every part of the screen may ask of the application. */

import { h } from "./dom";
import { DEFAULTS, formatState, type ViewState } from "./state";

export interface Navigation {
  /** Replace the entry of the history instead of adding one. */
  replace?: boolean;
  /** Put the keyboard focus on the heading of the panel once it shows the new content. */
  focusPanel?: boolean;
}

export interface Context {
  readonly state: ViewState;
  go(change: Partial<ViewState>, how?: Navigation): void;
  /** Counts work under way, so that tests and screenshots can wait until the screen is settled. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Says something to screen readers. */
  announce(message: string): void;
}

/** A part of the screen that follows the state. */
export interface Part {
  readonly element: HTMLElement;
  update(state: ViewState): void;
  /** Takes up the colours of the moment, where the style sheets don't do that by themselves. */
  recolour?(): Promise<void>;
  destroy(): void;
}

/** What a change of document leaves behind. */
export const NOTHING_CHOSEN: Partial<ViewState> = { node: null, edge: null, at: null, statement: 1, tab: "overview" };

/** What leaving an audit or a coverage leaves behind. */
export const NO_FILTER: Partial<ViewState> = { kinds: [], level: null, place: null, body: null, deadline: null };

/** Makes a real link to a changed state: it can be opened in a new tab, and a plain click stays on the page. */
export function stateLink(
  context: Context,
  change: Partial<ViewState>,
  attributes: Parameters<typeof h>[1] & { focusPanel?: boolean },
  ...children: Parameters<typeof h>[2][]
): HTMLAnchorElement {
  const { focusPanel, ...rest } = attributes ?? {};
  const link = h("a", { href: addressOf(changed(context.state, change)), ...rest }, ...children);
  link.addEventListener("click", (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    context.go(change, focusPanel ? { focusPanel: true } : {});
  });
  return link;
}

/** A state after a change; an audit ends where a document or the results of a search begin. */
export function changed(state: ViewState, change: Partial<ViewState>): ViewState {
  const next = { ...state, ...change };
  return next.view === "audit" && (next.doc || next.q) ? { ...next, ...NO_FILTER, view: DEFAULTS.view } : next;
}

/** The permalink of a state, relative to the page. */
export function addressOf(state: ViewState): string {
  return formatState(state) || "?";
}
