import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { visavis } from '../visavis.ts'

async function script(shell: string): Promise<string> {
  const { code, out, err } = await visavis('completion', shell)
  expect([code, err]).toEqual([0, ''])
  return out
}

function has(shell: string): boolean {
  return spawnSync(shell, ['-c', 'true']).status === 0
}

/** What a shell would offer for the last of these words. */
const offers: Readonly<Record<string, (text: string, words: readonly string[]) => readonly string[]>> = {
  bash: (text, words) => {
    const line = ['visavis', ...words].map((word) => `'${word}'`).join(' ')
    return lines('bash', [
      '-c',
      `compopt() { :; }\n${text}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length}; _visavis; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ])
  },
  fish: (text, words) => {
    const home = mkdtempSync(join(tmpdir(), 'visavis-fish-'))
    writeFileSync(join(home, 'script.fish'), text)
    const found = lines('fish', ['--no-config', '-c', `source ${home}/script.fish; complete -C 'visavis ${words.join(' ')}'`], home)
    rmSync(home, { recursive: true })
    return found.map((line) => line.split('\t')[0]!)
  },
}

function lines(shell: string, words: readonly string[], home?: string): readonly string[] {
  const { stdout, stderr, status } = spawnSync(shell, words, { encoding: 'utf8', env: { ...process.env, ...(home && { HOME: home }) } })
  expect([status, stderr]).toEqual([0, ''])
  return stdout.split('\n').filter((line) => line !== '')
}

describe.each(['bash', 'fish'])('completion for %s', (shell) => {
  const unless = test.skipIf(!has(shell))

  unless('offers commands, their options and the choices of these', async () => {
    const offered = (...words: string[]) => offers[shell]!(text, words)
    const text = await script(shell)
    expect(offered('')).toEqual(expect.arrayContaining(['assess', 'read-all', 'completion', 'measure']))
    expect(offered('scenario', 'li')).toContain('list')
    expect(offered('measure', 'sim')).toEqual(['similarity'])
    expect(offered('assess', '--as-')).toEqual(['--as-of'])
    expect(offered('assess', 'CHN', '--format', 'j')).toEqual(['json'])
    expect(offered('completion', '')).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']))
  })

  unless('offers states and blocs of the present for the sides of a pair, and sources where one is named', async () => {
    const text = await script(shell)
    expect(offers[shell]!(text, ['assess', 'RU'])).toEqual(['RUS'])
    expect(offers[shell]!(text, ['measure', 'similarity', 'CHN', 'NAT'])).toEqual(['NATO'])
    expect(offers[shell]!(text, ['assess', 'CSK'])).toEqual([])
    expect(offers[shell]!(text, ['pull', 'world-b'])).toContain('world-bank')
  })
})

test.skipIf(!has('bash'))('bash finds codes from small letters', async () => {
  expect(offers.bash!(await script('bash'), ['assess', 'chn', 'ru'])).toEqual(['RUS'])
})

test.skipIf(!has('zsh'))('the script for zsh is taken by zsh, with the functions that it defines', async () => {
  const text = `autoload -U compinit; compinit -u -D\n${await script('zsh')}\nprint $_comps[visavis]`
  expect(lines('zsh', ['-f', '-c', text])).toEqual(['_visavis'])
})

test('a shell that is not known is an error of usage', async () => {
  const { code, err } = await visavis('completion', 'tcsh')
  expect([code, err]).toEqual([2, expect.stringContaining('bash, zsh, fish')])
})
