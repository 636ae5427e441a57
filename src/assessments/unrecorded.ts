import type { DomainAssessment, Dyad } from './assessment.ts'
import { type DomainId, domains } from './domains.ts'
import { unknownDomain } from './unknown.ts'

/** What would fill each domain that the record does not cover, and why it cannot be bundled. */
const fillers: Readonly<Partial<Record<DomainId, readonly [reason: string, wouldFill: string]>>> = {
  arms: [
    'the record holds no arms transfers; SIPRI does not allow its register to be passed on.',
    "SIPRI's trade register (armstransfers.sipri.org, export to CSV): deliveries and volume by pair and year, 1950 on.",
  ],
  exercises: [
    'the record holds no military exercises.',
    'A dated list of joint exercises by pair, such as the Joint Military Exercises data (D’Orazio, to 2010) or the defence ministries’ own announcements.',
  ],
  investment: [
    'the record holds no bilateral investment, loans or aid.',
    'The IMF Coordinated Direct Investment Survey (data.imf.org), AidData for Chinese official finance, the China Global Investment Tracker.',
  ],
  finance: [
    'the record holds no settlement, reserve or banking figures.',
    'Currency of settlement from customs and central-bank reports, BIS locational banking statistics, lists of swap lines.',
  ],
  technology: [
    'the record holds no product-level trade, patents or joint programmes.',
    'Trade in controlled goods by HS code (UN Comtrade, Eurostat Comext), joint patents and publications.',
  ],
  narrative: [
    'the record holds no speeches or statements.',
    'The UN General Debate Corpus (Harvard Dataverse, doi:10.7910/DVN/0TJX8Y): one speech a year and state, 1946 on.',
  ],
}

/** The domain as unknown, with what would fill it. */
export function assessUnrecorded(id: DomainId, dyad: Dyad): DomainAssessment {
  const [reason, wouldFill] = fillers[id]!
  return unknownDomain(id, domains.find((domain) => domain.id === id)!.title, dyad.to, reason, wouldFill)
}
