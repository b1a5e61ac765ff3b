package exsim.scenarios.format;

import static exsim.scenarios.format.ScenarioText.problems;
import static exsim.scenarios.format.ScenarioText.scenario;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.scenarios.json.Spot;
import exsim.simulator.question.Expectation;
import exsim.simulator.question.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationTest {
  private static final String PARTNER =
      "'mailSystems': [{'name': 'Partner'}], 'messages': [{'id': 'm', 'from': '',"
          + " 'to': ['a@x.example', 'b@x.example'], 'origin': 'Partner'}], 'expect': [";

  @Test
  void what_is_stated_is_spelled_as_the_report_prints_it() {
    Expectation expectation =
        only(
            "{'message': 'm', 'recipient': 'A@X.Example', 'path': ['PARTNER'], 'lastHop': {'at': 'PT1M',"
                + " 'to': {'system': 'partner', 'host': 'MX.X.example.', 'address': '2001:DB8:0::1'}}}");

    assertEquals("a@x.example", expectation.recipient().orElseThrow().toString());
    assertEquals("Array[items=[Text[text=Partner]]]", expectation.parts().get("path").toString());
    String hop = expectation.parts().get("lastHop").toString();
    assertTrue(hop.contains("at=Text[text=2026-01-01T00:01:00Z]"), hop);
    assertTrue(hop.contains("system=Text[text=Partner]"), hop);
    assertTrue(hop.contains("host=Text[text=mx.x.example]"), hop);
    assertTrue(hop.contains("address=Text[text=2001:db8::1]"), hop);
  }

  @Test
  void a_stated_null_is_kept_and_what_is_not_stated_is_not_there() {
    Expectation expectation = only("{'message': 'm', 'weakestProtection': null}");

    assertEquals(Value.NULL, expectation.parts().get("weakestProtection"));
    assertEquals(1, expectation.parts().size());
    assertEquals(Expectation.Branches.ALL, expectation.branches());
  }

  @Test
  void an_expectation_keeps_its_place() {
    Spot place = scenario(PARTNER + "\n  {'message': 'm'}]").places().get(0);

    assertEquals(2, place.line());
    assertEquals("/expect/0", place.pointer());
  }

  @Test
  void an_expectation_may_only_speak_of_what_the_scenario_has() {
    assertEquals(
        List.of(
            "/expect/0/message there is no message `n`",
            "/expect/1/recipient message `m` is not sent to `c@x.example`",
            "/expect/1/path/0 there is no system `nobody`"),
        problems(
            PARTNER
                + "{'message': 'n'}, {'message': 'm', 'recipient': 'c@x.example', 'path': ['nobody']}]"));
  }

  @Test
  void a_system_that_comes_later_is_a_system() {
    assertEquals(
        List.of(),
        problems(
            PARTNER
                + "{'message': 'm', 'path': ['Late']}],"
                + " 'timeline': [{'at': 'PT1H', 'set': {'devices': [{'name': 'late', 'smtpHost': 'x.example'}]}}]"));
  }

  private static Expectation only(String expectation) {
    return scenario(PARTNER + expectation + "]").expectations().get(0);
  }
}
