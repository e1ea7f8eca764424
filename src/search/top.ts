/** The best few of many, by kind, without sorting the many. */

export interface Candidate {
  document: number;
  score: number;
}

export class Top {
  /** For each kind a heap with the worst of the best on top. */
  readonly groups: Candidate[][];
  /** How many were offered. */
  size = 0;
  readonly #most: number;
  readonly #kind: Uint8Array;
  readonly #order: Int32Array;

  /**
   * @param most how many of a kind are kept
   * @param kind the kind of each document
   * @param order the place of each document among those of the same score
   */
  constructor(kinds: number, most: number, kind: Uint8Array, order: Int32Array) {
    this.groups = Array.from({ length: kinds }, () => []);
    this.#most = most;
    this.#kind = kind;
    this.#order = order;
  }

  offer(document: number, score: number): void {
    this.size++;
    const heap = this.groups[this.#kind[document] as number] as Candidate[];
    if (heap.length < this.#most) {
      heap.push({ document, score });
      this.#rise(heap, heap.length - 1);
      return;
    }
    const worst = heap[0] as Candidate;
    if (score < worst.score || (score === worst.score && this.#after(document, worst.document))) return;
    heap[0] = { document, score };
    this.#sink(heap);
  }

  /** Whether a document of this score, or of less, would not be kept any more. */
  isFull(document: number, score: number): boolean {
    const heap = this.groups[this.#kind[document] as number] as Candidate[];
    return heap.length >= this.#most && score < (heap[0] as Candidate).score;
  }

  /** The best of all. */
  best(): Candidate | undefined {
    let best: Candidate | undefined;
    for (const group of this.groups) for (const one of group) if (!best || this.#worse(best, one)) best = one;
    return best;
  }

  #after(one: number, other: number): boolean {
    return (this.#order[one] as number) > (this.#order[other] as number);
  }

  #worse(a: Candidate, b: Candidate): boolean {
    return a.score < b.score || (a.score === b.score && this.#after(a.document, b.document));
  }

  #rise(heap: Candidate[], from: number): void {
    let i = from;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.#worse(heap[i] as Candidate, heap[parent] as Candidate)) return;
      swap(heap, i, parent);
      i = parent;
    }
  }

  #sink(heap: Candidate[]): void {
    for (let i = 0; ; ) {
      const left = 2 * i + 1;
      let worst = i;
      if (left < heap.length && this.#worse(heap[left] as Candidate, heap[worst] as Candidate)) worst = left;
      if (left + 1 < heap.length && this.#worse(heap[left + 1] as Candidate, heap[worst] as Candidate))
        worst = left + 1;
      if (worst === i) return;
      swap(heap, i, worst);
      i = worst;
    }
  }
}

function swap(heap: Candidate[], a: number, b: number): void {
  const one = heap[a] as Candidate;
  heap[a] = heap[b] as Candidate;
  heap[b] = one;
}
