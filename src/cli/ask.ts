import { isCancel, select, text } from "@clack/prompts";
import type { Question } from "../commands/command.js";

/** Asks one question after the other on a terminal; null: the user wants to stop. */
export async function ask(
  questions: readonly Question[],
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): Promise<string[] | null> {
  const answers: string[] = [];
  for (const question of questions) {
    const answer = await answerTo(question, { input, output });
    if (typeof answer !== "string" || isCancel(answer)) return null;
    answers.push(answer);
  }
  return answers;
}

function answerTo(
  { message, initial, choices, wrong }: Question,
  streams: { input: NodeJS.ReadStream; output: NodeJS.WriteStream },
): Promise<string | symbol> {
  if (choices) {
    const options = choices.map((value) => ({ value }));
    return select({ message, options, initialValue: initial, ...streams });
  }
  const validate = (value = "") => {
    const expected = value === "" ? undefined : wrong(value);
    return expected && `Expected ${expected}`;
  };
  return text({ message, placeholder: initial, defaultValue: initial, validate, ...streams });
}
