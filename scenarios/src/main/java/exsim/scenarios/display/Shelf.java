package exsim.scenarios.display;

import com.google.common.collect.ImmutableList;

/**
 * Objects on their way through a pipe.
 *
 * @param noun what they are
 * @param known the properties that such an object has, also where there is none
 * @param table the columns that they are shown in at the end of the pipe; none for a list
 * @param objects the objects
 */
record Shelf(
    String noun,
    ImmutableList<String> known,
    ImmutableList<TableFormat.Column> table,
    ImmutableList<ShownObject> objects) {
  /** The same with other objects. */
  Shelf with(ImmutableList<ShownObject> others) {
    return new Shelf(noun, known, table, others);
  }
}
