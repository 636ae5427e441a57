import { useMemo } from 'preact/hooks'
import { counted, inSentence, joinedWords, levelNames, stageSentences } from '../../../../src/server/wording.ts'
import { embedOfPair } from '../../embed/embed-of-pair.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { route, setQuery } from '../../route.ts'
import { type Assessment, capital, downloadSources, fileName } from '../assessment-values.ts'
import { LedgerEntries } from '../ledger-entries.tsx'
import { indicatorsByStage, ladder, levelText, type StageFound, type StageIndicator, stageHeading } from './stage-ladder.ts'

/** Shows the stage of the relationship: result and sensitivity, ladder, and evidence of each indicator. */
export function StageSection({ assessment }: { readonly assessment: Assessment }) {
  const { stage } = assessment
  if (stage === null) return <NoLedger assessment={assessment} />
  const [first, ...rest] = stageSentences(stage)
  return (
    <>
      <p>
        <strong>{first}</strong>
      </p>
      {rest.map((sentence) => (
        <p key={sentence} class="small soft">
          {sentence}
        </p>
      ))}
      <div class="stage">
        <LadderFigure assessment={assessment} stage={stage} />
        <div>
          <h3>The evidence, by indicator</h3>
          <p class="soft small">Items in force, or of the last five years. Open an indicator to read them.</p>
          {indicatorsByStage(stage).map(({ stage: name, indicators }) => (
            <div key={name}>
              <h4>{stageHeading(name)}</h4>
              {indicators.map((one) => (
                <Evidence key={one.id} indicator={one} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </>
  )
}

/** Says that the stage of a pair without a ledger is unknown, not that there is none. */
function NoLedger({ assessment: { a, b } }: { readonly assessment: Assessment }) {
  return (
    <>
      <p>
        <span class="unknown-value">Unknown</span>: the stage is placed by a reviewed ledger of dated, sourced items, and there is none of{' '}
        {inSentence(a.name)} and {inSentence(b.name)}.
      </p>
      <p class="soft small">
        What would tell: a ledger of this pair. It would also name the stakeholders, and what happened around each turning point.
      </p>
    </>
  )
}

/** The ladder alone. */
export function LadderFigure({ assessment, stage }: { readonly assessment: Assessment; readonly stage: StageFound }) {
  const data = useMemo(() => dataOf(stage, assessment), [stage])
  return (
    <ChartFigure
      name={fileName(assessment, 'stage')}
      title="The ladder of the stage"
      embed={() => embedOfPair(assessment, 'stage')}
      alt={stage.indicators.map((one) => `${one.title} (${one.stage}): ${levelText(one)}`).join('. ')}
      data={data}
      draw={(width) => ladder(stage, width, (id) => setQuery({ indicator: id }, { replace: true }))}
      under={`Three rungs: ${levelNames
        .slice(1)
        .map((name, i) => `${i + 1} ${name}`)
        .join(
          ', ',
        )}. A stage is complete when all its indicators, and those before it, stand at 2 or more (heavy line). Hatched: what the evidence for would give, held down by the evidence against. Dashed: unknown.`}
    />
  )
}

function dataOf({ indicators }: StageFound, assessment: Assessment): FigureData {
  return {
    columns: ['indicator', 'stage', 'level', 'supported', 'cap', 'items', 'why'].map((name) => ({ name, title: name })),
    rows: indicators.map(({ title, stage, level, supported, cap, items, why }) => [
      title,
      stage,
      level ?? null,
      supported ?? null,
      cap ?? (level === undefined ? null : ''),
      items.length,
      why,
    ]),
    sources: downloadSources(assessment, ['ledger']),
    method: 'ordinal levels by rule from the dated items of the ledger (docs/ledgers.md); never averaged',
  }
}

/** Shows the reason for the level of an indicator, and its items. The URL has the expanded indicator. */
function Evidence({ indicator }: { readonly indicator: StageIndicator }) {
  const { id, title, why, hangsOn, items } = indicator
  const open = route.value.query['indicator'] === id
  const pivot = hangsOn.length === 0 ? '' : ` It hangs on ${hangsOn.length > 1 ? 'each of ' : ''}${joinedWords(hangsOn)}.`
  return (
    <details
      open={open}
      onToggle={(event) => {
        const opened = event.currentTarget.open
        if (opened !== open) setQuery({ indicator: opened ? id : undefined }, { replace: true })
      }}
    >
      <summary>
        {title}: <strong>{levelText(indicator)}</strong> <span class="soft small">({counted(items.length, 'item', 'items')})</span>
      </summary>
      {open && (
        <>
          <p class="small">
            {capital(why)}.{pivot}
          </p>
          {items.length === 0 ? (
            <p class="small">No item weighs on this day.</p>
          ) : (
            <LedgerEntries items={[...items].reverse()} label={title} />
          )}
        </>
      )}
    </details>
  )
}
