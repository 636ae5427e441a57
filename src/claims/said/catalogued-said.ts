/** The figure of the memory that a claim is on, and whose it is. */
export interface CataloguedSaid {
  readonly figure: string
  /** The party whose figure it is: the importer of an import share, the sender of a flow. */
  readonly a: string
  readonly b: string
}
