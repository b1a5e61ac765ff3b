package exsim.simulator.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;

class PartMatchTest {
  @Test
  void a_host_is_the_same_in_either_case() {
    assertEquals(ImmutableList.of(), mismatches("host", "nam-obe.example", "NAM-obe.example"));
    assertEquals(1, mismatches("host", "eur-obe.example", "NAM-obe.example").size());
  }

  @Test
  void a_connector_is_not() {
    assertEquals(1, mismatches("connector", "internet", "Internet").size());
  }

  private static ImmutableList<Mismatch> mismatches(String name, String stated, String printed) {
    PartMatch match = new PartMatch();
    match.compare("hops[0].from", only(name, stated), only(name, printed));
    return match.mismatches();
  }

  private static Value only(String name, String text) {
    return new Value.Obj(ImmutableMap.of(name, new Value.Text(text)));
  }
}
