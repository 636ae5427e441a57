/** Matches capitalised words in a row, also with small words between them: `Treaty of Friendship and Cooperation`. */
const capitalised = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}’'-]*(?:,? (?:(?:and|of|on|the|for|in|to|with) ){0,3}\p{Lu}[\p{L}\p{N}’'-]*)*/gu
/** Matches a kind of agreement with the words before it: `mutual defense treaty`. */
const agreement = /(?<![\p{L}-])(?:[\p{L}-]+ ){1,4}(?:treaty|agreement|pact|accord)(?!\p{L})/giu

/**
 * Returns the names in some words that an agreement on record may have, each once: several words, or an abbreviation.
 *
 * @example agreementNamesIn('They are bound by LEMOA.')   // ['LEMOA']
 */
export const agreementNamesIn = (text: string): readonly string[] => [
  ...new Set([...(text.match(capitalised) ?? []), ...(text.match(agreement) ?? [])].filter((name) => / |\p{Lu}{3}/u.test(name))),
]
