import type { ReactNode } from "react";
import { buttonClass } from "./button";
import { Icon } from "./icon";

/** A link that saves a file, looking like a button. Not the router's link, which would fetch it ahead. */
export function ButtonDownload({
  href,
  size,
  children,
}: Readonly<{ href: string; size?: "small"; children: ReactNode }>) {
  return (
    <a href={href} download className={buttonClass({ size })}>
      <Icon name="download" size={14} />
      {children}
    </a>
  );
}
