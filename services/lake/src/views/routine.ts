/** A plpgsql function body under construction: its statements and the variables they need. */
export class Routine {
  private readonly variables: string[] = [];

  /** A fresh variable of this SQL type; null at the start. */
  variable(sqlType: string): string {
    const name = `v${this.variables.length + 1}`;
    this.variables.push(`${name} ${sqlType};`);
    return name;
  }

  declarations(): string {
    return this.variables.join(' ');
  }
}
