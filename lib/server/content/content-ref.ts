/** A questionnaire version by its name. */
export type ContentRef = Readonly<{ questionnaire: string; version: string }>;

/** "zero-trust 1.1.0" */
export function contentName({ questionnaire, version }: ContentRef): string {
  return `${questionnaire} ${version}`;
}

export function isSameContent(a: ContentRef, b: ContentRef): boolean {
  return a.questionnaire === b.questionnaire && a.version === b.version;
}

/** The order of two versions such as 1.2.0 and 1.10.0: negative where the first is the earlier. */
export function compareVersionNumbers(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
