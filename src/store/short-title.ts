/** What follows the name of a source in its title: its contents, its edition, how it is broken down, that it has dates. */
const detail = /[:(].*$|, (?:with |[A-Z0-9]).*$|(?<=^BACI),.*$| by [a-z].*$/

/**
 * Shortens the title of a source to its name.
 *
 * @example shortTitle('UCDP/PRIO Armed Conflict Dataset 25.1: pairs of states')   // 'UCDP/PRIO Armed Conflict Dataset 25.1'
 * @example shortTitle('UK trade in goods by country')   // 'UK trade in goods'
 */
export const shortTitle = (title: string): string => title.replace(detail, '').trim()
