package exsim.scenarios.powershell;

import exsim.model.InvalidValueException;

/** A command line that is read from left to right, with PowerShell's ways to quote. */
final class QuotedText {
  private static final String SINGLE = "'\u2018\u2019\u201a\u201b";
  private static final String DOUBLE = "\"\u201c\u201d\u201e";
  private static final String ENDS_WORD = ",;|(){}";
  private static final int REST_MAX = 30;

  private final String line;
  private int at;

  QuotedText(String line) {
    this.line = line;
  }

  boolean atEnd() {
    return at >= line.length();
  }

  char peek() {
    return line.charAt(at);
  }

  /** The character after the next; a blank at the end. */
  char peekSecond() {
    return at + 1 < line.length() ? line.charAt(at + 1) : ' ';
  }

  void next() {
    at++;
  }

  boolean sees(char c) {
    return !atEnd() && peek() == c;
  }

  boolean seesQuote() {
    return !atEnd() && (SINGLE.indexOf(peek()) >= 0 || DOUBLE.indexOf(peek()) >= 0);
  }

  boolean seesStatementEnd() {
    return sees(';') || sees('\n');
  }

  boolean take(char c) {
    return take(String.valueOf(c));
  }

  boolean take(String token) {
    boolean there = line.startsWith(token, at);
    if (there) {
      at += token.length();
    }
    return there;
  }

  /** Skips blanks within a statement: a backtick at the end of a line continues it. */
  void blanks() {
    while (!atEnd()) {
      if (peek() == '#') {
        at = Math.max(line.indexOf('\n', at), 0) == 0 ? line.length() : line.indexOf('\n', at);
      } else if (peek() == '`' && (peekSecond() == '\n' || peekSecond() == '\r')) {
        at += peekSecond() == '\r' ? 3 : 2;
      } else if (peek() != '\n' && Character.isWhitespace(peek())) {
        at++;
      } else {
        return;
      }
    }
  }

  /** Skips blanks, line ends and any of the characters. */
  void skip(String others) {
    blanks();
    while (!atEnd() && (peek() == '\n' || others.indexOf(peek()) >= 0)) {
      at++;
      blanks();
    }
  }

  /** A name of letters, digits and underscores. */
  String name() {
    int start = at;
    while (!atEnd() && (Character.isLetterOrDigit(peek()) || peek() == '_')) {
      at++;
    }
    return line.substring(start, at);
  }

  /** Text without quotes, up to a blank or a character that ends it. */
  String bareWord() {
    StringBuilder word = new StringBuilder();
    while (!atEnd() && !Character.isWhitespace(peek()) && ENDS_WORD.indexOf(peek()) < 0) {
      if (peek() == '`' && at + 1 < line.length()) {
        at++;
      }
      word.append(peek());
      at++;
    }
    return word.toString();
  }

  /** Text in quotes of either kind. */
  String quoted() {
    boolean single = SINGLE.indexOf(peek()) >= 0;
    String quotes = single ? SINGLE : DOUBLE;
    at++;
    StringBuilder text = new StringBuilder();
    while (!atEnd()) {
      char c = peek();
      if (quotes.indexOf(c) >= 0) {
        if (quotes.indexOf(peekSecond()) < 0) {
          at++;
          return text.toString();
        }
        at++; // a doubled quote stands for one
      } else if (!single && c == '`' && at + 1 < line.length()) {
        at++;
        c = escaped(peek());
      } else if (!single && c == '$' && (Character.isLetter(peekSecond()) || peekSecond() == '(')) {
        throw new InvalidValueException(
            "variables are not known in \"…\"; write the value, or use '…'");
      }
      text.append(c);
      at++;
    }
    throw new InvalidValueException("a quote is not closed");
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> c;
    };
  }

  /** What follows, for messages. */
  String rest() {
    String rest = line.substring(at).strip();
    if (rest.isEmpty()) {
      return "the end";
    }
    return "`" + (rest.length() > REST_MAX ? rest.substring(0, REST_MAX) + "…" : rest) + "`";
  }
}
