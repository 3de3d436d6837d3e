import { describe, expect, it } from "vitest";
import { fillSlots } from "../../src/theme/slots.js";

const values = {
  title: "Ladder",
  track: "Managers",
  date: "17 December 2019",
  hash: "ebe677404db0",
  page: "3",
  pages: "12",
  file: "a.md",
};

describe("slots", () => {
  it.each([
    ["{title} · {date} · {hash}", "Ladder · 17 December 2019 · ebe677404db0"],
    ["page {page} of {pages}", "page 3 of 12"],
    ["{ title }, {track}: {file}!", "Ladder, Managers: a.md!"],
    ["Confidential", "Confidential"],
    ["", ""],
  ])("of %j are filled", (text, expected) => {
    expect(fillSlots(text, values)).toBe(expected);
  });

  it.each([
    ["{title} · {date} · {hash}", "Ladder · ebe677404db0"],
    ["{date} · {hash}", "ebe677404db0"],
    ["{hash} · {date}", "ebe677404db0"],
    ["Acme, {date}", "Acme"],
    ["© Acme {date} {hash}", "© Acme ebe677404db0"],
    ["{date}", ""],
  ])("of %j without a date take their separator along", (text, expected) => {
    expect(fillSlots(text, { ...values, date: "" })).toBe(expected);
  });

  it("are not looked for in what fills them", () => {
    expect(fillSlots("{title}", { ...values, title: "{date} $&" })).toBe("{date} $&");
  });
});
