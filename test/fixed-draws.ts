import fc from 'fast-check'

// A change must not fail on a case that it did not make: what is drawn at random is the same in every ordinary run, and new in `npm run nightly`.
if (process.env['VISAVIS_LONG'] === undefined) fc.configureGlobal({ seed: 20261130 })
