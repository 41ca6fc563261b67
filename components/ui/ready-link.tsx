"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

type Props = ComponentProps<typeof Link> & Readonly<{ href: string }>;

/**
 * A link whose page is fetched ahead once somebody points at it or comes to it by keyboard. For what stands on every page:
 * fetched ahead by being seen, it would ask the server for all pages at each one.
 */
export function ReadyLink(props: Props) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return <Link {...props} prefetch={wanted ? "auto" : false} onPointerEnter={want} onFocus={want} />;
}
