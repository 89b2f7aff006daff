/** Where one of several who speak at the same time is heard: at once while it is their turn, else when it comes. */
export class Stage {
  private kept: string[] = [];
  private isOn = false;
  private hasLeft = false;
  private next: Stage | undefined;

  constructor(private readonly print: (line: string) => void) {}

  say(line: string): void {
    if (this.isOn) this.print(line);
    else this.kept.push(line);
  }

  enter(): void {
    this.isOn = true;
    this.kept.forEach(this.print);
    this.kept = [];
    if (this.hasLeft) this.next?.enter();
  }

  /** Says nothing more; the next one is heard as soon as this one was. */
  leave(next: Stage | undefined): void {
    this.hasLeft = true;
    this.next = next;
    if (this.isOn) next?.enter();
  }
}
