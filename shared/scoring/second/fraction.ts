/** A fraction kept in lowest terms after every operation; made for plainness, not for speed. */
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom = 1n) {
    let a = top < 0n ? -top : top;
    let b = bottom < 0n ? -bottom : bottom;
    while (b > 0n) [a, b] = [b, a % b];
    const sign = bottom < 0n ? -1n : 1n;
    this.top = (sign * top) / a;
    this.bottom = (sign * bottom) / a;
  }

  static of(text: string): Fraction {
    const [top = '', bottom = '1'] = text.split('/');
    const [whole = '', part = ''] = top.split('.');
    return new Fraction(BigInt(whole + part), 10n ** BigInt(part.length) * BigInt(bottom));
  }

  static total(all: readonly Fraction[]): Fraction {
    return all.reduce((sum, x) => sum.plus(x), new Fraction(0n));
  }

  plus(x: Fraction): Fraction {
    return new Fraction(this.top * x.bottom + x.top * this.bottom, this.bottom * x.bottom);
  }

  times(x: Fraction): Fraction {
    return new Fraction(this.top * x.top, this.bottom * x.bottom);
  }

  over(x: Fraction): Fraction {
    return new Fraction(this.top * x.bottom, this.bottom * x.top);
  }

  minus(x: Fraction): Fraction {
    return this.plus(new Fraction(-x.top, x.bottom));
  }

  /** -1, 0 or 1. */
  against(x: Fraction): number {
    const { top } = this.minus(x);
    return top < 0n ? -1 : top > 0n ? 1 : 0;
  }

  /** The text a result shows: divides out by long division and gives up when a remainder comes back. */
  text(): string {
    const sign = this.top < 0n ? '-' : '';
    const size = this.top < 0n ? -this.top : this.top;
    let digits = '';
    let rest = size % this.bottom;
    const seen = new Set<bigint>();
    while (rest !== 0n) {
      if (seen.has(rest)) return `${this.top}/${this.bottom}`;
      seen.add(rest);
      rest *= 10n;
      digits += String(rest / this.bottom);
      rest %= this.bottom;
    }
    return `${sign}${size / this.bottom}${digits === '' ? '' : '.'}${digits}`;
  }
}
