import { test } from 'vitest'
import { askAddresses } from '../doors.ts'
import { texts } from '../questions.ts'

test('every address on texts answers as it is described, and says what the record holds', () => askAddresses(texts))
