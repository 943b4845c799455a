/** Words of the interface in the language of the moment, and how dates, types, levels and relations are written. */

import type { DocumentRef, EdgeInfo, Level } from "../api/types";
import type { Language } from "../state";
import { en } from "./en";
import { type StringKey, vi } from "./vi";

export type { StringKey };
export type Values = Record<string, string | number>;

let language: Language = "vi";

export function setLanguage(chosen: Language): void {
  language = chosen;
  document.documentElement.lang = chosen;
}

export function isVietnamese(): boolean {
  return language === "vi";
}

/** A text of the interface with its `{names}` filled in; whole numbers are written as the language groups them. */
export function t(key: StringKey, values: Values = {}): string {
  return (isVietnamese() ? vi : en)[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? formatNumber(value) : value;
  });
}

/** A word of the data, such as a role or a state, in the language of the interface; as it is when that has none for it. */
export function word(kind: string, value: string): string {
  const key = `${kind}.${value}`;
  return isKey(key) ? t(key) : value;
}

function isKey(key: string): key is StringKey {
  return Object.hasOwn(vi, key);
}

export function formatNumber(value: number): string {
  return value.toLocaleString(isVietnamese() ? "vi-VN" : "en-GB");
}

/** An ISO day as it is written in the language: 05/03/2024, or 5 Mar 2024. */
export function formatDate(iso: string | null): string {
  const [year, month, day] = (iso ?? "").split("-");
  if (!iso || !year || !month || !day) return t("doc.unknownDate");
  if (isVietnamese()) return `${day}/${month}/${year}`;
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(iso));
}

export function levelName(level: Level | null): string {
  return t(`level.${level ?? "unknown"}`);
}

/** The kind of a document: "Kế hoạch", or in English the label of the graph, "Official Letter". */
export function typeName(document: Pick<DocumentRef, "type_name" | "label">): string {
  return isVietnamese() ? document.type_name : document.label.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
}

/** What one calls a document in a sentence: its symbol, else its title, else its kind. */
export function nameOf(document: { symbol: string | null; title: string | null; type_name?: string; file?: string | null; key: string }): string {
  return document.symbol ?? document.title ?? document.file ?? document.type_name ?? document.key;
}

/** A relation as a verb: from the citing document (`out`) or from the cited one (`in`). */
export function relationName(type: string, direction: "out" | "in", edge?: Pick<EdgeInfo, "label" | "reverse_label">): string {
  const key = `relation.${type}.${direction}`;
  if (isKey(key)) return t(key);
  return (direction === "out" ? edge?.label : edge?.reverse_label) ?? type;
}

const SHORT: [RegExp, string][] = [
  [/Ủy ban nhân dân/gi, "UBND"],
  [/Hội đồng nhân dân/gi, "HĐND"],
  [/Ủy ban Thường vụ Quốc hội/gi, "UBTVQH"],
  [/Ban Thường vụ/gi, "BTV"],
  [/Ban Chấp hành/gi, "BCH"],
  [/Liên đoàn Lao động/gi, "LĐLĐ"],
  [/thành phố/gi, "TP"],
];

/** The name of a body with the abbreviations that every office uses, for places where there is little room. */
export function shortIssuer(issuer: string | null): string {
  return issuer ? SHORT.reduce((name, [long, short]) => name.replace(long, short), issuer) : t("doc.unknownIssuer");
}
