/** Values by a name that each has, in the order of first meeting. (`Map.groupBy` is not in Node 20.) */
export function groupedBy<Name, Value>(values: readonly Value[], nameOf: (value: Value) => Name): Map<Name, Value[]> {
  const groups = new Map<Name, Value[]>()
  for (const value of values) {
    const group = groups.get(nameOf(value))
    if (group) group.push(value)
    else groups.set(nameOf(value), [value])
  }
  return groups
}
