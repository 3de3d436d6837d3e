import manifest from "../../../package.json" with { type: "json" };
import type { Shared } from "../make.js";
import { hashOf } from "./hash.js";
import { type Header, SCHEMA } from "./manifest.js";

/** All that makes a difference to the packets of a batch beside its rows. */
export function headerOf(shared: Shared): Omit<Header, "batch"> {
  const { ladder, template, theme, resources, locale, formats, encryption } = shared;
  return {
    schema: SCHEMA,
    version: manifest.version,
    ladder: ladder.origin.sha256,
    template: template.hash,
    options: {
      locale,
      formats: [...formats],
      theme: theme && hashOf(theme),
      reference: resources.reference ? hashOf(resources.reference) : null,
      allowFindings: shared.allowFindings,
      encryption: encryption?.permissions ?? null,
    },
  };
}
