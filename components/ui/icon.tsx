"use client";

import { clsx } from "clsx";

const PATHS = {
  home: "M2 7 8 2l6 5v7H2z",
  assessment: "M2 3h12M2 8h9M2 13h12",
  dashboard: "M3 14V7M8 14V2M13 14V9",
  models: "M6 2h4v3H6zM2 11h4v3H2zM10 11h4v3h-4zM8 5v3M4 11V8h8v3",
  roadmap: "M2 4h6M5 8h7M9 12h5",
  evidence: "M8 2l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V4z",
  reports: "M4 2h6l3 3v9H4zM6 8h5M6 11h5",
  clients: "M2 5h12v9H2zM6 5V3h4v2",
  settings: "M2 4h12M2 8h12M2 12h12",
  people:
    "M6 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M1.5 14c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 3.2a2.4 2.4 0 0 1 0 4.6M12 10.2c1.6.5 2.5 1.9 2.5 3.8",
  person: "M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2.5 14c0-2.8 2.4-4.5 5.5-4.5s5.5 1.7 5.5 4.5",
  audit: "M3 2h7l3 3v9H3zM5.5 9l1.8 1.8 3.2-3.6",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  check: "M3 8.5l3.2 3.2L13 4.8",
  close: "M4 4l8 8M12 4l-8 8",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10M10.6 10.6 14 14",
  "chevron-down": "M4 6l4 4 4-4",
  "chevron-up": "M4 10l4-4 4 4",
  "chevron-right": "M6 4l4 4-4 4",
  "chevron-left": "M10 4L6 8l4 4",
  "arrow-right": "M2.5 8h11M9.5 4l4 4-4 4",
  "arrow-left": "M13.5 8h-11M6.5 4l-4 4 4 4",
  sort: "M5 6l3-3 3 3M5 10l3 3 3-3",
  warning: "M8 2l6.5 12h-13zM8 6.5v3.6M8 11.6v1",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 7.2v4M8 4.6v1",
  download: "M8 2v8.5M4.5 7.2 8 10.7l3.5-3.5M2.5 13.5h11",
  upload: "M8 11V2.5M4.5 5.8 8 2.3l3.5 3.5M2.5 13.5h11",
  undo: "M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6",
  link: "M6.5 9.5l3-3M7 4.8 8.6 3.2a3 3 0 0 1 4.2 4.2L11.2 9M9 11.2l-1.6 1.6a3 3 0 0 1-4.2-4.2L4.8 7",
  external: "M6.5 3H3v10h10V9.5M9 2.5h4.5V7M13 3 7.5 8.5",
  more: "M3.2 8h.1M8 8h.1M12.8 8h.1",
  menu: "M2 4h12M2 8h12M2 12h12",
  comment: "M2 3h12v8.5H7.5L4.5 14v-2.5H2z",
  bell: "M3.5 11.5h9l-1.2-2V6.5a3.3 3.3 0 0 0-6.6 0v3zM6.6 13.6a1.5 1.5 0 0 0 2.8 0",
  history: "M2.5 3v3.2h3.2M2.8 6.2A5.6 5.6 0 1 1 2.4 9M8 5v3.2l2.2 1.4",
  calendar: "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3",
  lock: "M3.5 7.5h9V14h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  trash: "M3 4.5h10M6 4.5V2.5h4v2M4.2 4.5 5 13.5h6l.8-9",
  edit: "M3 13l.6-2.8 7-7 2.2 2.2-7 7z",
  eye: "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6",
  "eye-off":
    "M2.5 2.5l11 11M6.4 4.1A6.7 6.7 0 0 1 8 3.8c4 0 6.5 4.2 6.5 4.2a12 12 0 0 1-1.9 2.3M4.2 5.2A11.5 11.5 0 0 0 1.5 8S4 12.2 8 12.2c1.1 0 2.1-.3 2.9-.8",
  print: "M4.5 6V2.5h7V6M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7v4h-7z",
  sun: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M3.4 12.6l1.1-1.1M11.5 4.5l1.1-1.1",
  moon: "M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5z",
  system: "M2 3h12v8H2zM6 14h4M8 11v3",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  flag: "M3.5 14V2.5h8.5l-2 3 2 3H3.5",
  play: "M5 3l8 5-8 5z",
  pause: "M5.5 3v10M10.5 3v10",
  "sign-out": "M6.5 2.5h-4v11h4M6 8h8M10.8 4.8 14 8l-3.2 3.2",
} as const;

export type IconName = keyof typeof PATHS;

/** A 16 px line icon. Decorative unless a `label` is given. */
export function Icon({
  name,
  size = 16,
  label,
  className,
}: Readonly<{ name: IconName; size?: number; label?: string; className?: string }>) {
  return (
    <svg
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2 : 1.4}
      strokeLinecap={name === "more" ? "round" : "butt"}
      strokeLinejoin="round"
      className={clsx("shrink-0", className)}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
