/** The seed post with its tracks so many times, each time under other ids: 12 levels a time. */
export function multiply(seed: string, times: number): string {
  const first = seed.indexOf("## Individual Contributor Track");
  const after = seed.indexOf('<div class="small-font">');
  const tracks = seed.slice(first, after);
  const copies = Array.from({ length: times }, (_, index) =>
    index === 0 ? tracks : tracks.replace(/(id="|href="#)([^"]+)"/g, `$1$2-${index}"`),
  );
  return seed.slice(0, first) + copies.join("") + seed.slice(after);
}

/** The post as the HTML that pandoc reads best: its few Markdown headings written as elements. */
export const asHtml = (post: string): string =>
  post.replace(/^---\n[\s\S]*?\n---\n/, "").replace(/^## (.*)$/gm, "<h2>$1</h2>");
