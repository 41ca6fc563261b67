import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type Props = Readonly<{ id?: string; title: string; intro?: ReactNode; actions?: ReactNode; children: ReactNode }>;

/** One step of an explanation. */
export function Section({ id, title, intro, actions, children }: Props) {
  return (
    <Card
      id={id}
      title={title}
      subtitle={intro}
      actions={actions}
      className="min-w-0 scroll-mt-4 print:break-inside-avoid"
    >
      {children}
    </Card>
  );
}
