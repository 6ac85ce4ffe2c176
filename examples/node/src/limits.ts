// The share of the portal that one visitor may take, so that there is enough
// for all.

import { isIPv6 } from 'node:net'

/** Milliseconds that only go forward. */
export type Ticks = () => number

interface Bucket {
  tokens: number
  at: number
}

/** Of so many keys the buckets are known; the ones that were used least lately are forgotten. */
const MOST = 50_000

/** A bucket of tokens for each key, which fills again by and by. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>()

  constructor(
    /** Tokens per second. */
    private readonly rate: number,
    /** The contents of a full bucket. */
    private readonly burst: number,
    private readonly ticks: Ticks,
    private readonly most = MOST,
  ) {}

  /** Takes so many tokens. If there are too few, it takes nothing and says
   * in how many seconds there will be enough. */
  take(key: string, cost = 1): number {
    const at = this.ticks()
    const { tokens: before, at: last } = this.#buckets.get(key) ?? { tokens: this.burst, at }
    const tokens = Math.min(this.burst, before + (Math.max(0, at - last) / 1000) * this.rate)
    const enough = tokens >= cost
    // Deleted first, so that the order is that of the last use.
    this.#buckets.delete(key)
    this.#buckets.set(key, { tokens: enough ? tokens - cost : tokens, at })
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= this.most) break
      this.#buckets.delete(oldest)
    }
    return enough ? 0 : Math.max(1, Math.ceil((cost - tokens) / this.rate))
  }

  get size(): number {
    return this.#buckets.size
  }
}

/** A door that lets so many in at once, and of those with the same key only a share. */
export class Gate {
  #inside = 0
  readonly #byKey = new Map<string, number>()

  constructor(
    private readonly most: number,
    private readonly share: number,
  ) {}

  /** The function to call when leaving, which is done once however often it
   * is called; `undefined` if it is full. */
  enter(key: string): (() => void) | undefined {
    const mine = this.#byKey.get(key) ?? 0
    if (this.#inside >= this.most || mine >= this.share) return undefined
    this.#inside += 1
    this.#byKey.set(key, mine + 1)
    let left = false
    return () => {
      if (left) return
      left = true
      this.#inside -= 1
      const others = this.#byKey.get(key)! - 1
      if (others > 0) this.#byKey.set(key, others)
      else this.#byKey.delete(key)
    }
  }
}

/** The key of an address: of IPv6 the half that names a network, since one
 * visitor has all of it. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail = ''] = address.split('%')[0]!.split('::')
  const front = head.split(':').filter(Boolean)
  const back = tail.split(':').filter(Boolean)
  const gap = address.includes('::') ? 8 - front.length - back.length : 0
  return [...front, ...Array<string>(Math.max(0, gap)).fill('0'), ...back].slice(0, 4).join(':')
}
