import { describe, expect, test } from 'vitest'
import { parseScenario } from '../../../src/scenarios/shocks/scenario-file.ts'

const yaml = `# a comment, as JSON has none
name: No oil and gas from Russia
base: icio-2022
blocs:
  buyers: [EU, Japan, NO]
shocks:
  - kind: ban
    from: [RUS]
    to: [buyers]
    both: false
    sectors: [B06, C19]
uncertain:
  elasticities: sets
draws: 200
`

describe('a scenario file', () => {
  test('in YAML says the same as in JSON; NO is Norway and not false', () => {
    const scenario = parseScenario(yaml)
    expect(scenario.blocs).toEqual({ buyers: ['EU', 'Japan', 'NO'] })
    expect(parseScenario(JSON.stringify(scenario))).toEqual(scenario)
    expect(parseScenario(JSON.stringify(scenario, null, '\t'))).toEqual(scenario)
  })

  test.each([
    ['a wrong value', yaml.replace('draws: 200', 'draws: 5'), 'not valid at draws (line 14): Too small'],
    ['a value inside a list', yaml.replace('kind: ban', 'kind: embargo'), 'shocks.0.kind (line 7): '],
    ['an unknown field', yaml.replace('both:', 'bth:'), 'shocks.0 (line 10): Unrecognized key: "bth"'],
    ['a missing field', yaml.replace('    to: [buyers]\n', ''), 'shocks.0.to (line 7): this field is missing'],
    ['a field given twice', yaml.replace('draws:', 'base:'), 'at line 14: Map keys must be unique'],
    ['an indent by tabs', yaml.replace('  buyers', '\tbuyers'), 'at line 5: Tabs are not allowed'],
    ['a bracket that is not closed', '{"name": "x",\n"base": ', 'neither YAML nor JSON at line 2'],
    ['a tag', yaml.replace('draws: 200', 'draws: !!js/function 200'), 'at line 14: Unresolved tag'],
    ['two documents', `${yaml}---\n${yaml}`, 'at line 15: it has several documents'],
    ['nothing', '', 'not valid at its top (line 1): Invalid input: expected object, received null'],
    ['thousands of brackets', '['.repeat(50_000), 'neither YAML nor JSON'],
    [
      'aliases that multiply',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(60)}]\nc: [${'*b,'.repeat(60)}]`,
      'Excessive alias count',
    ],
  ])('with %s is refused by line and field', (_, text, message) => {
    expect(() => parseScenario(text)).toThrow(message)
  })

  test('of more than a million characters is refused before it is read', () => {
    expect(() => parseScenario(' '.repeat(1_000_001))).toThrow('1000000 are the most')
  })
})
