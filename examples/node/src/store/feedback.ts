// Opinions on the service, and the sums of their ratings.

import { addToSummary, mergeSummaries, summaryOfRatings, type Day, type Feedback, type FeedbackSummary } from 'qujat'
import type { Database } from './database.js'

export class FeedbackBox {
  constructor(private readonly database: Database) {}

  /** Keeps feedback of this civil day, and adds its ratings to the month's sums. */
  add(feedback: Feedback, day: Day): void {
    const month = day.slice(0, 7)
    this.database.atomically(() => {
      const { next } = this.database.one<{ next: number }>(
        'SELECT coalesce(max(place) + 1, 0) AS next FROM feedback',
      )!
      const sealed = this.database.seal(`feedback.sealed.${next}`, JSON.stringify(feedback))
      this.database.run('INSERT INTO feedback VALUES (?, ?, ?, ?)', next, feedback.application ?? null, day, sealed)
      const before = this.database.one<{ summary: FeedbackSummary }>(
        'SELECT summary FROM feedback_sums WHERE month = ?',
        month,
      )
      const summary = addToSummary(before?.summary ?? summaryOfRatings([]), feedback)
      this.database.run(
        'INSERT INTO feedback_sums VALUES (?, ?) ON CONFLICT DO UPDATE SET summary = excluded.summary',
        month,
        summary,
      )
    })
  }

  /** The latest feedback on an application. */
  latest(number: string): Feedback | undefined {
    const row = this.database.one<{ place: number; sealed: Buffer }>(
      'SELECT place, sealed FROM feedback WHERE number = ? ORDER BY place DESC LIMIT 1',
      number,
    )
    return row && this.database.openJson<Feedback>(`feedback.sealed.${row.place}`, row.sealed)
  }

  /** The sums of all months: as many rows as there are months. */
  summary(): FeedbackSummary {
    const rows = this.database.list<{ summary: FeedbackSummary }>('SELECT summary FROM feedback_sums')
    return rows.map(({ summary }) => summary).reduce(mergeSummaries, summaryOfRatings([]))
  }

  /** Forgets what was said before a day; its sums stay. */
  forget(before: Day): number {
    return this.database.run('DELETE FROM feedback WHERE day < ?', before)
  }
}
