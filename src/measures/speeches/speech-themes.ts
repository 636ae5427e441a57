/** A theme of speeches, and the terms that count as a mention of it. */
export interface SpeechTheme {
  readonly id: string
  readonly title: string
  /** Words and phrases in plain text (`plainSpeech`); a star matches any ending. */
  readonly words: readonly string[]
}

/** id: title: words. The accuracy of each list on real text: docs/measures/speech-similarity.md. */
const table = `
sovereignty: sovereignty and non-interference: sovereignty, territorial integrity, non-interference, noninterference, non-intervention, interference in the internal, internal affairs, domestic affairs
multipolarity: a multipolar order: multipolar*, unipolar*, hegemon*, bloc confrontation, cold war mentality, polycentric*
rules-based-order: an order based on rules: rules-based, rule-based, rule of law, international rule of law
colonialism: colonialism and apartheid: coloni*, decoloni*, neocoloni*, neo-coloni*, apartheid, imperialis*, self-determination
human-rights: human rights: human rights, fundamental freedoms
democracy: democracy: democra* except democratic republic except democratic people, free elections, free and fair elections
women: women and gender equality: women, gender equality, gender-based, girls
refugees: refugees and migration: refugee*, migrant*, migration, displaced persons, internally displaced, asylum
terrorism: terrorism: terror, terroris*, extremis*, al-qaida, al-qaeda, taliban, isil, daesh
nuclear: nuclear weapons: nuclear weapon*, nuclear disarmament, nuclear war, nuclear arms, nuclear test*, nuclear programme*, nuclear program, non-proliferation, nonproliferation, denuclear*
disarmament: disarmament and arms control: disarm*, arms race, arms control, chemical weapons, landmine*, small arms, arms embargo
peacekeeping: peacekeeping: peacekeep*, peace-keep*, peacebuilding, peace-building, blue helmets, peace operations
sanctions: sanctions and blockades: sanctions, unilateral coercive, coercive measures, blockade*, embargo*
un-reform: reform of the United Nations: reform of the security council, security council reform, reform of the united nations, united nations reform, reform the security council, expansion of the security council, permanent members, permanent membership, permanent seat*, power of veto, right of veto, veto power, the veto
palestine: Israel and Palestine: palestin*, israel*, gaza, west bank, two-state solution, occupied territories
ukraine: Ukraine: ukrain*, crimea*, donbas*, kyiv, kiev, minsk agreements
korea: Korea: korea*, pyongyang
taiwan: Taiwan: taiwan*, one-china, one china
africa-conflicts: conflicts in Africa: somalia*, sudan*, darfur, sahel, mali, congo, rwanda*, libya*, namibia*, angola*
syria-iraq-afghanistan: Syria, Iraq and Afghanistan: syria*, iraq*, afghan*
development: development and poverty: sustainable development, economic development, development goals, poverty, least developed, developing countries, development assistance, 2030 agenda
trade: trade and finance: trade, protectionis*, tariff*, multilateral trading, financial crisis, global economy, world economy, economic crisis
debt: debt and financial reform: debt except debt of gratitude, international financial architecture, bretton woods, international monetary fund, international financial institutions
climate: climate change: climate change, global warming, greenhouse, climate crisis, climate action, paris agreement, emissions, sea level*, climate finance
environment: environment and oceans: biodiversity, deforestation, desertification, pollution, environmental protection, the environment, oceans, plastic*
energy: energy: energy, oil, natural gas, renewable*
food: food and hunger: food, hunger, famine*, malnutrition
health: epidemics and health: covid*, pandemic*, vaccin*, ebola, aids, hiv, coronavirus, epidemic*
technology: digital technology and artificial intelligence: artificial intelligence, digital*, cyber*, new technologies, internet
outer-space: outer space: outer space, arms race in space
belt-and-road: Chinese initiatives: belt and road, global development initiative, global security initiative, global civilization initiative, community of shared future, community with a shared future, community with shared future, belt-and-road
south-south: the Global South and non-alignment: global south, south-south, non-aligned, nonaligned, group of 77, third world
`

/** The themes of General Debate speeches, in display order. */
export const speechThemes: readonly SpeechTheme[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [id, title, words] = line.split(': ') as [string, string, string]
    return { id, title, words: words.split(', ') }
  })

const patterns = speechThemes.map(({ words }) => new RegExp(`(?<![a-z])(?:${words.map(patternOf).join('|')})(?![a-z])`, 'g'))

/**
 * Counts how often a plain text mentions each theme, in the order of `speechThemes`.
 *
 * A mention may belong to two themes. Of overlapping entries of one theme, the first in the list counts.
 *
 * @param plain   from `plainSpeech`
 * @param own     words by which the speaker names itself; they do not count as mentions
 * @example themeMentions('sanctions on Ukraine, and sanctions in outer space'.toLowerCase(), new Set(['ukraine'])).filter((n) => n > 0)   // [2, 1]
 */
export function themeMentions(plain: string, own: ReadonlySet<string>): number[] {
  const text = plain.replace(/\s+/g, ' ').replace(/[\u2010\u2011]/g, '-')
  return patterns.map((pattern) => text.match(pattern)?.filter((found) => !own.has(found)).length ?? 0)
}

function patternOf(entry: string): string {
  const [words, ...exceptions] = entry.split(' except ') as [string, ...string[]]
  const plain = words.replace('*', '[a-z]*')
  return exceptions.length === 0 ? plain : `(?!${exceptions.join('|')})${plain}`
}
