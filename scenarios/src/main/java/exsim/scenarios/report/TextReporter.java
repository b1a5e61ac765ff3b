package exsim.scenarios.report;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Problem;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import java.io.PrintWriter;

/** Reports for people, and a last line that scripts can look for. */
public final class TextReporter implements Reporter {
  private final PrintWriter out;
  private final Style style;
  private boolean first = true;
  private int held;
  private int failed;

  /** A reporter that writes in a style. */
  public TextReporter(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public void add(Report report) {
    if (!first) {
      String line = Strings.repeat(style.glyph("─", "-"), Style.WIDTH);
      out.print("\n" + Tone.FAINT.paint(style, line) + "\n\n");
    }
    first = false;
    out.print(TextReport.of(report, style));
    held += report.held();
    failed += report.failed();
  }

  @Override
  public void unusable(String file, ImmutableList<Problem> problems) {}

  @Override
  public void finish() {
    if (!first) {
      Tone tone = failed > 0 ? Tone.BAD : Tone.STRONG;
      out.print("\n" + tone.paint(style, held + " held, " + failed + " failed") + "\n");
    }
  }
}
