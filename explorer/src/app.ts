/** The application: one state, one screen for it, a history of both. */

import { addressOf, changed, type Context, type Navigation, type Part, stateLink } from "./context";
import { fill, h } from "./dom";
import { setLanguage, t } from "./i18n";
import { DEFAULTS, type Language, parseState, type ViewState } from "./state";
import { AuditScreen } from "./views/audit-screen";
import { DocumentScreen } from "./views/document-screen";
import { ResultsScreen } from "./views/results-screen";
import { StartScreen } from "./views/start-screen";
import { Search } from "./widgets/search";

export class App implements Context {
  state: ViewState = DEFAULTS;
  private screen: (Part & { key: string }) | null = null;
  private search: Search | null = null;
  private language: Language | null = null;
  private underWay = 0;
  private readonly main = h("main", { id: "main", tabindex: "-1" });
  private readonly live = h("div", { class: "visually-hidden", "aria-live": "polite" });

  constructor(private readonly root: HTMLElement) {
    window.addEventListener("popstate", () => this.follow(parseState(location.search)));
  }

  start(): void {
    this.follow(parseState(location.search));
  }

  go(change: Partial<ViewState>, how: Navigation = {}): void {
    const next = changed(this.state, change);
    const address = addressOf(next);
    if (how.replace) history.replaceState(null, "", address);
    else if (address !== addressOf(this.state)) history.pushState(null, "", address);
    this.follow(next, how.focusPanel ?? false);
  }

  track<T>(work: Promise<T>): Promise<T> {
    this.count(1);
    const done = (): void => {
      // What the answer leads to begins before the screen counts as settled.
      requestAnimationFrame(() => requestAnimationFrame(() => this.count(-1)));
    };
    work.then(done, done);
    return work;
  }

  announce(message: string): void {
    this.live.textContent = message;
  }

  /** Takes up the colours of the moment; what the reader looks at stays as it is. */
  recolour(): void {
    if (this.screen?.recolour) void this.track(this.screen.recolour());
  }

  /** Where a document or a line of the diagram is on the page. */
  pointOf(id: string): { x: number; y: number } | null {
    return this.screen instanceof DocumentScreen ? this.screen.pointOf(id) : null;
  }

  /** `<html data-settled="true">` says that nothing is being loaded, laid out or drawn. */
  private count(change: number): void {
    this.underWay += change;
    document.documentElement.dataset["settled"] = String(this.underWay === 0);
  }

  private follow(state: ViewState, focusPanel = false): void {
    this.state = state;
    if (this.language !== state.lang) this.frame();
    this.search?.update(state);
    this.renewLinks();
    const key = screenKey(state);
    if (this.screen?.key === key) {
      this.screen.update(state);
    } else {
      this.screen?.destroy();
      const part = this.screenOf(state);
      this.screen = Object.assign(part, { key });
      fill(this.main, part.element);
      this.main.className = state.doc ? "working" : "reading";
      part.update(state);
    }
    if (focusPanel && this.screen instanceof DocumentScreen) this.screen.focusPanel();
  }

  private screenOf({ doc, q, view }: ViewState): Part {
    if (doc) return new DocumentScreen(this, doc);
    if (q) return new ResultsScreen(this, q);
    return view === "audit" ? new AuditScreen(this) : new StartScreen(this);
  }

  /** Everything around the screen, in the language of the state. */
  private frame(): void {
    this.language = this.state.lang;
    setLanguage(this.state.lang);
    this.screen?.destroy();
    this.screen = null;
    this.search = new Search(this, "search");
    const audit = stateLink(this, { ...DEFAULTS, lang: this.state.lang, view: "audit" }, { class: "to-audit" }, t("audit.link"));
    const home = stateLink(this, { ...DEFAULTS, lang: this.state.lang }, { class: "home", "aria-label": t("app.home") }, t("app.name"));
    fill(
      this.root,
      h("a", { class: "skip", href: "#main", onclick: (event: Event) => this.skip(event) }, t("app.skip")),
      h("header", { class: "top" }, home, this.search.element, audit, h("nav", { class: "languages", "aria-label": t("app.language") })),
      this.main,
      this.live,
    );
  }

  private renewLinks(): void {
    const languages = this.root.querySelector(".languages");
    const names: [Language, string][] = [
      ["vi", "Tiếng Việt"],
      ["en", "English"],
    ];
    if (!languages) return;
    fill(
      languages,
      names.map(([lang, name]) =>
        stateLink(this, { lang }, { lang, hreflang: lang, "aria-current": lang === this.state.lang ? "true" : null }, name),
      ),
    );
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.main.focus();
  }
}

/** What makes a screen another screen; the rest of the state changes within it. */
function screenKey({ doc, q, view, asOf }: ViewState): string {
  if (doc) return `doc ${doc} ${asOf ?? ""}`;
  return q ? `q ${q}` : view === "audit" ? "audit" : "start";
}

