/** How a chart is shown alone, in a frame of another page. */
export interface EmbedOffer {
  /** Path and query of the view of the chart alone. */
  readonly address: string
  /** What the chart is about, such as the names of a pair, if its title does not say so. */
  readonly about?: string
  /** Path of a PNG that the server draws, for slides. */
  readonly picture?: string
}
