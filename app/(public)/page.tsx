import type { Metadata } from "next";
import { HowItWorks } from "@/components/front/how-it-works";
import { RequestWalk } from "@/components/front/request-walk";
import { SampleScore } from "@/components/front/sample-score";
import { FrontSection, Point } from "@/components/front/section";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = {
  title: { absolute: "Plumbline: Zero Trust maturity assessment" },
  description: "Where an organization stands in six pillars of Zero Trust, what holds it back, and the plan to get on.",
};

export default function FrontPage() {
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-290 px-7 outline-none max-sm:px-4">
      <div className="grid items-center gap-x-12 gap-y-8 py-14 max-sm:py-9 lg:grid-cols-[1.1fr_1fr]">
        <div>
          <h1 className="text-[2rem]/10 font-semibold tracking-[-0.5px] max-sm:text-[1.625rem]/8.5">
            How far is your organization on the way to Zero Trust?
          </h1>
          <p className="mt-4 max-w-[56ch] text-read text-ink-2">
            Plumbline asks what is so, fact by fact, in six pillars. It scores the answers together with what is not
            known yet, sets claims apart from evidence, names what holds you back, and plans the way up.
          </p>
          <div className="mt-6 flex flex-wrap gap-3">
            <ButtonLink href="/quick-check" variant="primary" size="large">
              Take the quick check
            </ButtonLink>
            <ButtonLink href="/#how" size="large">
              How it works
            </ButtonLink>
          </div>
          <p className="mt-3 text-note text-ink-2">
            18 questions, about five minutes, no account. Your answers stay in your browser.
          </p>
        </div>
        <SampleScore />
      </div>

      <FrontSection id="why" title="Why now">
        <div className="grid gap-x-8 gap-y-6 md:grid-cols-3">
          <Point title="Mobile access">
            People work from anywhere, often on devices that no one in the office handed out. Where a request comes from
            no longer says whether it is right.
          </Point>
          <Point title="Cloud migration">
            Applications and data have moved to services outside the building. A wall around the network guards less
            each year of what matters.
          </Point>
          <Point title="Risk mitigation">
            Where everything inside is trusted, one stolen password leads on from machine to machine. Deciding each
            request anew keeps one loss small.
          </Point>
        </div>
      </FrontSection>

      <FrontSection
        id="meaning"
        title="What Zero Trust means"
        lead={
          <>
            No request is trusted for the place it comes from. Access to each resource is decided anew, from what is
            known at that moment about who asks, with what device and for which data, and it is given for that session
            alone, with the least rights that do the job, as if the network already belonged to someone else. So we read{" "}
            <a href="https://doi.org/10.6028/NIST.SP.800-207" className="link">
              NIST SP 800-207
            </a>
            .
          </>
        }
      >
        <div className="grid gap-x-8 gap-y-6 md:grid-cols-3">
          <Point title="Verify explicitly">
            Decide from all that can be known: identity, device, place, the data asked for, and what is unusual about
            it.
          </Point>
          <Point title="Use least privilege">
            Give just enough, for just as long as it is needed. Rights that stand around the clock are what an intruder
            collects.
          </Point>
          <Point title="Assume breach">
            Build as if someone were already inside: small segments, encryption throughout, one record of what happens,
            and a response that has been rehearsed.
          </Point>
        </div>
      </FrontSection>

      <FrontSection
        id="architecture"
        title="Six components, one decision"
        lead="Follow one request through the reference architecture. The assessment has a pillar for each of the six components."
      >
        <RequestWalk />
      </FrontSection>

      <FrontSection id="how" title="How the assessment works">
        <HowItWorks />
      </FrontSection>
    </main>
  );
}
