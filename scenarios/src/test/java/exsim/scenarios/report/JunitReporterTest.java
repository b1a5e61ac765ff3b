package exsim.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.scenarios.json.Problem;
import exsim.scenarios.json.Spot;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.question.Expectation;
import exsim.simulator.question.Mismatch;
import exsim.simulator.question.Verdict;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class JunitReporterTest {
  @Test
  void an_expectation_is_a_case_and_a_failed_one_shows_expected_beside_actual() throws Exception {
    Document xml = written(verdict("m1", true), verdict("m2", false));

    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertEquals("2", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertEquals("hops[0].tls: expected true, actual false", failure.getAttribute("message"));
  }

  @Test
  void a_delivery_is_a_case_where_nothing_is_expected() throws Exception {
    Document xml = written();

    Element testcase = (Element) xml.getElementsByTagName("testcase").item(0);
    assertEquals("m to bob@o365pilot.com: delivered", testcase.getAttribute("name"));
  }

  @Test
  void a_file_that_cannot_be_used_is_an_error() throws Exception {
    StringWriter text = new StringWriter();
    JunitReporter reporter = new JunitReporter(new PrintWriter(text, true));
    reporter.unusable(
        "a.json",
        ImmutableList.of(new Problem(new Spot("a.json", 1, 2, "/x"), "bad & <ugly>", "")));
    reporter.finish();

    Document xml = parse(text.toString());

    assertEquals(
        "a.json:1:2: /x: bad & <ugly>\n",
        xml.getElementsByTagName("error").item(0).getTextContent());
  }

  @Property(tries = 300)
  void whatever_a_file_says_it_is_xml(@ForAll String hostile) throws Exception {
    Document xml = written(verdict(hostile, false));

    assertEquals(1, xml.getElementsByTagName("failure").getLength());
  }

  private static Verdict verdict(String message, boolean held) {
    Expectation expectation =
        new Expectation(
            message,
            Optional.empty(),
            Expectation.Branches.ALL,
            Optional.empty(),
            ImmutableMap.of());
    return new Verdict(
        expectation,
        held,
        held ? ImmutableList.of() : ImmutableList.of(new Mismatch("hops[0].tls", "true", "false")),
        "");
  }

  private static Document written(Verdict... verdicts) throws Exception {
    StringWriter text = new StringWriter();
    JunitReporter reporter = new JunitReporter(new PrintWriter(text, true));
    reporter.add(
        new Report(
            "title",
            ImmutableList.of(),
            "file.json",
            ImmutableList.of(
                Made.delivery("m", Outcome.DELIVERED, "250 ok", Made.sent("mx.pilot.example"))),
            ImmutableList.copyOf(verdicts),
            ImmutableList.of(),
            ImmutableList.of(),
            false,
            false));
    reporter.finish();
    return parse(text.toString());
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
