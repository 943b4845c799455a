/** The tasks that a document gives, by deadline. */

import { api } from "../api/client";
import type { AssignmentInfo, AssignmentsResult, DocumentDetail, EventDeadlineInfo, ReportInfo } from "../api/types";
import { type Context, NOTHING_CHOSEN, stateLink } from "../context";
import { fill, h } from "../dom";
import { formatDate, t, word } from "../i18n";
import { passageOf, vietnamese } from "../widgets/pieces";

const PAGE = 100;

export function tasksTab(context: Context, detail: DocumentDetail, first: AssignmentsResult): HTMLElement[] {
  if (first.page.total === 0) return [h("p", { class: "soft" }, t(detail.ingested ? "task.none" : "task.noneCited"))];
  const list = h("ul", { class: "cards" });
  const more = h("p", {});
  let shown = 0;
  const add = ({ as_of, assignments, page }: AssignmentsResult): void => {
    list.append(...grouped(assignments).map((group) => row(context, group)));
    shown += assignments.length;
    const next = async (): Promise<void> => add(await context.track(api.assignments({ doc: detail.key, limit: PAGE, cursor: page.next, as_of })));
    const button = h("button", { type: "button", class: "button", onclick: () => void next() }, t("app.more", { n: page.total - shown }));
    fill(more, page.next && button);
  };
  add(first);
  return [list, more];
}

/** One entry a task: the same words given to several units stand together. */
function grouped(assignments: readonly AssignmentInfo[]): AssignmentInfo[][] {
  const groups = new Map<string, AssignmentInfo[]>();
  for (const assignment of assignments) {
    const place = `${assignment.evidence.start}-${assignment.evidence.end}`;
    groups.set(place, [...(groups.get(place) ?? []), assignment]);
  }
  return [...groups.values()];
}

function fromEvent({ count, unit, event, date }: EventDeadlineInfo): string {
  if (count === 0) return t("task.atOnce", { event });
  const words = t("task.fromEvent", { n: count, unit: t(`task.unit.${unit}`), event });
  return date ? `${words} (${formatDate(date)})` : words;
}

function reportOf({ to, through }: ReportInfo): string {
  return through ? `${to} (qua ${through})` : to;
}

function row(context: Context, group: AssignmentInfo[]): HTMLElement {
  const [task] = group;
  if (!task) return h("li");
  const units = group.map((assignment) => assignment.unit_name).join(", ");
  const due = [...task.deadlines.map(formatDate), ...task.event_deadlines.map(fromEvent)];
  const roles = [...new Set(group.flatMap((assignment) => assignment.roles))];
  return h(
    "li",
    { class: "task" },
    h("p", { class: "task-unit" }, vietnamese(units)),
    h("p", { lang: "vi" }, task.text),
    h(
      "p",
      { class: "task-facts" },
      h(
        "span",
        { class: due.length ? "deadline" : "soft" },
        due.length ? `${t("task.deadline")} ${due.join(", ")}${task.passed ? ` (${t("task.passed")})` : ""}` : t("task.noDeadline"),
      ),
      task.recurrence.length > 0 && h("span", {}, t("task.recurring")),
      task.reports.map((route) => h("span", {}, `${t("task.reports")} `, vietnamese(reportOf(route)))),
      roles.map((role) => h("span", { class: "role" }, word("role", role))),
      stateLink(
        context,
        { ...NOTHING_CHOSEN, node: context.state.node, tab: "tasks", at: passageOf(task.evidence) },
        { class: "text-link", focusPanel: true },
        t("task.open"),
        h("span", { class: "visually-hidden" }, `: ${units}`),
      ),
    ),
  );
}
