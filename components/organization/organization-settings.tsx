"use client";

import type { ReactNode } from "react";
import { SaveStatus } from "@/components/forms/save-status";
import { SavedField } from "@/components/forms/saved-field";
import { useAutosave } from "@/components/forms/use-autosave";
import { useStored } from "@/components/forms/use-stored";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Switch } from "@/components/ui/switch";
import { ColourField } from "./colour-field";
import { LogoField } from "./logo-field";

type Props = Readonly<{
  /** Route of the organization. */
  api: string;
  provenance: string;
  name: string;
  colour: string | null;
  logo: string | null;
  maxLogoBytes: number;
  selfAcceptance: boolean;
  benchmarkConsent: boolean;
  keepOnDevice: boolean;
  /** Nobody else could review. */
  onePerson: boolean;
  /** Why nothing here can be changed, where so. */
  locked: string | null;
  /** The cards below. */
  children: ReactNode;
}>;

/** The organization's own facts; every field saves itself. */
export function OrganizationSettings({ api, provenance, locked, children, ...stored }: Props) {
  const { save, state, error } = useAutosave(api);
  const { selfAcceptance, benchmarkConsent, keepOnDevice } = stored;
  const [switches, turn] = useStored({ selfAcceptance, benchmarkConsent, keepOnDevice }, (name, on) =>
    save({ [name]: on }),
  );

  return (
    <>
      <PageHeader title="Settings" provenance={provenance} status={locked ? undefined : <SaveStatus state={state} />} />
      <main className="px-7 py-5 max-sm:px-3.5">
        <div className="grid max-w-3xl gap-4">
          {locked && <Notice title={locked} />}
          <Card title="Organization">
            <SavedField
              label="Name"
              hint="Stands on every page and report. The address of its pages stays as it is."
              error={error("name")}
              value={stored.name}
              onSave={(name) => void save({ name })}
              input={{ maxLength: 100, required: true, disabled: locked !== null, autoComplete: "organization" }}
              className="sm:max-w-105"
            />
          </Card>
          <Card title="Reports" subtitle="Logo and colour of the cover and the headings.">
            <div className="grid gap-5">
              <LogoField
                api={api}
                logo={stored.logo}
                name={stored.name}
                maxBytes={stored.maxLogoBytes}
                locked={locked !== null}
              />
              <ColourField
                value={stored.colour}
                error={error("colour")}
                onSave={(colour) => void save({ colour })}
                disabled={locked !== null}
              />
            </div>
          </Card>
          {(stored.onePerson || switches.selfAcceptance) && (
            <Card title="Reviews">
              <Switch
                label="I may accept what I answered myself"
                hint={
                  stored.onePerson
                    ? "Nobody accepts their own answers, evidence or exceptions. As long as you are the only person here, you may switch that off; every report then says so. It ends by itself when somebody joins."
                    : "Switched on while there was one person here. Somebody has joined since, so it no longer holds; switch it off."
                }
                checked={switches.selfAcceptance}
                disabled={locked !== null || (!stored.onePerson && !switches.selfAcceptance)}
                onChange={(event) => turn("selfAcceptance", event.currentTarget.checked)}
              />
            </Card>
          )}
          <Card title="Devices">
            <Switch
              label="Keep what isn’t sent on people’s devices"
              hint="Without a connection, answers and drafts wait in the browser, sealed, for up to 30 days, also of people who answer an interview by a link. Switched off, they are kept only while the tab is open, and what waits on a device is sent or removed when it next opens a page of this organization."
              checked={switches.keepOnDevice}
              disabled={locked !== null}
              onChange={(event) => turn("keepOnDevice", event.currentTarget.checked)}
            />
          </Card>
          <Card title="Benchmark">
            <Switch
              label="Count our level in the anonymous benchmark"
              hint="Once a quarter this installation releases the quartiles of the level by industry and size: never a name, never a group of fewer than ten independent owners, and nothing in between. What was released stays when you switch this off."
              checked={switches.benchmarkConsent}
              disabled={locked !== null}
              onChange={(event) => turn("benchmarkConsent", event.currentTarget.checked)}
            />
          </Card>
          {children}
        </div>
      </main>
    </>
  );
}
