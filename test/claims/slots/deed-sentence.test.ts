import { describe, expect, test } from 'vitest'
import type { ClaimSlots } from '../../../src/claims/slots/claim-slots.ts'
import { deedSentence } from '../../../src/claims/slots/deed-sentence.ts'

const slots = (some: Partial<ClaimSlots>): ClaimSlots => ({
  ...{
    id: null,
    sentence: null,
    kind: 'event',
    domain: null,
    indicator: '',
    measured: null,
    actors: [],
    direction: null,
    period: null,
    period_base: null,
  },
  ...{ value: null, value_from: null, unit: null, qualifier: null, source_named: null, said: null },
  ...some,
})

describe('a deed as a sentence', () => {
  test.each([
    [
      { indicator: 'vote on A/RES/ES-11/1: abstention', period: { at: '2022-03-02' } },
      ['IRN'],
      'On 2 March 2022 in the General Assembly Iran abstained on resolution A/RES/ES-11/1.',
    ],
    [
      { kind: 'count', indicator: 'votes against A/RES/ES-11/1', value: 5, period: { at: '2022-03' } },
      ['RUS'],
      'In March 2022 in the General Assembly 5 states voted against resolution A/RES/ES-11/1.',
    ],
    [
      { kind: 'membership', indicator: 'not a member of BRICS', period: { at: '2025' } },
      ['PAK'],
      'In 2025 Pakistan was not a member of BRICS.',
    ],
    [
      { kind: 'membership', indicator: 'members of ASEAN', period: { at: '1999' } },
      ['THA', 'KHM'],
      'In 1999 Thailand and Cambodia were members of ASEAN.',
    ],
    [
      { kind: 'membership', indicator: 'founding member of NATO', period: { at: '2023' } },
      ['NOR'],
      'Norway was a founding member of NATO.',
    ],
    [{ kind: 'count', indicator: 'members of NATO', value: 31, period: { at: '2024' } }, ['SWE'], 'In 2024 NATO had 31 members.'],
  ] as const)('%j', (some, actors, sentence) => {
    const made = deedSentence(slots(some as Partial<ClaimSlots>), actors)
    expect(made?.sentence).toBe(sentence)
    expect(made!.sentence.slice(made!.start, made!.end).length).toBeGreaterThan(0)
  })

  test.each(['abstentions of African states on A/RES/ES-11/4', 'General Assembly resolutions calling for a ceasefire in Gaza'])(
    'a vote of some states only, or a number of resolutions, is none that is counted: %s',
    (indicator) => expect(deedSentence(slots({ kind: 'count', indicator, value: 19 }), ['AFR'])).toBeUndefined(),
  )
})
