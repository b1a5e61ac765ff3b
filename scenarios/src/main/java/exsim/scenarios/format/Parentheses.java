package exsim.scenarios.format;

/** Tells whether a zone-file entry goes on in the next line (RFC 1035 5.1). */
final class Parentheses {
  private Parentheses() {}

  static boolean areClosed(CharSequence text) {
    int depth = 0;
    boolean quoted = false;
    boolean comment = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (comment) {
        comment = c != '\n';
      } else if (c == '\\') {
        i++; // the next character stands for itself
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ';') {
        comment = true;
      } else if (!quoted && (c == '(' || c == ')')) {
        depth += c == '(' ? 1 : -1;
      }
    }
    return depth <= 0;
  }
}
