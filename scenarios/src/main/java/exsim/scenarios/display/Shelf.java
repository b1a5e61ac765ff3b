package exsim.scenarios.display;

import com.google.common.collect.ImmutableList;

/**
 * Objects on their way through a pipe.
 *
 * @param noun what they are
 * @param known the properties that such an object has, also where there is none
 * @param list the properties that a list of them has; none for all
 * @param table the columns that they are shown in at the end of the pipe; none for a list
 * @param objects the objects
 */
record Shelf(
    String noun,
    ImmutableList<String> known,
    ImmutableList<String> list,
    ImmutableList<TableFormat.Column> table,
    ImmutableList<ShownObject> objects) {
  /** The same with other objects. */
  Shelf with(ImmutableList<ShownObject> others) {
    return new Shelf(noun, known, list, table, others);
  }
}
