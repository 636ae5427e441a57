import type { DomainId } from '../../../assessments/forms/domains.ts'
import { matchesOf } from '../patterns/matches.ts'

/** Organisations and groups that states belong to, as lines `domain: pattern`. */
const table = `
alliance: NATO|North Atlantic (?:Treaty|Alliance)(?: Organi[sz]ation)?|CSTO|Collective Security Treaty Organi[sz]ation|Warsaw Pact|ANZUS|AUKUS|Five Eyes
diplomacy: euro(?: area|zone)?(?! \\d)|Eurozone|currency union|zloty|Asian Infrastructure Investment Bank|AIIB|New Development Bank|IMF|International Monetary Fund|World Bank
diplomacy: BRICS\\+?|G-?7|G-?8|G-?20|Quad|SCO|Shanghai (?:Cooperation )?(?:[Oo]rgani[sz]ation|club|group|pact)|EAEU|Eurasian (?:Economic )?[Uu]nion|European (?:Economic Community|Union|Community)|(?<=(?:the|of|in|into|join|joined|leave|left|quit) )EU|OPEC\\+?|WTO|World Trade Organi[sz]ation|GATT|ASEAN|African Union|Arab League|League of Arab States|Gulf Cooperation Council|GCC|Mercosur|APEC|OECD|United Nations|UN|Council of Europe|Human Rights Council|OSCE|Commonwealth(?: of Independent States| of Nations)?|CIS|Organi[sz]ation of (?:American States|Islamic Cooperation|Turkic States)|OIC|OAS|RCEP|CPTPP|USMCA|NAFTA|Schengen(?: area| zone)?|Pacific Islands Forum|ECOWAS|ECCAS|SADC|East African Community|CARICOM|SAARC|BIMSTEC|UNASUR|CELAC|EFTA|Andean Community|Abraham Accords|Artemis Accords|Nuclear Suppliers Group|European Economic Area|International Energy Agency|Paris (?:Agreement|climate accord)|International Criminal Court|Rome Statute|ICC|Non-?Aligned Movement|Belt and Road(?: Initiative)?|Non-Proliferation Treaty|NPT|Visegr[aá]d (?:Group|Four)
`

const clubs = table
  .trim()
  .split('\n')
  .map((line) => {
    const [domain = '', names = ''] = line.split(/: (.*)/)
    return { domain: domain as DomainId, pattern: new RegExp(`(?<![\\w-])(?:the )?(?:${names})(?![\\w-]|['’]s)`, 'gu') }
  })

export interface ClubMention {
  readonly domain: DomainId
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Finds the clubs that a sentence names, in order.
 *
 * @example clubsIn('Poland is in NATO and in the EU.').map((club) => club.domain).join()   // 'alliance,diplomacy'
 */
export function clubsIn(text: string): ClubMention[] {
  const found = clubs.flatMap(({ domain, pattern }) =>
    matchesOf(text, pattern).map((match) => ({ domain, text: match[0], start: match.index, end: match.index + match[0].length })),
  )
  return found.sort((a, b) => a.start - b.start)
}
