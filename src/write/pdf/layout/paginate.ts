import { body } from "../theme.js";
import type { Box, Page } from "./box.js";
import { done, type Flow } from "./flow.js";
import type { Tag } from "./tag.js";
import { take } from "./take.js";

/**
 * Sets a flow on as many pages as it needs, at least one, and tells each tag its last page. Before
 * them come `first` pages, the last of which was headed `running`.
 */
export function paginate(flow: Flow, first = 0, running: string | null = null): Page[] {
  const pages: Page[] = [];
  let last = running;
  while (!done(flow)) {
    const page: Page = { boxes: [], running: null };
    let named = false;
    const onRunning = (part: string) => {
      if (!named) page.running = part;
      named = true;
      last = part;
    };
    page.running = last;
    take(flow, { top: body.y, bottom: body.bottom, fresh: true, boxes: page.boxes, onRunning });
    for (const box of page.boxes) reach(tagOf(box), first + pages.length);
    pages.push(page);
  }
  return pages.length > 0 ? pages : [{ boxes: [], running: null }];
}

const tagOf = (box: Box): Tag | null => ("tag" in box ? box.tag : null);

function reach(tag: Tag | null, page: number): void {
  for (let each = tag; each && each.lastPage < page; each = each.parent) each.lastPage = page;
}
