/** Choices made by one source of numbers. */
export class Dice {
  constructor(private readonly random: () => number) {}

  /** A whole number from 0 up to `below`. */
  number(below: number): number {
    return Math.floor(this.random() * below);
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  one<T>(values: readonly T[]): T {
    const value = values[this.number(values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  }

  /** Some of the values, in their order. */
  some<T>(values: readonly T[], probability: number): T[] {
    return values.filter(() => this.chance(probability));
  }
}
