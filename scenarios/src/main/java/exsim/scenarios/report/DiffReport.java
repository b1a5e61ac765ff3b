package exsim.scenarios.report;

import exsim.scenarios.change.ScenarioDifference;
import exsim.scenarios.text.Style;
import exsim.simulator.difference.Trend;
import java.io.PrintWriter;
import java.util.function.Predicate;

/** Writes a difference in the forms that reports come in. */
public final class DiffReport {
  private final ScenarioDifference difference;

  /** A report of a difference. */
  public DiffReport(ScenarioDifference difference) {
    this.difference = difference;
  }

  /** For people. */
  public String text(Style style) {
    return DiffText.of(difference, style);
  }

  /** For programs, to a UTF-8 stream. */
  public void json(PrintWriter out) {
    JsonValues.print(out, DiffValues.of(difference));
  }

  /**
   * For build servers, to a UTF-8 stream: a case for each journey that differs.
   *
   * @param fails which journeys fail their case
   */
  public void junit(PrintWriter out, Predicate<Trend> fails) {
    JunitXml xml = new JunitXml(out);
    String name = difference.before() + " -> " + difference.after();
    long failures =
        difference.journeys().stream().filter(j -> fails.test(j.difference().trend())).count();
    xml.suite(name, Math.max(1, difference.journeys().size()), (int) failures, 0);
    for (ScenarioDifference.Journey journey : difference.journeys()) {
      Trend trend = journey.difference().trend();
      String id = journey.difference().message().id() + " to " + journey.difference().recipient();
      if (fails.test(trend)) {
        String text = DiffText.of(difference.only(journey), Style.PLAIN);
        xml.failed(difference.after(), id, "the journey is " + trend.text(), text);
      } else {
        xml.held(difference.after(), id);
      }
    }
    if (difference.journeys().isEmpty()) {
      xml.held(difference.after(), "no journey differs");
    }
    xml.output(text(Style.PLAIN));
    xml.endSuite();
    xml.end();
  }
}
