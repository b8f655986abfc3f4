/** A card that LINE WORKS would refuse: it must be made smaller where it is authored, never cut here. */
export class CardTooLarge extends Error {
  constructor(title: string, what: string, amount: number, most: number) {
    super(`the card ${JSON.stringify(title)} has ${amount} ${what}, LINE WORKS takes ${most}`);
    this.name = 'CardTooLarge';
  }
}
