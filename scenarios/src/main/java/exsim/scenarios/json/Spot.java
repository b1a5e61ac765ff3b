package exsim.scenarios.json;

/**
 * A place in a file.
 *
 * @param file the file, as the user named it
 * @param line from 1; 0 where the whole file is meant
 * @param column in characters, from 1; 0 where the whole file is meant
 * @param pointer the JSON pointer (RFC 6901); empty for the root
 */
public record Spot(String file, int line, int column, String pointer) implements Comparable<Spot> {
  private static final int POINTER_MAX = 200;

  /** A whole file. */
  public static Spot ofFile(String file) {
    return new Spot(file, 0, 0, "");
  }

  /** The same place in the text, for a value at another pointer. */
  public Spot at(String otherPointer) {
    return new Spot(file, line, column, otherPointer);
  }

  @Override
  public int compareTo(Spot other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line:column: /pointer}, without what is not known. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line).append(':').append(column);
    }
    return pointer.isEmpty()
        ? text.toString()
        : text.append(": ").append(Shortened.cut(pointer, POINTER_MAX)).toString();
  }
}
