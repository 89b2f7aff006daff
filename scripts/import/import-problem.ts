/** Something that stops an import before anything is written; its message is a sentence for the person at the keyboard. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';
}
