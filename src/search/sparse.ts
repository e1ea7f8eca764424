/** Values of 0 to 1 by number, most of them 0: emptied in the time it took to fill, so that it can be used again. */
export class Sparse {
  readonly values: Float32Array;
  /** Numbers with a value, as they came; only the first `size` count. */
  readonly touched: Int32Array;
  size = 0;

  constructor(length: number) {
    this.values = new Float32Array(length);
    this.touched = new Int32Array(length);
  }

  /** Keeps the greater value. */
  raise(number: number, value: number): void {
    const known = this.values[number] as number;
    if (known >= value) return;
    if (known === 0) this.touched[this.size++] = number;
    this.values[number] = value;
  }

  get(number: number): number {
    return this.values[number] as number;
  }

  clear(): void {
    for (let i = 0; i < this.size; i++) this.values[this.touched[i] as number] = 0;
    this.size = 0;
  }
}

/** Lends sparse values and takes them all back at once. */
export class Pool {
  readonly #length: number;
  readonly #all: Sparse[] = [];
  #lent = 0;

  constructor(length: number) {
    this.#length = length;
  }

  lend(): Sparse {
    let one = this.#all[this.#lent];
    if (!one) {
      one = new Sparse(this.#length);
      this.#all.push(one);
    }
    this.#lent++;
    return one;
  }

  takeBack(): void {
    for (let i = 0; i < this.#lent; i++) this.#all[i]?.clear();
    this.#lent = 0;
  }
}
