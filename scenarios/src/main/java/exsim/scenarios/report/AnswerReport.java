package exsim.scenarios.report;

import exsim.scenarios.text.Style;
import java.io.PrintWriter;

/** An answer in the forms that reports come in. */
public interface AnswerReport {
  /** For people. */
  String text(Style style);

  /** For programs, to a UTF-8 stream: {@code exsim-answer/1}. */
  void json(PrintWriter out);

  /** For build servers, to a UTF-8 stream: one case. */
  void junit(PrintWriter out);
}
