/** A day, month or year, or two of them, as precise as in the text: `2023`, `2023-05`, `2023-05-12`. Both ends are included. */
export type ClaimPeriod = { readonly at: string } | { readonly from: string; readonly to: string }
