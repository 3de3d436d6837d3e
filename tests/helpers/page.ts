/** The page that a blog makes of a post, as a browser saves it: head, navigation, post, footer. */
export function pageOf(post: string): string {
  const body = post
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/^## (.*)$/gm, (_, title: string) => `<h2 id="${idOf(title)}">${title}</h2>`);
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Engineering Job Ladder</title>
<style>.job-level { font-size: 3em }</style><script>analytics("page")</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="javascript:void(0)">Menu</a></li></ul></nav>
<article><header><h1>Engineering Job Ladder</h1><time>Dec 17, 2019</time></header>
${body}
</article><footer><p>© 2019 Persado Engineering</p></footer></body></html>
`;
}

const idOf = (title: string): string => title.toLowerCase().replace(/[^a-z]/g, "-");
