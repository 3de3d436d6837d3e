import fc from "fast-check";

// Properties are tried on the same examples each time, so that a red build is the change's own; the long
// run looks elsewhere, and tells the seed of what it finds.
if (!process.env.RUNGBOOK_LONG) fc.configureGlobal({ seed: 20260102 });
