package exsim.scenarios.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;

/**
 * Objects that a tool found, for a list, a table or whatever stands behind the pipe.
 *
 * @param noun what they are
 * @param properties the names of their properties, in order
 * @param columns those that a table has where nothing else is asked for; none for a list
 */
record Rows(
    String noun,
    ImmutableList<String> properties,
    ImmutableList<String> columns,
    ImmutableList.Builder<ImmutableMap<String, String>> found) {
  static Rows of(String noun, ImmutableList<String> properties, ImmutableList<String> columns) {
    return new Rows(noun, properties, columns, ImmutableList.builder());
  }

  /** Adds an object by the values of its properties, in their order. */
  void add(String... values) {
    List<String> given = List.of(values);
    ImmutableMap.Builder<String, String> row = ImmutableMap.builder();
    for (int i = 0; i < properties.size(); i++) {
      row.put(properties.get(i), i < given.size() ? given.get(i) : "");
    }
    found.add(row.buildOrThrow());
  }
}
