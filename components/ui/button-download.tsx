import type { ReactNode } from "react";
import { buttonClass } from "./button";
import { Icon } from "./icon";

/** A link that saves a file, looking like a button. Not the router's link, which would fetch it ahead. */
export function ButtonDownload({ href, children }: Readonly<{ href: string; children: ReactNode }>) {
  return (
    <a href={href} download className={buttonClass({})}>
      <Icon name="download" size={14} />
      {children}
    </a>
  );
}
