package exsim.scenarios.report;

import exsim.scenarios.text.Printable;
import java.io.PrintWriter;

/** Writes JUnit XML, as build servers read it. The document begins with its first suite. */
public final class JunitXml {
  private final PrintWriter out;
  private boolean begun;

  /** A document on a UTF-8 stream. */
  public JunitXml(PrintWriter out) {
    this.out = out;
  }

  /** Begins a suite, which {@link #endSuite} ends. */
  public void suite(String name, int tests, int failures, int errors) {
    begin();
    out.print("  <testsuite name=\"" + xml(name, false) + "\" tests=\"" + tests);
    out.print("\" failures=\"" + failures + "\" errors=\"" + errors);
    out.print("\" skipped=\"0\" time=\"0\">\n");
  }

  /** A case that holds. */
  public void held(String file, String name) {
    testCase(file, name);
    out.print("/>\n");
  }

  /** A case that does not hold; the text may have lines. */
  public void failed(String file, String name, String message, String text) {
    testCase(file, name);
    out.print(">\n      <failure message=\"" + xml(message, false) + "\">");
    out.print(xml(text, true) + "</failure>\n    </testcase>\n");
  }

  /** A case that could not be tried; the text may have lines. */
  public void error(String file, String name, String message, String text) {
    testCase(file, name);
    out.print(">\n      <error message=\"" + xml(message, false) + "\">");
    out.print(xml(text, true) + "</error>\n    </testcase>\n");
  }

  /** What a person would have seen. */
  public void output(String text) {
    out.print("    <system-out>" + xml(text, true) + "</system-out>\n");
  }

  /** Ends a suite. */
  public void endSuite() {
    out.print("  </testsuite>\n");
  }

  /** Ends the document. */
  public void end() {
    begin();
    out.print("</testsuites>\n");
  }

  private void begin() {
    if (!begun) {
      out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
      begun = true;
    }
  }

  private void testCase(String file, String name) {
    out.print("    <testcase classname=\"" + xml(file, false));
    out.print("\" name=\"" + xml(name, false) + "\" time=\"0\"");
  }

  /** Text that XML can hold: control characters, which it cannot, are shown as text reports do. */
  private static String xml(String raw, boolean withLines) {
    StringBuilder text = new StringBuilder();
    String rest = withLines ? raw : raw.replace('\n', ' ');
    for (String line : rest.split("\n", -1)) {
      String shown = Printable.of(line, true);
      for (int i = 0; i < shown.length(); i++) {
        char c = shown.charAt(i);
        switch (c) {
          case '&' -> text.append("&amp;");
          case '<' -> text.append("&lt;");
          case '>' -> text.append("&gt;");
          case '"' -> text.append("&quot;");
          default -> text.append(c);
        }
      }
      text.append('\n');
    }
    text.setLength(text.length() - 1);
    return text.toString();
  }
}
