/** A table of users as text, whose outcome hangs on their past, and on their arm by 5. */
export function usersTable(users: number): string {
  const rows = Array.from({length: users}, (_, i) => {
    const before = 50 + ((i * 37) % 101);
    const outcome = before + ((i * 53) % 17) + (i % 2 ? 5 : 0);
    return `${i % 2 ? "variant" : "control"},${outcome},${before},2018-03-${String(1 + ((Math.floor(i / 2) * 5) % 28)).padStart(2, "0")}`;
  });
  return ["arm,outcome,before,date", ...rows].join("\n");
}
