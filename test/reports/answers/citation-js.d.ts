/** The library has no types of its own; what the test uses of it. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string)
    readonly data: readonly unknown[]
  }
}
declare module '@citation-js/plugin-bibtex' {}
