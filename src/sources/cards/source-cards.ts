import type { Coverage, Licence, SourceCard } from '../../store/source-card.ts'

export type { SourceCard }

/**
 * Returns the coverage of several indicators that a source has for the same states and period.
 *
 * @param from      the first day, or a year for its first day; `to` the last day, or a year for its last
 * @param more      the states as a list, a threshold, or what a missing row means within the coverage where that is not unknown
 * @example coverageOf(['distance'], 2004, 2004, 'countries of 2004')   // [{ indicator: 'distance', from: '2004-01-01', to: '2004-12-31', whom: 'countries of 2004', absence: 'unknown' }]
 */
export function coverageOf(
  indicators: readonly string[],
  from: number | string,
  to: number | string,
  whom: string,
  more: Partial<Omit<Coverage, 'indicator' | 'from' | 'to' | 'whom'>> = {},
): Coverage[] {
  const period = {
    from: typeof from === 'number' ? `${from}-01-01` : from,
    to: typeof to === 'number' ? `${to}-12-31` : to,
  }
  return indicators.map((indicator) => ({ indicator, ...period, whom, absence: 'unknown', ...more }))
}

/**
 * Makes the card of a reviewed table of our own (data/tables): its page and its citation follow from its id and title.
 *
 * @param table   the name of the table, if it is not the id
 */
export function ownTableCard(of: Omit<SourceCard, 'provider' | 'url' | 'citation'>, table: string = of.id): SourceCard {
  return {
    ...of,
    provider: 'Vis-à-vis',
    url: `docs/sources/${of.id}.md`,
    citation: `Vis-à-vis (2026). ${of.title}. data/tables/${table}.csv.`,
  }
}

/** Terms that let others pass the data on: the bundled record may include them. */
export function openLicence(id: string, url: string, terms: string): Licence {
  return { id, url, redistribute: true, terms }
}

/** Terms that give no right to pass the data on: each user brings a copy of the files. */
export function closedLicence(id: string, url: string, terms: string): Licence {
  return { id, url, redistribute: false, terms }
}

/** Figures of a statistical office or a customs service, which asks to be named. */
export function officialStatistics(url: string, office: string): Licence {
  return openLicence('official statistics', url, `Official statistics; reuse with reference to ${office}.`)
}

export function publicDomain(terms: string): Licence {
  return openLicence('CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/', terms)
}

/** Facts in a table of our own. `facts`: their kind, in words; `texts`: what the facts were compiled from. */
export function compiledFacts(facts: string, texts = 'public texts', each = 'each row names its text'): Licence {
  return publicDomain(`Facts (${facts}) compiled by the project from ${texts}; ${each}.`)
}

export function creativeCommonsAttribution(terms: string): Licence {
  return openLicence('CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/', terms)
}

export function eurostatLicence(terms = 'Free reuse with attribution to Eurostat.'): Licence {
  return openLicence('CC-BY-4.0', 'https://ec.europa.eu/eurostat/help/copyright-notice', terms)
}

/** The open licence of the French state, under which CEPII publishes. */
export const cepiiLicence: Licence = openLicence(
  'etalab-2.0',
  'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  'Free reuse with attribution to CEPII.',
)

export const gdeltLicence: Licence = openLicence(
  'GDELT terms of use',
  'https://www.gdeltproject.org/about.html#termsofuse',
  'Free for any use, with a citation of the GDELT Project and a link to gdeltproject.org.',
)

/** @param url   the page of the data set, since the project has none for its terms */
export function correlatesOfWarLicence(url: string): Licence {
  return closedLicence('COW, free with citation', url, 'Free for research with citation; no licence is stated, so bring the file yourself.')
}

export function sipriLicence(terms: string): Licence {
  return closedLicence('SIPRI, non-commercial', 'https://www.sipri.org/about/terms-and-conditions', `(c) SIPRI. ${terms}`)
}

export function comtradeLicence(terms: string): Licence {
  return closedLicence('UN Comtrade terms', 'https://uncomtrade.org/docs/policy-on-use-and-re-dissemination/', terms)
}

const unitedNations = 'https://www.un.org/en/about-us/terms-of-use'

/** Pages of the United Nations. `facts`: what we take from them. */
export function unitedNationsLicence(facts: string): Licence {
  return openLicence(
    'UN terms',
    unitedNations,
    `Free use with acknowledgement of the United Nations as the source, not for sale; we carry over facts (${facts}).`,
  )
}
