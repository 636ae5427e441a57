import { states } from '../../states/index.ts'

/**
 * Codes of UN Comtrade (and of BACI, which is made from it) that differ from the state's M49 code: a state together with territories that it reports for, a
 * state under an older code, and Taiwan, which is "Other Asia, not elsewhere specified".
 */
const ownCodes: Readonly<Record<number, string>> = {
  230: 'ETH',
  251: 'FRA',
  280: 'DEU',
  381: 'ITA',
  412: 'XKX',
  490: 'TWN',
  579: 'NOR',
  588: 'PAK',
  591: 'PAN',
  699: 'IND',
  736: 'SDN',
  757: 'CHE',
  810: 'RUS',
  835: 'TZA',
  836: 'ZAN',
  841: 'USA',
  842: 'USA',
  866: 'VNM',
  868: 'VDR',
  890: 'YUG',
}

/**
 * Codes that are not states: remainders (nes: not elsewhere specified), bunkers, free zones, the European Union (its members are not in the record), unions
 * that reported as one, and territories. 492 is a remainder of the European Union in Comtrade, not Monaco.
 */
const noStates = new Set(
  [
    '58 97 129 221 290 471 472 473 492 527 536 568 577 636 637 697 711 717 837 838 839 849 879 899 918', // remainders and unions
    '10 16 60 74 80 86 92 136 162 166 175 184 234 238 239 248 254 258 260 275 292 304 312 316 334 336 344 446 457 459 461 474 500', // territories
    '530 531 532 533 534 535 540 570 574 580 581 582 592 612 630 638 647 652 654 658 660 663 666 698 732 744 772 796 831 832 833 850 876',
  ]
    .join(' ')
    .split(' ')
    .map(Number),
)

const byM49 = new Map(states.flatMap((state) => (state.m49 === null ? [] : [[state.m49, state.iso3] as const])))

/**
 * Returns the party of a Comtrade code: ISO3, `WLD` for 0, null for a code that is not a state, undefined for an unknown code.
 *
 * Belgium-Luxembourg (58, one reporter until 1998) is null: its trade belongs to neither state alone. The Soviet Union (810) is RUS and both Yugoslavias (890,
 * 891) are YUG, as in all other sources.
 *
 * @example [comtradeParty(842), comtradeParty(490), comtradeParty(0), comtradeParty(899)]   // ['USA', 'TWN', 'WLD', null]
 */
export function comtradeParty(code: number): string | null | undefined {
  if (code === 0) return 'WLD'
  if (noStates.has(code)) return null
  return ownCodes[code] ?? byM49.get(code)
}

/** Comtrade codes of present-day states that differ from the state's M49 code, and the code of the world. */
const otherNumbers: Readonly<Record<string, number>> = { CHE: 757, FRA: 251, IND: 699, NOR: 579, TWN: 490, USA: 842, WLD: 0 }

/**
 * Returns the Comtrade code of a present-day state, or of the world (WLD); undefined if there is none.
 *
 * @example [comtradeCode('CHN'), comtradeCode('USA'), comtradeCode('WLD')]   // [156, 842, 0]
 */
export function comtradeCode(iso3: string): number | undefined {
  return otherNumbers[iso3] ?? states.find((state) => state.iso3 === iso3)?.m49 ?? undefined
}
