// Applications that somebody is filling in.

import type { CentreId, Day, DocumentKind, Ground, PaperRight, PhotoReport, SignatureReport, TimeOfDay } from 'qujat'
import type { FieldName } from '../form.js'
import type { Near } from '../near.js'
import type { Database } from './database.js'

/** An application that somebody is filling in: everything as it was typed, mistakes included. */
export interface Draft {
  /** Counts how often it was saved; 0 before it is. */
  revision: number
  /** The first question's answers; empty texts before it is answered. */
  document: DocumentKind | ''
  ground: Ground | ''
  expires: { day: string; month: string; year: string }
  fields: Partial<Record<FieldName, string>>
  /** The findings on the pictures that were handed in last. */
  photo?: PhotoReport
  signature?: SignatureReport
  /** The place near which a service centre is looked for. */
  near?: Near
  slot?: ChosenSlot
  /** In the place of a slot: the centre at which one is still to be found, as no centre has a free one. */
  open?: CentreId
  /** The findings on a technical fault that somebody asked about. */
  paper?: PaperRight
}

/** The time and the place of picking a card up. */
export interface ChosenSlot {
  centre: CentreId
  day: Day
  time: TimeOfDay
}

/** The pictures of a draft or an application. */
export type PictureKind = 'photo' | 'signature'

interface Row {
  sealed: Buffer
}

export class Drafts {
  constructor(private readonly database: Database) {}

  find(visitor: string): Draft | undefined {
    const row = this.database.one<Row>('SELECT sealed FROM drafts WHERE visitor = ?', visitor)
    return row && this.database.openJson<Draft>(placeOf(visitor), row.sealed)
  }

  save(visitor: string, draft: Draft): void {
    const sealed = this.database.seal(placeOf(visitor), JSON.stringify(draft))
    this.database.run(
      'INSERT INTO drafts VALUES (?, ?) ON CONFLICT DO UPDATE SET sealed = excluded.sealed',
      visitor,
      sealed,
    )
  }

  picture(visitor: string, kind: PictureKind): Buffer | undefined {
    const row = this.database.one<Row>(
      'SELECT sealed FROM draft_pictures WHERE visitor = ? AND kind = ?',
      visitor,
      kind,
    )
    return row && this.database.open(pictureOf(visitor, kind), row.sealed)
  }

  hasPicture(visitor: string, kind: PictureKind): boolean {
    return this.database.one('SELECT 1 FROM draft_pictures WHERE visitor = ? AND kind = ?', visitor, kind) !== undefined
  }

  /** Keeps a picture of a draft in the place of the one before, or removes
   * that. */
  savePicture(visitor: string, kind: PictureKind, bytes: Buffer | null): void {
    this.database.run('DELETE FROM draft_pictures WHERE visitor = ? AND kind = ?', visitor, kind)
    if (bytes === null) return
    const sealed = this.database.seal(pictureOf(visitor, kind), bytes)
    this.database.run('INSERT INTO draft_pictures VALUES (?, ?, ?)', visitor, kind, sealed)
  }

  forget(visitor: string): void {
    this.database.run('DELETE FROM drafts WHERE visitor = ?', visitor)
  }
}

function placeOf(visitor: string): string {
  return `drafts.sealed.${visitor}`
}

function pictureOf(visitor: string, kind: PictureKind): string {
  return `draft_pictures.sealed.${visitor}.${kind}`
}
