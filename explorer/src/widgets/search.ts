/** The search field: a combobox by the ARIA pattern, with suggestions from the server as one types. */

import { api, isAbort } from "../api/client";
import type { SearchHit, SearchResult } from "../api/types";
import { type Context, NOTHING_CHOSEN } from "../context";
import { fill, h, icon } from "../dom";
import { nameOf, t } from "../i18n";
import type { ViewState } from "../state";
import { documentLine, textMark, vietnamese } from "./pieces";

const PAUSE = 140;
const MOST = 8;
/** What looks like a number with a symbol is opened; anything else is searched. */
const SYMBOL = /^\s*\d+[\w/\s-]*[/-][^\s]+\s*$/u;

export class Search {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly status: HTMLElement;
  private hits: SearchHit[] = [];
  private total = 0;
  private active = -1;
  private timer = 0;
  private request: AbortController | null = null;

  constructor(
    private readonly context: Context,
    id: string,
  ) {
    this.list = h("ul", { id: `${id}-list`, role: "listbox", "aria-label": t("search.results"), class: "suggestions", hidden: true });
    this.status = h("span", { class: "visually-hidden", role: "status" });
    this.input = h("input", {
      id,
      type: "search",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": t("search.label"),
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": `${id}-list`,
      placeholder: t("search.placeholder"),
      oninput: () => this.typed(),
      onkeydown: (event: KeyboardEvent) => this.pressed(event),
      onblur: () => this.close(),
      onfocus: () => this.hits.length > 0 && this.input.value.trim() && this.open(),
    });
    const submit = h("button", { type: "submit", class: "icon-button", "aria-label": t("search.submit") }, icon("search"));
    this.element = h(
      "form",
      {
        class: "search",
        role: "search",
        onsubmit: (event: SubmitEvent) => {
          event.preventDefault();
          this.submit();
        },
      },
      this.input,
      submit,
      this.list,
      this.status,
    );
  }

  /** Shows the words that led to the screen. */
  update(state: ViewState): void {
    if (document.activeElement !== this.input) this.input.value = state.q ?? "";
  }

  focus(): void {
    this.input.focus();
  }

  private typed(): void {
    window.clearTimeout(this.timer);
    this.request?.abort();
    const words = this.input.value.trim();
    if (!words) return this.show({ query: "", hits: [], page: { total: 0, next: null } });
    this.timer = window.setTimeout(() => void this.context.track(this.suggest(words)), PAUSE);
  }

  private async suggest(words: string): Promise<void> {
    this.request = new AbortController();
    try {
      this.show(await api.suggest(words, MOST, this.request.signal));
    } catch (error) {
      if (!isAbort(error)) this.close();
    }
  }

  private show({ hits, page, query }: SearchResult): void {
    this.hits = hits;
    this.total = page.total;
    this.active = -1;
    fill(
      this.list,
      hits.map((hit, index) => this.option(index, hitContent(hit))),
      this.total > hits.length && this.option(hits.length, [t("search.all", { n: this.total, q: query })]),
    );
    this.status.textContent = query ? (hits.length ? t("search.count", { n: this.total }) : t("search.none")) : "";
    if (hits.length) this.open();
    else this.close();
  }

  private option(index: number, content: (Node | string)[]): HTMLElement {
    return h(
      "li",
      {
        id: `${this.input.id}-${index}`,
        role: "option",
        "aria-selected": "false",
        // Before the field loses the focus and the list closes.
        onmousedown: (event: MouseEvent) => {
          event.preventDefault();
          this.choose(index);
        },
      },
      content,
    );
  }

  private pressed(event: KeyboardEvent): void {
    const options = this.list.children.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden && options > 0) this.open();
      if (options > 0) this.activate((this.active + (event.key === "ArrowDown" ? 1 : options) + Number(this.active < 0 && event.key === "ArrowUp")) % options);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  private activate(index: number): void {
    this.active = index;
    [...this.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    this.input.setAttribute("aria-activedescendant", `${this.input.id}-${index}`);
    this.list.children[index]?.scrollIntoView({ block: "nearest" });
  }

  private submit(): void {
    const words = this.input.value.trim();
    if (this.active >= 0) this.choose(this.active);
    else if (SYMBOL.test(words)) this.leave({ doc: words.replace(/\s+/g, ""), q: null });
    else if (words) this.leave({ doc: null, q: words });
  }

  private choose(index: number): void {
    const hit = this.hits[index];
    this.leave(hit ? { doc: hit.key, q: null } : { doc: null, q: this.input.value.trim() });
  }

  private leave(change: Partial<ViewState>): void {
    window.clearTimeout(this.timer);
    this.request?.abort();
    this.close();
    this.input.value = change.q ?? "";
    this.hits = [];
    this.context.go({ ...NOTHING_CHOSEN, types: [], ...change });
  }

  private open(): void {
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  private close(): void {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    for (const option of this.list.children) option.setAttribute("aria-selected", "false");
  }
}

function hitContent(hit: SearchHit): (Node | string)[] {
  return [
    h("span", { class: "hit-name" }, textMark(hit), " ", vietnamese(nameOf(hit))),
    documentLine(hit),
    ...(hit.symbol && hit.title ? [h("span", { class: "hit-title", lang: "vi" }, ...markedTitle(hit))] : []),
  ];
}

/** The title of a hit with its matched words marked. */
export function markedTitle(hit: Pick<SearchHit, "title" | "snippet">): (Node | string)[] {
  if (!hit.snippet) return hit.title ? [hit.title] : [];
  return hit.snippet.split(/(\[[^\]]*\])/).map((part) => (part.startsWith("[") ? h("mark", {}, part.slice(1, -1)) : part));
}
