import type { Licence } from '../../store/source-card.ts'

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
