/** Verbs by which an expectation begins without saying who: none of them is a noun there as well. */
const VERBS =
  "Acquires Acts Adapts Advises Advocates Anticipates Applies Asks Assists Becomes Begins Brings Builds Coaches " +
  "Collaborates Communicates Completes Contributes Coordinates Creates Defines Delegates Delivers Demonstrates " +
  "Develops Does Drives Enables Encourages Ensures Escalates Establishes Evaluates Explains Facilitates Follows " +
  "Gathers Gives Has Helps Identifies Improves Influences Initiates Inspires Is Keeps Knows Leads Learns Listens " +
  "Maintains Makes Manages Mentors Oversees Owns Participates Pays Prioritizes Promotes Proposes Provides Raises " +
  "Recognizes Represents Resolves Seeks Serves Sets Shapes Solves Spearheads Suggests Takes Teaches Thinks " +
  "Understands Uses Works Writes";

const VERB = new RegExp(`^(?:\\p{L}+ly )?(?:${VERBS.replaceAll(" ", "|")})(?= )`, "iu");

/** A person who is spoken of, and what they do. */
const PERSON =
  /^(?:(?:They|He|She|He\/she|She\/he|S\/he)(?= )|(?:The|An?|This|Our|Every|Each) (?:\p{L}+ ){0,2}(?:engineer|developer|manager|director|designer|lead|employee)(?= (?:\p{Ll}+ly )?(?:can|will|may|must|should|has|is|\p{Ll}{2,}s)\b))/u;

/** The words by which an English expectation speaks of somebody; null where it doesn't, or not clearly. */
export const thirdPerson = (text: string): string | null =>
  (PERSON.exec(text) ?? VERB.exec(text))?.[0] ?? null;
