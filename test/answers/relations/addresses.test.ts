import { test } from 'vitest'
import { askAddresses } from '../doors.ts'
import { relations } from '../questions.ts'

test('every address on relations answers as it is described, and says what the record holds', () => askAddresses(relations))
