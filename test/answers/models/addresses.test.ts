import { test } from 'vitest'
import { askAddresses } from '../doors.ts'
import { models } from '../questions.ts'

test('every address on models answers as it is described, and says what the record holds', () => askAddresses(models))
