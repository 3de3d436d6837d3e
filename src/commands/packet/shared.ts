import * as path from "node:path";
import { kindOf, ownFolder } from "../../files/index.js";
import { nearest } from "../../nearest.js";
import type { Shared } from "../../packet/make.js";
import type { Template } from "../../packet/template.js";
import type { Finding } from "../../report/report.js";
import type { ImageFile } from "../../resources.js";
import { type Context, type Options, UsageError } from "../command.js";
import { formatsOf } from "../options.js";
import { choosePosts, shown } from "../posts/index.js";
import { type ReadPost, readPostFile } from "../posts/post.js";
import { loadResources } from "../work/images.js";
import { chooseTheme } from "../work/theme.js";
import { encryptionOf } from "./password.js";

/** What all packets of a command have in common. */
export interface Prepared {
  shared: Shared;
  images: ReadonlyMap<string, ImageFile>;
}

/** The templates that come with this package. */
export const SHIPPED = ["offer", "role", "growth"];

/** Reads the post, the template and the theme; null where one of them has errors. */
export async function prepare(
  options: Options,
  formats: string,
  context: Context,
): Promise<{ prepared: Prepared | null; findings: Finding[] }> {
  const wanted = formatsOf(formats);
  const locale = localeOf(options);
  const encryption = await encryptionOf(options, context);
  if (encryption && wanted.some((format) => format !== "pdf"))
    throw new UsageError("--encrypt protects PDFs alone, expected --format pdf");
  const found: Finding[] = [];
  const template = await chooseTemplate(options, context);
  found.push(...template.findings);
  const post = await choosePost(options, context);
  found.push(...post.findings);
  if (!template.value || !post.value) return { prepared: null, findings: found };
  const theme = themeName(options, template.value, template.folder);
  const looks = await chooseTheme({ out: "", formats: wanted, ...(theme && { theme }) }, context);
  found.push(...looks.findings);
  if (looks.findings.some(({ failure }) => failure)) return { prepared: null, findings: found };
  const { ladder, bytes } = post.value;
  const folder = path.dirname(path.resolve(context.cwd, post.value.path));
  const { resources, images } = await loadResources(ladder, folder, looks.theme);
  const shared: Shared = {
    ladder,
    source: bytes,
    template: template.value,
    theme: looks.theme,
    locale,
    formats: wanted,
    allowFindings: options.allowFindings === true,
    resources,
    encryption,
  };
  return { prepared: { shared, images }, findings: found };
}

function localeOf({ locale }: Options): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(String(locale));
    if (canonical && Intl.DateTimeFormat.supportedLocalesOf(canonical).length > 0) return canonical;
  } catch {
    // Told below.
  }
  throw new UsageError(`unknown locale "${locale}", expected one such as en-GB or de`);
}

async function chooseTemplate(
  { template }: Options,
  { cwd }: Context,
): Promise<{ value: Template | null; folder: string; findings: Finding[] }> {
  const name = String(template);
  const folder = folderOf(name, cwd);
  if (folder === null) {
    const near = nearest(name, SHIPPED);
    throw new UsageError(
      `unknown template "${name}"${near}, expected ${SHIPPED.join(", ")}, or a folder`,
    );
  }
  const { readTemplate } = await import("../../packet/read.js");
  const at = path.relative(cwd, folder);
  const { value, messages } = await readTemplate(
    folder,
    at.startsWith("..") ? `templates/${name}` : shown(at),
  );
  const findings = messages.map((each) => ({
    file: each.file ?? name,
    message: each,
    failure: true as const,
  }));
  return { value, folder, findings };
}

/** A folder by its path, or by its name in `templates`, of the project or of this package. */
function folderOf(name: string, cwd: string): string | null {
  const own = path.resolve(cwd, name);
  if (name.trim() !== "" && kindOf(path.join(own, "packet.yaml")) === "file") return own;
  if (!/^[a-z0-9][a-z0-9_-]*$/i.test(name)) return null;
  const inProject = path.resolve(cwd, "templates", name);
  if (kindOf(path.join(inProject, "packet.yaml")) === "file") return inProject;
  return SHIPPED.includes(name) ? ownFolder(`templates/${name}/packet.yaml`) : null;
}

/** As the user says, else as the template does: a theme's name, or a file beside `packet.yaml`. */
function themeName({ theme }: Options, template: Template, folder: string): string | undefined {
  if (theme !== undefined) return String(theme);
  if (template.theme === null) return undefined;
  return /\.ya?ml$/i.test(template.theme) ? path.join(folder, template.theme) : template.theme;
}

/** The post that is named, or the only one that there is. */
async function choosePost(
  { post }: Options,
  context: Context,
): Promise<{ value: ReadPost | null; findings: Finding[] }> {
  const { posts, findings } = choosePosts(post === undefined ? [] : [String(post)], context);
  const [first, second] = posts;
  if (second) {
    const names = posts.map((each) => each.path).join(", ");
    throw new UsageError(`several posts, expected one of them to be named (--post): ${names}`);
  }
  if (!first) return { value: null, findings };
  const read = await readPostFile(first, context);
  const errors = read.findings.filter(({ message }) => message.fatal === true);
  const value = read.ladder && errors.length === 0 ? { ...read, ladder: read.ladder } : null;
  return { value, findings: [...findings, ...errors] };
}
