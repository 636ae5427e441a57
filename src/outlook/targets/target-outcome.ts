/** How a forecast came out: a value, or 1 and 0 for an event; or why it cannot be told yet, or is void. */
export type TargetOutcome =
  | {
      readonly value: number
      /** What should be known of the edition that was used. */
      readonly note?: string
    }
  | { readonly waits: string }
  | { readonly isVoid: string }
