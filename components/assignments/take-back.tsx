"use client";

import { useRouter } from "next/navigation";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";

type Props = Readonly<{ api: string; person: string; place: string; label: string }>;

/** Takes an assignment back; asking again brings it back. */
export function TakeBack({ api, person, place, label }: Props) {
  const router = useRouter();
  async function remove() {
    const sent = await send(api, { person, place }, "DELETE");
    showToast(sent.ok ? { text: "Taken back" } : { text: sent.problem.title, tone: "danger" });
    router.refresh();
  }
  return (
    <Button size="small" variant="quiet" aria-label={label} onClick={() => void remove()}>
      Take back
    </Button>
  );
}
