import { test } from 'vitest'
import { askCommands } from '../doors.ts'
import { relations } from '../questions.ts'

test('every command on relations says what the record holds', () => askCommands(relations))
